import Desk
import Directory
import Gate
import Imports

extension Edit {
    init(_ json: inout JSONObject, revision: Int) throws {
        let requestID = try json.requestID()
        let operations = try json.list("ops") { element in
            try JSONObject.reading(element) { try Operation(&$0) }
        }
        guard (1...AccountDesk.longestEdit).contains(operations.count) else {
            throw Refusal.wrongValue("ops", "a list of 1 to \(AccountDesk.longestEdit) operations")
        }
        let view = try json.optionalInteger("view") ?? 0
        let ranges = try RowsWanted.bounded(json.list("ranges", Self.range))
        self.init(
            requestID: requestID, revision: revision, operations: operations, view: view,
            ranges: ranges)
    }

    /// `[first, last]`, inclusive.
    fileprivate static func range(_ json: JSON) throws -> Range<Int> {
        guard case .array(let ends) = json, ends.count == 2, case .integer(let first) = ends[0],
            case .integer(let last) = ends[1], first >= 0, last >= first,
            last < AccountDesk.farthestRow, last - first < AccountDesk.longestWindow
        else { throw Refusal.wrongValue("ranges", "a list of windows such as [0, 127]") }
        return first..<last + 1
    }
}

extension Reversal {
    init(_ json: inout JSONObject) throws {
        self.init(
            requestID: try json.requestID(), step: try json.integer("step"),
            view: try json.optionalInteger("view") ?? 0,
            ranges: try RowsWanted.bounded(json.list("ranges", Edit.range)))
    }
}

extension Edit.Operation {
    fileprivate init(_ json: inout JSONObject) throws {
        switch try json.text("op") {
        case "set":
            self = .set(
                position: try json.position(), field: try Field(key: json.text("field")),
                value: try json.text("value"))
        case "delete": self = .delete(position: try json.position())
        case "restore": self = .restore(position: try json.position())
        case "add": self = .add(try json.object("row") { try Row(&$0, instead: Row()) })
        default: throw Refusal.wrongValue("op", "set, delete, restore or add")
        }
    }
}

extension JSONObject {
    fileprivate mutating func position() throws -> Int {
        let position = try integer("position")
        guard (0...AccountDesk.farthestRow).contains(position) else {
            throw Refusal.wrongValue("position", "0 or more")
        }
        return position
    }
}

extension Field {
    init(key: String) throws {
        guard let field = Field.allCases.first(where: { $0.key == key }) else {
            let keys = Field.allCases.map(\.key).joined(separator: ", ")
            throw Refusal.wrongValue("field", "one of \(keys)")
        }
        self = field
    }
}
