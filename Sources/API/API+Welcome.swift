import Desk
import Directory
import Gate
import HTTPTypes
import Hummingbird

extension API {
    static func addWelcome(to door: Door) {
        door.account(.post, "\(account)/welcome/preview") { visit in
            let selection = try await visit.json { json in
                try json.object("selection") { try UserSelection(&$0) }
            }
            let preview = try await visit.desk.welcomePreview(selection)
            return .json { $0.write(preview) }
        }

        door.account(.post, "\(account)/welcome") { visit in
            let asked = try await visit.json { json in
                (
                    request: try json.requestID(), shown: try json.integer("shown"),
                    selection: try json.object("selection") { try UserSelection(&$0) }
                )
            }
            let outcome = try await visit.desk.sendWelcome(
                request: asked.request, asked.selection, shown: asked.shown)
            return .json(.accepted) { $0.write(outcome) }
        }
    }

    static func addResending(to door: Door) {
        door.account(.post, "\(account)/welcome/again") { visit in
            let asked = try await visit.json { json in
                (
                    request: try json.requestID(), shown: try json.integer("shown"),
                    ids: try json.list("ids", UserSelection.user)
                )
            }
            let outcome = try await visit.desk.sendAgain(
                request: asked.request, asked.ids, shown: asked.shown)
            return .json(.accepted) { $0.write(outcome) }
        }

        door.account(.get, "\(account)/letter-words") { visit in
            let words = try await visit.desk.letterWords()
            return .json { $0.write(words) }
        }

        door.account(.put, "\(account)/letter-words") { visit in
            let asked = try await visit.json { json in
                (
                    subject: try json.optionalText("subject") ?? "",
                    greeting: try json.optionalText("greeting") ?? "",
                    replyTo: try json.optionalText("reply_to") ?? ""
                )
            }
            let words = try await visit.desk.setLetterWords(
                subject: asked.subject, greeting: asked.greeting, replyTo: asked.replyTo)
            return .json { $0.write(words) }
        }
    }

    static func addMailbox(to door: Door) {
        door.account(.get, "\(account)/letters") { visit in
            let query = try visit.query { query in
                (
                    after: try query.number("after", in: 1...Int.max),
                    limit: try query.number("limit", in: 1...200) ?? 50
                )
            }
            let page = try await visit.desk.mailbox(after: query.after, limit: query.limit)
            return .json { $0.write(page) }
        }

        door.account(.get, "\(account)/letters/{letter}") { visit in
            let number = try visit.number("letter", orRefuse: .noSuchPage)
            let letter = try await visit.desk.letter(number)
            return .json { $0.write(letter) }
        }
    }
}

extension UserSelection {
    /// `{"ids": […]}`, or `{"filter": {…}, "except": […]}`.
    init(_ json: inout JSONObject) throws {
        let filter = try json.optionalObject("filter") { try UserQuery(&$0) }
        let ids = try json.list("ids", Self.user)
        let exceptions = try json.list("except", Self.user)
        if let filter, ids.isEmpty {
            self = .filter(filter, except: exceptions)
        } else if filter == nil, exceptions.isEmpty, !ids.isEmpty {
            self = .ids(ids)
        } else {
            throw Refusal.wrongValue("selection", "a list of ids, or a filter with exceptions")
        }
    }

    fileprivate static func user(_ json: JSON) throws -> ID<User> {
        guard case .integer(let number) = json, number > 0 else {
            throw Refusal.wrongValue("selection", "made of users' ids")
        }
        return ID(Int64(number))
    }
}

extension UserQuery {
    /// The filter of a selection.
    fileprivate init(_ json: inout JSONObject) throws {
        self.init()
        search = try json.optionalText("search") ?? ""
        role = try json.optionalText("role").map { try Role(code: $0) }
        draft = try json.optionalInteger("draft")
        welcome = try json.optionalText("welcome").map { try WelcomeFilter(code: $0) }
        quietDays = try json.optionalInteger("quiet_days")
        guard (0...36_500).contains(quietDays ?? 0) else {
            throw Refusal.wrongValue("quiet_days", "a number of days")
        }
    }
}

extension JSONObject {
    /// What the client chose for one request.
    mutating func requestID() throws -> String {
        let text = try text("request_id")
        let isVisible = !text.unicodeScalars.contains(where: \.isControl)
        guard isVisible, (1...64).contains(text.utf8.count) else {
            throw Refusal.wrongValue("request_id", "a text of 1 to 64 letters")
        }
        return text
    }
}
