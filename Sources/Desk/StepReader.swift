import Imports

/// A step was kept that nothing of ours has written.
struct DamagedStep: Error {
    let text: String
}

/// Reads what `StepText` has written.
struct StepReader {
    private let text: String
    private var rest: Substring.UTF8View

    init(_ text: String) {
        self.text = text
        rest = Substring(text).utf8
    }

    mutating func operations() throws -> [Edit.Operation] {
        var operations: [Edit.Operation] = []
        while !rest.isEmpty {
            operations.append(try operation())
            if !rest.isEmpty { try skip("\n") }
        }
        return operations
    }

    private mutating func operation() throws -> Edit.Operation {
        switch try word() {
        case "set":
            let position = try number()
            let key = try word()
            guard let field = Field.allCases.first(where: { $0.key == key }) else { throw damage }
            return .set(position: position, field: field, value: try measured())
        case "delete": return .delete(position: try number())
        case "restore": return .restore(position: try number())
        case "add":
            var row = Row()
            for field in Field.allCases { row[field] = try measured() }
            return .add(row)
        default: throw damage
        }
    }

    /// What stands before the next space or the end of the line.
    private mutating func word() throws -> String {
        if rest.first == UInt8(ascii: " ") { rest.removeFirst() }
        let word = rest.prefix { $0 != UInt8(ascii: " ") && $0 != UInt8(ascii: "\n") }
        rest.removeFirst(word.count)
        return String(decoding: word, as: UTF8.self)
    }

    private mutating func number() throws -> Int {
        guard let number = Int(try word()), number >= 0 else { throw damage }
        return number
    }

    /// `5:hello`: its length in bytes, and the text.
    private mutating func measured() throws -> String {
        if rest.first == UInt8(ascii: " ") { rest.removeFirst() }
        let digits = rest.prefix { $0 != UInt8(ascii: ":") }
        guard let count = Int(String(decoding: digits, as: UTF8.self)), count >= 0 else {
            throw damage
        }
        rest.removeFirst(digits.count)
        try skip(":")
        let value = rest.prefix(count)
        guard value.count == count else { throw damage }
        rest.removeFirst(count)
        return String(decoding: value, as: UTF8.self)
    }

    private mutating func skip(_ mark: Unicode.Scalar) throws {
        guard rest.first == UInt8(ascii: mark) else { throw damage }
        rest.removeFirst()
    }

    private var damage: DamagedStep { DamagedStep(text: text) }
}
