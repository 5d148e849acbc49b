import CPQ

/// A connection to a server. Its calls block. The threads of the database hand it around, so that
/// only one has it at a time: hence unchecked.
package final class Connection: @unchecked Sendable {
    private let raw: OpaquePointer
    /// Names of prepared statements, by their text.
    private var prepared: [String: String] = [:]

    /// Every query has its index in the order that it wants, so the server is told to prefer that,
    /// and to plan without looking at values: plans must not depend on what happens to be stored.
    private static let settings = """
        SET client_encoding = 'UTF8'; SET bytea_output = 'hex'; SET jit = off;
        SET enable_seqscan = off; SET enable_bitmapscan = off;
        SET plan_cache_mode = force_generic_plan
        """

    /// - Parameter address: what libpq takes: a URL, or `host=… dbname=…`.
    package init(_ address: String) throws {
        guard let raw = PQconnectdb(address) else {
            throw PostgresFault(
                state: PostgresFault.connectionLost, message: "out of memory", statement: "")
        }
        self.raw = raw
        // Otherwise notices are printed on standard error.
        PQsetNoticeProcessor(raw, { _, _ in }, nil)
        guard isAlive else { throw lost() }
        try command(Self.settings)
        guard String(cString: PQparameterStatus(raw, "server_encoding")) == "UTF8" else {
            throw PostgresFault(
                state: "22021", message: "the database's encoding is not UTF8", statement: "")
        }
    }

    deinit { PQfinish(raw) }

    var isAlive: Bool { PQstatus(raw) == CONNECTION_OK }

    /// Alive and in no transaction.
    var isAtRest: Bool { isAlive && PQtransactionStatus(raw) == PQTRANS_IDLE }

    /// Does something that has nothing to bind, once; answers what was done.
    @discardableResult
    func command(_ text: String) throws -> String {
        try reply(PQexec(raw, text), to: text).tag
    }

    /// Runs a statement, which is planned only the first time.
    func run(_ text: String, _ parameters: Parameters) throws -> Reply {
        let name = try prepare(text)
        let result = parameters.withPointers { values, lengths, formats in
            PQexecPrepared(raw, name, parameters.count, values, lengths, formats, 0)
        }
        return try reply(result, to: text)
    }

    /// The server finds the types of what will be bound from the columns.
    private func prepare(_ text: String) throws -> String {
        if let name = prepared[text] { return name }
        let name = "s\(prepared.count)"
        _ = try reply(PQprepare(raw, name, text, 0, nil), to: text)
        prepared[text] = name
        return name
    }

    private func reply(_ result: OpaquePointer?, to text: String) throws -> Reply {
        guard let result else { throw lost() }
        switch PQresultStatus(result) {
        case PGRES_TUPLES_OK, PGRES_COMMAND_OK: return Reply(result)
        default:
            defer { PQclear(result) }
            // A broken connection leaves a result without a state.
            guard isAlive else { throw lost() }
            throw PostgresFault(
                state: field("C", of: result), message: field("M", of: result), statement: text)
        }
    }

    /// A part of an error by its letter in the protocol; the details aren't asked for, because
    /// they repeat values.
    private func field(_ letter: Unicode.Scalar, of result: OpaquePointer) -> String {
        PQresultErrorField(result, Int32(letter.value)).map { String(cString: $0) } ?? ""
    }

    private func lost() -> PostgresFault {
        let message = String(cString: PQerrorMessage(raw))
        return PostgresFault(
            state: PostgresFault.connectionLost,
            message: message.split(separator: "\n").joined(separator: " "), statement: "")
    }
}

extension Connection {
    /// Does some work in a transaction: all of it, or nothing when it throws.
    func transaction<Answer>(_ work: () throws -> Answer) throws -> Answer {
        do {
            let answer = try work()
            // The server answers a COMMIT after a failed statement by ROLLBACK, and calls it fine.
            guard try command("COMMIT") == "COMMIT" else {
                throw PostgresFault(
                    state: "25P02", message: "a statement had failed", statement: "COMMIT")
            }
            return answer
        } catch {
            if isAlive, !isAtRest { try command("ROLLBACK") }
            throw error
        }
    }
}
