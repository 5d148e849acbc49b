import Store

/// A database after whose transactions something happens before anybody hears of them, as when a process is
/// stopped for a while.
struct LaggingDatabase: Database {
    let database: any Database
    let afterWriting: @Sendable () async -> Void

    func read<Answer: Sendable>(
        _ work: @escaping @Sendable (any Transaction) throws -> Answer
    ) async throws -> Answer {
        try await database.read(work)
    }

    func write<Answer: Sendable>(
        _ work: @escaping @Sendable (any Transaction) throws -> Answer
    ) async throws -> Answer {
        let answer = try await database.write(work)
        await afterWriting()
        return answer
    }
}
