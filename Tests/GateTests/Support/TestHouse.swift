import API
import Desk
import Directory
import Foundation
import Gate
import Hummingbird
import Logging
import Pages
import ServiceLifecycle
import Store
import StoreSQLite

/// A server of its own on a free port, with an empty database that is gone afterwards.
struct TestHouse: Sendable {
    let port: Int
    let office: Office
    let clock: TestClock
    let routes: [Route]
    /// Where its files are.
    let directory: String

    /// - Parameter add: Routes besides those of API and pages.
    static func open(
        _ settings: (inout GateRules) -> Void = { _ in }, add: (Door) -> Void = { _ in },
        _ use: @escaping @Sendable (TestHouse) async throws -> Void
    ) async throws {
        let directory = try Directory.temporary()
        defer { try? FileManager.default.removeItem(at: directory) }
        let clock = TestClock()
        let office = try await office(in: directory, clock)
        var rules = GateRules()
        rules.spoolDirectory = directory.path
        rules.connectionsPerSource = 1_000
        settings(&rules)
        let door = Door(front: FrontDesk(office: office), rules: rules)
        let pages = Pages(assets: try .ofThePackage(), window: { API.window($0) })
        API.addRoutes(to: door)
        pages.addRoutes(to: door)
        add(door)
        let routes = door.routes
        try await serve(door, pages, rules) { port in
            try await use(
                TestHouse(
                    port: port, office: office, clock: clock, routes: routes,
                    directory: directory.path))
        }
    }

    private static func office(in directory: URL, _ clock: TestClock) async throws -> Office {
        let database = try await SQLiteDatabase(directory: directory.path, clock: clock.wall)
        var rules = OfficeRules()
        rules.hashMemory = 1024
        return Office(
            database: database, clock: clock.wall, rules: rules,
            logger: Logger(label: "test") { _ in SwiftLogNoOpLogHandler() })
    }

    /// Every server's, so that none waits for what other tests do.
    private static let crew = Crew()

    private static func serve(
        _ door: Door, _ pages: Pages, _ rules: GateRules,
        _ use: @escaping @Sendable (Int) async throws -> Void
    ) async throws {
        let logger = Logger(label: "test") { _ in SwiftLogNoOpLogHandler() }
        let (ports, running) = AsyncStream.makeStream(of: Int.self)
        let server = Server.application(
            door.responder(page: { pages.trouble($0, $1) }), host: "127.0.0.1", port: 0,
            rules: rules, logger: logger
        ) { running.yield($0) }
        let group = ServiceGroup(services: [server], logger: logger)
        try await withThrowingTaskGroup(of: Void.self) { tasks in
            tasks.addTask {
                try await withTaskExecutorPreference(crew) { try await group.run() }
            }
            for await port in ports {
                let outcome = await Result(catching: { try await use(port) })
                await group.triggerGracefulShutdown()
                try outcome.get()
                break
            }
            try await tasks.waitForAll()
        }
    }
}

extension Directory {
    fileprivate static func temporary() throws -> URL {
        let path = FileManager.default.temporaryDirectory.appending(
            path: "gate-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: path, withIntermediateDirectories: true)
        return path
    }
}

private enum Directory {}

extension Result where Failure == any Error {
    fileprivate init(catching work: () async throws -> Success) async {
        do { self = .success(try await work()) } catch { self = .failure(error) }
    }
}
