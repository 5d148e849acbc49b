import Desk
import Directory
import Gate
import Hummingbird
import Imports

extension API {
    /// Which column of a spreadsheet holds what, where its headings don't say it.
    static func addMatching(to door: Door) {
        door.account(.get, "\(draft)/matching") { visit in
            let matching = try await visit.desk.rememberedMatching(try visit.draft)
            return .json { $0.write(matching) }
        }

        door.account(.post, "\(draft)/matching") { visit in
            let number = try visit.draft
            let choices = try await visit.json { try MatchChoices(&$0) }
            return switch try await visit.desk.match(number, choices) {
            case .opened(let draft): .json { $0.write(draft) }
            case .wrong(let problems): .wrong(problems)
            }
        }

        door.account(.post, "\(draft)/matching/again") { visit in
            let number = try visit.draft
            try await visit.nothing()
            let draft = try await visit.desk.matchAgain(number)
            return .json { $0.write(draft) }
        }
    }
}

extension FormFields {
    mutating func asksForMatching() throws -> Bool {
        switch try optional("matching") {
        case nil: false
        case "ask": true
        default: throw Refusal.wrongValue("matching", "ask")
        }
    }
}

extension MatchChoices {
    /// More columns than a sheet has aren't looked at.
    private static let mostChoices = 1_000

    init(_ json: inout JSONObject) throws {
        let sheet = try json.integer("sheet")
        let columns = try json.list("columns") { element in
            try JSONObject.reading(element) {
                (column: try $0.integer("column"), field: try Field(key: $0.text("field")))
            }
        }
        let roles = try json.list("roles") { element in
            try JSONObject.reading(element) {
                (word: try $0.text("word"), role: try Role(code: $0.text("role")))
            }
        }
        guard max(columns.count, roles.count) <= Self.mostChoices else {
            throw Refusal.wrongValue("columns", "at most \(Self.mostChoices) choices")
        }
        self.init(sheet: sheet, columns: columns, roles: roles)
    }
}

extension Response {
    fileprivate static func wrong(_ problems: [MatchProblem]) -> Response {
        let refusal = Refusal(
            .wrongValue, problems.map(\.message).joined(separator: " "),
            remedy: "Choose again which column holds what.", field: "columns")
        return .problem(.refused(refusal)) { json in
            json.member("problems") { json in
                json.array(problems) { $0.write($1) }
            }
        }
    }
}

extension JSONWriter {
    fileprivate mutating func write(_ problem: MatchProblem) {
        object { json in
            json.member("message", problem.message)
            json.member("column") { json in
                if let column = problem.column { json.value(column) } else { json.null() }
            }
            json.member("field", problem.field?.key)
        }
    }

    fileprivate mutating func write(_ matching: Matching) {
        object { json in
            json.member("draft") { $0.write(matching.draft) }
            json.member("sheets") { json in
                json.array(matching.file.sheets) { $0.write($1) }
            }
        }
    }

    private mutating func write(_ sheet: UnmatchedSheet) {
        object { json in
            json.member("sheet", sheet.index + 1)
            json.member("name", sheet.name)
            json.member("heading_row") { json in
                if let row = sheet.headingRow { json.value(row) } else { json.null() }
            }
            json.member("columns") { json in
                json.array(sheet.columns) { $0.write($1) }
            }
            json.member("more", sheet.more)
        }
    }

    private mutating func write(_ column: UnmatchedColumn) {
        object { json in
            json.member("column", column.place + 1)
            json.member("letters", column.letters)
            json.member("heading", column.heading)
            json.member("examples") { json in
                json.array(column.examples) { $0.value($1) }
            }
            json.member("proposal", column.proposal?.key)
            json.member("reason", column.reason?.rawValue)
            json.member("words") { json in
                json.array(column.words) { json, word in
                    json.object { json in
                        json.member("word", word.word)
                        json.member("count", word.count)
                        json.member("role", word.role?.rawValue)
                    }
                }
            }
        }
    }
}
