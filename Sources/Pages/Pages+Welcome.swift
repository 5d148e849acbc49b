import Desk
import Directory
import Gate
import Hummingbird

extension Pages {
    /// The email that a selection would get, for the frame of the question before Send.
    func addWelcome(to door: Door) {
        door.account(.get, Path.Pattern.welcomeLetter) { visit in
            let selection = try visit.query { query -> UserSelection in
                let filter = try UserQuery(&query)
                let user = try query.number("user", in: 1...Int.max)
                return user.map { .ids([ID(Int64($0))]) } ?? .filter(filter, except: [])
            }
            return .letter(try await visit.desk.welcomePreview(selection).html)
        }
    }

    /// The emails of a house without SMTP.
    func addMailbox(to door: Door) {
        door.account(.get, Path.Pattern.mailbox) { visit in
            let after = try visit.query { try $0.number("after", in: 1...Int.max) }
            let page = MailboxList(
                console: try await console(visit, .mailbox(visit.desk.account)),
                account: visit.desk.account, isLaterPart: after != nil,
                page: try await visit.desk.mailbox(after: after))
            return .page(page.html())
        }

        door.account(.get, Path.Pattern.letter) { visit in
            let view = try visit.query("view").flatMap { LetterPage.View(rawValue: $0) }
            let page = LetterPage(
                console: try await console(visit, .mailbox(visit.desk.account)),
                account: visit.desk.account, letter: try await letter(visit), view: view ?? .email)
            return .page(page.html())
        }

        door.account(.get, Path.Pattern.letterFrame) { visit in
            .letter(try await letter(visit).html)
        }
    }

    private func letter(_ visit: Visit<AccountPass>) async throws -> LetterLook {
        let nowhere = Refusal(.notFound, "There is no such email.", remedy: "Go back to the list.")
        return try await visit.desk.letter(try visit.number("letter", orRefuse: nowhere))
    }

    /// The frame of an account's page, with the way to its mailbox if there is one.
    func console(_ visit: Visit<AccountPass>, _ place: Console.Place) async throws -> Console {
        var console = console(visit, visit.session, place)
        console.hasMailbox = try await visit.desk.mayReadMailbox()
        return console
    }
}
