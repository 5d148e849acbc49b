import Desk
import Directory
import Gate
import HTTPTypes
import Hummingbird
import Imports

extension API {
    static func addRows(to door: Door) {
        door.account(.post, "\(draft)/views") { visit in
            let number = try visit.draft
            let wanted = try await visit.json { json in
                (
                    filter: try RowFilter(json.text("filter")),
                    search: try json.optionalText("search") ?? ""
                )
            }
            let view = try await visit.desk.makeView(
                of: number, wanted.filter, search: wanted.search)
            return .json(.created) { json in
                json.object { json in
                    json.member("view", view.view)
                    json.member("count", view.count)
                }
            }
        }

        door.account(.get, "\(draft)/rows") { visit in
            let number = try visit.draft
            let wanted = try visit.query { try RowsWanted(&$0) }
            let window =
                switch wanted.part {
                case .window(let offset, let limit):
                    try await visit.desk.rows(
                        of: number, view: wanted.view, offset: offset, limit: limit)
                case .changes(let revision, let ranges):
                    try await visit.desk.changes(
                        of: number, since: revision, view: wanted.view, ranges: ranges)
                }
            return .json { json in
                json.object { $0.members(of: window, view: wanted.view) }
            }
        }

        door.doorstep(.patch, "\(draft)/rows") { visit in
            let wanted = await wantedEdit(of: visit)
            if case .success(let (number, edit)) = wanted,
                let reply = try await visit.edit(number, edit)
            {
                return answer(to: edit, reply)
            }
            // Who has no right here isn't told first what is wrong with the request.
            let desk = try await visit.enter().desk
            let (number, edit) = try wanted.get()
            return answer(to: edit, try await desk.edit(number, edit))
        }

        addReversals(to: door)
    }

    private static func addReversals(to door: Door) {
        door.account(.post, "\(draft)/undo") { visit in
            let number = try visit.draft
            let wish = try await visit.json { try Reversal(&$0) }
            return answer(to: wish, try await visit.desk.undo(number, wish))
        }

        door.account(.post, "\(draft)/redo") { visit in
            let number = try visit.draft
            let wish = try await visit.json { try Reversal(&$0) }
            return answer(to: wish, try await visit.desk.redo(number, wish))
        }
    }

    private static func answer(to wish: Reversal, _ reply: EditReply) -> Response {
        .json { json in
            json.object { json in
                json.members(of: reply.window, view: wish.view)
                json.member("moved", reply.moved)
                json.member("row", orNull: reply.row)
            }
        }
    }

    private static func wantedEdit(
        of visit: Visit<Doorstep>
    ) async -> Result<(Int, Edit), any Error> {
        do {
            let number = try visit.draft
            let revision = try visit.version()
            let edit = try await visit.json { try Edit(&$0, revision: revision) }
            return .success((number, edit))
        } catch {
            return .failure(error)
        }
    }

    private static func answer(to edit: Edit, _ reply: EditReply) -> Response {
        .json { json in
            json.object { json in
                json.members(of: reply.window, view: edit.view)
                json.member("moved", reply.moved)
                json.member("added") { json in
                    json.array(reply.added) { $0.value($1) }
                }
            }
        }
    }
}

/// What `GET …/rows` is asked for.
struct RowsWanted {
    enum Part {
        case window(offset: Int, limit: Int)
        case changes(since: Int, ranges: [Range<Int>])
    }

    let view: Int
    let part: Part

    init(_ query: inout FormFields) throws {
        view = try query.number("view", in: 0...Int.max) ?? 0
        if let revision = try query.number("changed_since", in: 0...Int.max) {
            let ranges = try query.text("ranges").split(separator: ",").map(Self.range)
            part = .changes(since: revision, ranges: try Self.bounded(ranges))
        } else {
            part = .window(
                offset: try query.number("offset", in: 0...AccountDesk.farthestRow) ?? 0,
                limit: try query.number("limit", in: 1...AccountDesk.longestWindow) ?? 128)
        }
    }

    private static func range(_ text: Substring) throws -> Range<Int> {
        let ends = text.split(separator: "-", omittingEmptySubsequences: false).map { Int($0) }
        guard ends.count == 2, let first = ends[0], let last = ends[1], first >= 0, last >= first,
            last < AccountDesk.farthestRow, last - first < AccountDesk.longestWindow
        else { throw Refusal.wrongValue("ranges", "windows such as 0-127,512-639") }
        return first..<last + 1
    }

    static func bounded(_ ranges: [Range<Int>]) throws -> [Range<Int>] {
        guard ranges.reduce(0, { $0 + $1.count }) <= AccountDesk.longestWindow else {
            throw Refusal.wrongValue("ranges", "at most \(AccountDesk.longestWindow) rows in all")
        }
        return ranges
    }
}

extension RowFilter {
    init(_ text: String) throws {
        switch text {
        case "all": self = .all
        case "faulty": self = .faulty
        case "clean": self = .clean
        default:
            guard let kind = Issues.kinds.first(where: { $0.code == text }) else {
                throw Refusal.wrongValue("filter", "all, faulty, clean or the code of an issue")
            }
            self = .kind(kind.issue)
        }
    }
}
