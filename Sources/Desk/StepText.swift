import Imports

/// What an edit did, as it is kept: words and numbers, and texts led by their length in bytes.
enum StepText {
    static func set(_ position: Int, _ field: Field, _ value: String) -> String {
        "set \(position) \(field.key) \(measured(value))"
    }

    static func delete(_ position: Int) -> String { "delete \(position)" }

    static func restore(_ position: Int) -> String { "restore \(position)" }

    static func of(_ operation: Edit.Operation) -> String {
        switch operation {
        case .set(let position, let field, let value): set(position, field, value)
        case .delete(let position): delete(position)
        case .restore(let position): restore(position)
        case .add(let row):
            "add " + Field.allCases.map { measured(row[$0]) }.joined(separator: " ")
        }
    }

    static func operations(in text: String) throws -> [Edit.Operation] {
        var reader = StepReader(text)
        return try reader.operations()
    }

    /// Without NUL, which no row keeps and not every database stores.
    private static func measured(_ value: String) -> String {
        let text = String(String.UnicodeScalarView(value.unicodeScalars.filter { $0 != "\0" }))
        return "\(text.utf8.count):\(text)"
    }

    /// One word for the whole request; `set` alone leaves every row where it is.
    static func label(of operations: [Edit.Operation]) -> String {
        let words = Set(operations.map(word))
        return words.count == 1 ? words.first ?? "several" : "several"
    }

    private static func word(of operation: Edit.Operation) -> String {
        switch operation {
        case .set: "set"
        case .delete: "delete"
        case .restore: "restore"
        case .add: "add"
        }
    }
}
