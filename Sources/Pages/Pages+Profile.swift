import Desk
import Directory
import Gate
import Hummingbird
import Imports

extension Pages {
    func addProfile(to door: Door) {
        let front = door.front

        door.session(.get, Path.Pattern.profile) { visit in
            var page = try await profile(visit, front.profileDesk(for: visit.session))
            page.news = try visit.query("saved").flatMap { ProfilePage.News(rawValue: $0) }
            page.trouble = memos.memo(try visit.query("memo"), for: visit.session.viewer)
            return .page(page.html())
        }

        door.session(.post, Path.Pattern.profile) { visit in
            let (row, version) = try await visit.form {
                (try Row(names: &$0), try $0.version())
            }
            let desk = front.profileDesk(for: visit.session)
            do {
                _ = try await desk.rename(
                    firstName: row.firstName, lastName: row.lastName, name: row.name,
                    version: version)
                return .see(Path.profile.asking(["saved": ProfilePage.News.name.rawValue]))
            } catch let refusal as Refusal where refusal.belongsInForm {
                let newest =
                    refusal.code == .userChanged ? try await desk.user().version : version
                return again(.name(refusal, row.shortened, newest), visit)
            }
        }

        addPassword(to: door)
    }

    private func addPassword(to door: Door) {
        let front = door.front

        door.session(.post, Path.Pattern.sessions) { visit in
            try await visit.form { _ in }
            let desk = front.profileDesk(for: visit.session)
            try await desk.endOtherSessions(keeping: visit.token ?? "")
            return .see(Path.profile.asking(["saved": ProfilePage.News.sessions.rawValue]))
        }

        door.session(.post, Path.Pattern.password) { visit in
            let (old, new) = try await visit.form { fields in
                _ = try fields.optional("username")
                return (try fields.text("old"), try fields.text("new"))
            }
            let desk = front.profileDesk(for: visit.session)
            do {
                try await desk.changePassword(
                    from: old, to: new, keeping: visit.token ?? "", origin: visit.origin)
                return .see(Path.profile.asking(["saved": ProfilePage.News.password.rawValue]))
            } catch let refusal as Refusal where refusal.belongsInForm {
                return again(.password(refusal), visit)
            }
        }
    }

    private func again(_ trouble: ProfilePage.Trouble, _ visit: Visit<Session>) -> Response {
        let memo = memos.leave(trouble, for: visit.session.viewer)
        return .see(Path.profile.asking(["memo": memo]))
    }

    private func profile(_ visit: Visit<Session>, _ desk: ProfileDesk) async throws -> ProfilePage {
        ProfilePage(
            console: console(visit, visit.session, .profile), user: try await desk.user(),
            sessions: try await desk.sessions(current: visit.token ?? ""),
            leastLength: desk.leastPasswordLength)
    }
}

extension Refusal {
    /// Something that the person at the form can put right; the rest has a page of its own, with its
    /// status: who is too early learns from `Retry-After` when to come again.
    var belongsInForm: Bool {
        switch code {
        case .wrongValue, .userChanged, .lastAdmin, .accountNameTaken, .passwordWrong,
            .passwordTooWeak, .applicationLimit:
            true
        default: false
        }
    }
}

extension FormFields {
    /// The version that a change is made from.
    mutating func version() throws -> Int {
        guard let version = try number("version", in: 0...Int.max) else {
            throw Refusal.wrongValue("version", "given")
        }
        return version
    }
}

extension Row {
    init(of user: User) {
        self.init(
            firstName: user.firstName, lastName: user.lastName, name: user.name,
            email: user.email, role: user.role.title)
    }

    init(names fields: inout FormFields) throws {
        self.init()
        for field in [Field.firstName, .lastName, .name] {
            self[field] = try fields.optional(field.key) ?? ""
        }
    }

    init(all fields: inout FormFields) throws {
        try self.init(names: &fields)
        email = try fields.optional(Field.email.key) ?? ""
        role = try fields.optional(Field.role.key) ?? ""
    }
}
