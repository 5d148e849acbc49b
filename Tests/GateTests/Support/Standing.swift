import Desk
import Directory
import Foundation
import Imports
import Sheets
import Store

@testable import Gate

/// The standing people, signed in: two partners with their customers, and some who lost their rights.
struct Standing: Sendable {
    let house: TestHouse
    let acme: Account
    let beta: Account
    let globex: Account

    let anonymous = Caller.anonymous
    /// Signed in as Anna, long ago.
    let expired: Caller
    /// A user of Acme.
    let uwe: Caller
    /// An admin of Acme.
    let anna: Caller
    /// An admin of Northwind, the partner of Acme and Beta.
    let paula: Caller
    /// An admin of Contoso, the partner of Globex.
    let sven: Caller
    let adminOfGlobex: Caller
    let adminOfBeta: Caller
    /// An admin of Acme when they signed in, a user now.
    let demoted: Caller
    /// An admin of Acme when they signed in, deleted now.
    let deleted: Caller

    /// Nobody of them administers Acme.
    var strangers: [Caller] {
        [anonymous, expired, uwe, sven, adminOfGlobex, adminOfBeta, demoted, deleted]
    }

    var everybody: [Caller] { strangers + [anna, paula] }

    private var operatorDesk: OperatorDesk { OperatorDesk(office: house.office) }
    private var front: FrontDesk { FrontDesk(office: house.office) }
}

extension Standing {
    static func world(in house: TestHouse) async throws -> Standing {
        let desk = OperatorDesk(office: house.office)
        var accounts: [String: Account] = [:]
        for (name, partner) in [
            ("Northwind", nil), ("Contoso", nil), ("Acme", "Northwind"), ("Beta", "Northwind"),
            ("Globex", "Contoso"),
        ] as [(String, String?)] {
            accounts[name] = try await desk.addAccount(name: name, partner: partner)
        }
        func join(_ name: String, _ account: String, _ role: Role = .accountAdmin) async throws {
            let email = "\(name.lowercased())@example.com"
            let row = Row(firstName: name, email: email, role: role.title)
            _ = try await desk.addUser(
                row, to: desk.account(account), password: "\(name)-knows-the-way")
        }
        for (name, account) in [
            ("Anna", "Acme"), ("Paula", "Northwind"), ("Sven", "Contoso"), ("Greta", "Globex"),
            ("Beatriz", "Beta"), ("Demoted", "Acme"), ("Deleted", "Acme"),
        ] { try await join(name, account) }
        try await join("Uwe", "Acme", .user)

        let expired = try await house.signIn("Anna")
        house.clock.advance(hours: 9)
        let standing = Standing(
            house: house, acme: accounts["Acme"]!, beta: accounts["Beta"]!,
            globex: accounts["Globex"]!, expired: expired, uwe: try await house.signIn("Uwe"),
            anna: try await house.signIn("Anna"), paula: try await house.signIn("Paula"),
            sven: try await house.signIn("Sven"), adminOfGlobex: try await house.signIn("Greta"),
            adminOfBeta: try await house.signIn("Beatriz"),
            demoted: try await house.signIn("Demoted"), deleted: try await house.signIn("Deleted"))
        try await standing.takeRightsAway()
        return standing
    }

    private func takeRightsAway() async throws {
        let desk = try await front.desk(for: .commandLine, at: acme.id)
        for user in try await desk.users(UserQuery()).users {
            let row = Row(firstName: user.firstName, email: user.email, role: Role.user.title)
            if user.firstName == "Demoted" {
                _ = try await desk.changeUser(user.id, to: row, version: user.version)
            } else if user.firstName == "Deleted" {
                try await desk.deleteUser(user.id, version: user.version)
            }
        }
    }

    func versionOfUwe() async throws -> Int {
        let me = try await house.ask(Ask("GET", "/api/v1/me").by(uwe))
        return (me.json["user"] as? [String: Any])?["version"] as? Int ?? 0
    }

    /// A new user of an account.
    func freshUser(in account: Account? = nil) async throws -> User {
        let row = Row(
            firstName: "Fresh", email: "\(UUID().uuidString.lowercased())@example.com")
        let outcome = try await operatorDesk.addUser(row, to: account ?? acme, password: nil)
        guard case .saved(let user) = outcome else { throw Broken() }
        return user
    }

    /// A new application of Acme.
    func freshApplication() async throws -> Application {
        try await front.desk(for: .commandLine, at: acme.id)
            .addApplication(
                name: "Wiki", letter: "", address: "https://wiki.example.com/\(UUID().uuidString)")
    }

    /// A letter that waits, to a new user.
    func freshLetter() async throws -> LetterLook {
        let user = try await freshUser()
        let desk = try await front.desk(for: .commandLine, at: acme.id)
        _ = try await desk.sendWelcome(
            request: UUID().uuidString, .ids([user.id]), shown: 1)
        guard let newest = try await desk.mailbox(after: nil).letters.first else { throw Broken() }
        return try await desk.letter(newest.number)
    }

    /// A new draft with a clean row and a faulty one.
    func freshDraft(in account: Account? = nil, by viewer: Viewer? = nil) async throws -> Draft {
        let account = account ?? acme
        let file = "EMAIL,NAME\n\(UUID().uuidString.lowercased())@example.com,New\nfaulty,Old\n"
        let desk = try await front.desk(for: .commandLine, at: account.id)
        let upload = Upload(
            key: UUID().uuidString.lowercased(), fileName: "users.csv",
            source: .bytes(Array(file.utf8)), byteCount: file.utf8.count,
            sha256: (0..<32).map { _ in UInt8.random(in: 0...255) })
        return try await desk.openDraft(upload).draft
    }

    /// A new draft whose second row was deleted, and is back again if that was undone.
    func freshEditedDraft(isUndone: Bool = false) async throws -> Draft {
        let draft = try await freshDraft()
        let desk = try await front.desk(for: .commandLine, at: acme.id)
        let edit = Edit(
            requestID: "one", revision: draft.revision, operations: [.delete(position: 1)],
            view: 0, ranges: [])
        let edited = try await desk.edit(draft.number, edit).window.draft
        guard isUndone, let step = edited.undo else { return edited }
        let wish = Reversal(requestID: "back", step: step, view: 0, ranges: [])
        return try await desk.undo(draft.number, wish).window.draft
    }

    /// A new draft that waits for its columns to be matched.
    func freshUnmatchedDraft() async throws -> Draft {
        let id = UUID().uuidString.lowercased()
        let path = "/tmp/\(id).csv"
        try Data("\(id)@example.com\n".utf8).write(to: URL(filePath: path))
        defer { try? FileManager.default.removeItem(atPath: path) }
        let desk = try await front.desk(for: .commandLine, at: acme.id)
        var upload = Upload(
            key: id, fileName: "users.csv", path: path, byteCount: id.utf8.count + 13,
            sha256: (0..<32).map { _ in UInt8.random(in: 0...255) })
        upload.keptFrom = path
        return try await desk.openDraft(upload).draft
    }
}

extension LetterLook {
    /// What its link carries.
    var token: Substring { link[link.lastIndex(of: "#").map(link.index(after:))!...] }
}

extension TestHouse {
    func signIn(_ name: String) async throws -> Caller {
        let answer = try await ask(
            Ask("POST", "/api/v1/session").sameOrigin.json(
                "{\"email\":\"\(name.lowercased())@example.com\","
                    + "\"password\":\"\(name)-knows-the-way\"}"))
        guard answer.status == 201, let cookie = answer["Set-Cookie"]?.split(separator: ";").first
        else { throw Broken() }
        return Caller(name: name, cookie: String(cookie))
    }
}
