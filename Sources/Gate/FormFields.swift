import Directory

/// Named texts from a form or a query. Each is taken once; what is left over is refused.
package struct FormFields {
    private var values: [String: String] = [:]

    /// Reads `key=value&…` with `%XX` and `+` (URL Standard, section 5.1), more strictly: a key
    /// may stand there once, escapes must be right, and the text UTF-8 without NUL.
    package init(encoded: some Sequence<UInt8>) throws {
        for pair in Array(encoded).split(separator: UInt8(ascii: "&")) {
            let cut = pair.firstIndex(of: UInt8(ascii: "=")) ?? pair.endIndex
            let key = try Self.text(pair[..<cut])
            let value = try Self.text(pair[cut...].dropFirst())
            guard values.updateValue(value, forKey: key) == nil else {
                throw Refusal.malformed("\u{201C}\(key.prefix(100))\u{201D} stands there twice.")
            }
        }
    }

    package mutating func optional(_ key: String) throws -> String? {
        values.removeValue(forKey: key)
    }

    /// - Throws: `Refusal` with `wrongValue` if it is missing.
    package mutating func text(_ key: String) throws -> String {
        guard let text = values.removeValue(forKey: key) else {
            throw Refusal.wrongValue(key, "given")
        }
        return text
    }

    /// A whole number in plain digits, and in the range; nil if it isn't there.
    package mutating func number(_ key: String, in range: ClosedRange<Int>) throws -> Int? {
        guard let text = values.removeValue(forKey: key) else { return nil }
        guard let number = Int(text), String(number) == text, range.contains(number) else {
            throw Refusal.wrongValue(
                key, "a number from \(range.lowerBound) to \(range.upperBound)")
        }
        return number
    }

    func checkAllTaken() throws {
        if let key = values.keys.min() { throw Refusal.unknownKey(key) }
    }

    private static func text(_ encoded: ArraySlice<UInt8>) throws -> String {
        try percentDecoded(encoded.lazy.map { $0 == UInt8(ascii: "+") ? 0x20 : $0 })
    }
}
