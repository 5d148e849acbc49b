import Desk
import Directory
import Gate
import Hummingbird

extension Pages {
    func addApplications(to door: Door) {
        let front = door.front

        door.session(.get, Path.Pattern.yourApplications) { visit in
            let lists = try await front.profileDesk(for: visit.session).applications()
            let console = console(visit, visit.session, .yourApplications)
            return .page(YourApplicationsPage(console: console, lists: lists).html())
        }

        door.account(.get, Path.Pattern.applications) { visit in
            var page = try await applications(visit)
            page.news = try news(visit, page.lists.own)
            return .page(page.html())
        }

        addNewApplication(to: door)
        addOneApplication(to: door)
        addApplicationSteps(to: door)
    }

    private func addNewApplication(to door: Door) {
        door.account(.get, Path.Pattern.newApplication) { visit in
            let kept: ApplicationForm? = memos.memo(
                try visit.query("memo"), for: visit.session.viewer)
            return .page(try await applications(visit, with: kept ?? ApplicationForm()).html())
        }

        door.account(.post, Path.Pattern.newApplication) { visit in
            let (form, deleted) = try await visit.form {
                (try ApplicationForm(&$0), try $0.optional("deleted"))
            }
            if let deleted { return try await bringBack(deleted, visit) }
            return try await add(form, visit)
        }
    }

    /// What was deleted comes back once, however often the button is pressed.
    private func bringBack(_ deleted: String, _ visit: Visit<AccountPass>) async throws -> Response
    {
        let gone: Directory.Application? = memos.spend(deleted, for: visit.session.viewer)
        guard let gone else { return .see(Path.applications(visit.desk.account.id).text) }
        return try await add(ApplicationForm(of: gone), at: gone.place, visit)
    }

    private func add(
        _ form: ApplicationForm, at place: Int? = nil, _ visit: Visit<AccountPass>
    ) async throws -> Response {
        let page = Path.newApplication(visit.desk.account.id)
        return try await answer(form, "added", or: page, visit) {
            try await visit.desk.addApplication(
                name: form.name, letter: form.letter, address: form.address, place: place)
        }
    }

    private func addOneApplication(to door: Door) {
        door.account(.get, Path.Pattern.application) { visit in
            let application = try await visit.desk.application(visit.application)
            let kept: ApplicationForm? = memos.memo(
                try visit.query("memo"), for: visit.session.viewer)
            let form = kept ?? ApplicationForm(of: application)
            return .page(try await applications(visit, with: form, of: application).html())
        }

        door.account(.post, Path.Pattern.application) { visit in
            let id = try visit.application
            let form = try await visit.form { try ApplicationForm(&$0) }
            let page = Path.application(visit.desk.account.id, id)
            return try await answer(form, "saved", or: page, visit) {
                try await visit.desk.changeApplication(
                    id, name: form.name, letter: form.letter, address: form.address)
            }
        }
    }

    private func addApplicationSteps(to door: Door) {
        door.account(.post, Path.Pattern.applicationMove) { visit in
            let id = try visit.application
            let direction = try await visit.form { try $0.direction("direction") }
            let list = Path.applications(visit.desk.account.id)
            let before = try await visit.desk.applications().own
            let after = try await visit.desk.moveApplication(id, direction)
            // Whoever stands at the end already stays there: nothing is said.
            guard before.map(\.id) != after.map(\.id) else { return .see(list.text) }
            return .see(
                list.asking([
                    "moved": "\(id.value)", "direction": direction.rawValue,
                ]))
        }

        door.account(.post, Path.Pattern.applicationDeletion) { visit in
            try await visit.form { _ in }
            let gone = try await visit.desk.deleteApplication(visit.application)
            let memo = memos.leave(gone, for: visit.session.viewer)
            return .see(Path.applications(visit.desk.account.id).asking(["deleted": memo]))
        }
    }

    /// Saved: on to the list. Otherwise to the form again, with what to put right.
    private func answer(
        _ written: ApplicationForm, _ word: String, or page: Path, _ visit: Visit<AccountPass>,
        _ save: () async throws -> Directory.Application
    ) async throws -> Response {
        var form = written
        do {
            let saved = try await save()
            return .see(
                Path.applications(visit.desk.account.id).asking([word: "\(saved.id.value)"]))
        } catch let refusal as Refusal where refusal.belongsInForm {
            form.refusal = refusal
            let memo = memos.leave(form.shortened, for: visit.session.viewer)
            return .see(page.asking(["memo": memo]))
        }
    }

    private func applications(_ visit: Visit<AccountPass>) async throws -> ApplicationsPage {
        let account = visit.desk.account
        return ApplicationsPage(
            console: try await console(visit, .applications(account)), account: account,
            lists: try await visit.desk.applications(),
            isPartner: visit.session.isPartner && visit.session.account.id == account.id)
    }

    private func applications(
        _ visit: Visit<AccountPass>, with form: ApplicationForm,
        of application: Directory.Application? = nil
    ) async throws -> ApplicationsPage {
        var page = try await applications(visit)
        let overlaid = form.overlaid(of: application, in: page.account.id, look(visit))
        page.overlay = (form.title(of: application), overlaid)
        return page
    }

    private func news(_ visit: Visit<AccountPass>, _ own: [Directory.Application]) throws
        -> ApplicationsPage.News?
    {
        func named(_ number: Int?) -> Directory.Application? {
            number.flatMap { number in own.first { $0.id.value == Int64(number) } }
        }
        let numbers = 1...Int.max
        let asked = try visit.query { query in
            (
                added: named(try query.number("added", in: numbers)),
                saved: named(try query.number("saved", in: numbers)),
                moved: named(try query.number("moved", in: numbers)),
                direction: try query.optional("direction").flatMap { Direction(rawValue: $0) },
                deleted: try query.optional("deleted")
            )
        }
        if let added = asked.added { return .added(added) }
        if let saved = asked.saved { return .saved(saved) }
        if let moved = asked.moved, let direction = asked.direction {
            return .moved(moved, direction)
        }
        guard let key = asked.deleted,
            let gone: Directory.Application = memos.memo(key, for: visit.session.viewer)
        else { return nil }
        return .deleted(gone, memo: key)
    }
}

extension FormFields {
    fileprivate mutating func direction(_ key: String) throws -> Direction {
        guard let direction = Direction(rawValue: try text(key)) else {
            throw Refusal.wrongValue(key, "up or down")
        }
        return direction
    }
}
