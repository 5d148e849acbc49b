import Foundation
import Testing

/// What a person reads whose database can't be used.
@Suite struct DatabaseFileTests {
    @Test(arguments: [["account", "list"], ["account", "add", "Acme"], ["serve", "--port", "0"]])
    func aFileThatIsNoDatabaseIsToldInOneSentence(_ command: [String]) throws {
        try withDirectory { data in
            let garbage = String(repeating: "This is a letter to a friend. ", count: 200)
            let path = try write(garbage, to: "rollbook.db", in: data)

            let answer = try rollbook(command, data: data)

            #expect(answer.status == 2)
            #expect(answer.complaint.contains("rollbook.db of the data directory isn't a database"))
            #expect(answer.complaint.split(separator: "\n").count == 1)
            #expect(try String(contentsOfFile: path, encoding: .utf8) == garbage)
        }
    }

    @Test(arguments: [["account", "list"], ["account", "add", "Acme"]])
    func aPathThatCannotBeOpenedIsToldInOneSentence(_ command: [String]) throws {
        try withDirectory { data in
            try FileManager.default.createDirectory(
                atPath: data + "/rollbook.db", withIntermediateDirectories: false)

            let answer = try rollbook(command, data: data)

            #expect(answer.status == 2)
            #expect(answer.complaint.contains("can't be opened"))
            #expect(answer.complaint.split(separator: "\n").count == 1)
        }
    }

    @Test func aLockThatDoesNotEndIsToldInOneSentence() throws {
        try withDirectory { data in
            _ = try rollbook("account", "add", "Acme", data: data)
            let keeper = try Program(
                ["-c", Self.keepLocked, data + "/rollbook.db"], path: "/usr/bin/python3")
            defer { keeper.kill() }
            #expect(keeper.next().hasPrefix("locked"))

            let answer = try rollbook("account", "add", "Beta", data: data)

            #expect(answer.status == 2)
            #expect(answer.complaint.contains("locked by another program for more than 5 seconds"))
            #expect(answer.complaint.split(separator: "\n").count == 1)
        }
    }

    private static let keepLocked = """
        import sqlite3, sys, time
        database = sqlite3.connect(sys.argv[1], isolation_level=None)
        database.execute("BEGIN IMMEDIATE")
        print("locked", flush=True)
        time.sleep(60)
        """
}
