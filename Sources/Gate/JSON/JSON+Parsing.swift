import Directory
package import NIOCore

extension JSON {
    /// Parses one JSON text, strictly: UTF-8 only, each key of an object once, at most 16 levels.
    /// - Throws: `Refusal` with `malformedRequest`.
    package init(parsing bytes: ByteBuffer) throws {
        var parser = JSONParser(bytes: Array(bytes.readableBytesView))
        self = try parser.value(depth: 0)
        guard parser.next() == nil else { throw parser.malformed }
    }
}

private struct JSONParser {
    let bytes: [UInt8]
    var place = 0

    var malformed: Refusal {
        Refusal.malformed("The body is not JSON (at byte \(place)).")
    }

    /// The next byte that isn't white space, not yet taken.
    mutating func next() -> UInt8? {
        while place < bytes.count {
            guard [0x20, 0x09, 0x0A, 0x0D].contains(bytes[place]) else { return bytes[place] }
            place += 1
        }
        return nil
    }

    mutating func value(depth: Int) throws -> JSON {
        guard depth < 16 else { throw malformed }
        switch next() {
        case UInt8(ascii: "{"): return try object(depth: depth)
        case UInt8(ascii: "["): return try array(depth: depth)
        case UInt8(ascii: "\""): return .text(try text())
        case UInt8(ascii: "t"): return try word("true", .truth(true))
        case UInt8(ascii: "f"): return try word("false", .truth(false))
        case UInt8(ascii: "n"): return try word("null", .null)
        default: return try number()
        }
    }

    private mutating func object(depth: Int) throws -> JSON {
        var members: [String: JSON] = [:]
        place += 1
        if take("}") { return .object(members) }
        repeat {
            guard next() == UInt8(ascii: "\"") else { throw malformed }
            let key = try text()
            guard take(":") else { throw malformed }
            guard members.updateValue(try value(depth: depth + 1), forKey: key) == nil else {
                throw Refusal.malformed("\u{201C}\(key.prefix(100))\u{201D} stands there twice.")
            }
        } while take(",")
        guard take("}") else { throw malformed }
        return .object(members)
    }

    private mutating func array(depth: Int) throws -> JSON {
        var elements: [JSON] = []
        place += 1
        if take("]") { return .array(elements) }
        repeat {
            elements.append(try value(depth: depth + 1))
        } while take(",")
        guard take("]") else { throw malformed }
        return .array(elements)
    }

    private mutating func take(_ sign: Unicode.Scalar) -> Bool {
        guard next() == UInt8(ascii: sign) else { return false }
        place += 1
        return true
    }

    private mutating func word(_ word: StaticString, _ value: JSON) throws -> JSON {
        let end = place + word.utf8CodeUnitCount
        guard end <= bytes.count, bytes[place..<end].elementsEqual(word.description.utf8) else {
            throw malformed
        }
        place = end
        return value
    }

    private mutating func number() throws -> JSON {
        let signs = bytes[place...].prefix { "+-.0123456789eE".utf8.contains($0) }
        let text = String(decoding: signs, as: UTF8.self)
        let digits = text.hasPrefix("-") ? text.dropFirst() : text[...]
        guard let first = digits.utf8.first, (0x30...0x39).contains(first),
            digits.utf8.count == 1 || first != 0x30
                || [".", "e", "E"].contains(digits.dropFirst().first)
        else { throw malformed }
        let whole = Int(text)
        guard whole != nil || isNumber(text) else { throw malformed }
        place += signs.count
        return whole.map { .integer($0) } ?? .fraction
    }

    private func isNumber(_ text: String) -> Bool {
        text.utf8.last.map { (0x30...0x39).contains($0) } == true && Double(text) != nil
    }

    /// Few texts have anything to unescape.
    private mutating func text() throws -> String {
        place += 1
        let end = bytes[place...].firstIndex { $0.endsPlainText } ?? bytes.count
        guard end < bytes.count, bytes[end] == UInt8(ascii: "\"") else {
            return try escapedText()
        }
        let letters = bytes[place..<end]
        place = end + 1
        guard let text = String(validating: letters, as: UTF8.self) else { throw malformed }
        return text
    }

    private mutating func escapedText() throws -> String {
        var out: [UInt8] = []
        while place < bytes.count {
            let byte = bytes[place]
            place += 1
            switch byte {
            case UInt8(ascii: "\""):
                guard let text = String(validating: out, as: UTF8.self) else { throw malformed }
                return text
            case UInt8(ascii: "\\"): try escape(into: &out)
            case 0..<0x20: throw malformed
            default: out.append(byte)
            }
        }
        throw malformed
    }

    private mutating func escape(into out: inout [UInt8]) throws {
        guard place < bytes.count else { throw malformed }
        let byte = bytes[place]
        place += 1
        switch byte {
        case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"): out.append(byte)
        case UInt8(ascii: "b"): out.append(0x08)
        case UInt8(ascii: "f"): out.append(0x0C)
        case UInt8(ascii: "n"): out.append(0x0A)
        case UInt8(ascii: "r"): out.append(0x0D)
        case UInt8(ascii: "t"): out.append(0x09)
        case UInt8(ascii: "u"): out.append(contentsOf: String(try scalar()).utf8)
        default: throw malformed
        }
    }

    /// The scalar of `\uXXXX`, or of two of them that are a surrogate pair.
    private mutating func scalar() throws -> Character {
        let unit = try codeUnit()
        guard (0xD800..<0xDC00).contains(unit) else {
            guard let scalar = Unicode.Scalar(unit) else { throw malformed }
            return Character(scalar)
        }
        guard bytes[place...].starts(with: "\\u".utf8) else { throw malformed }
        place += 2
        let low = try codeUnit()
        guard (0xDC00..<0xE000).contains(low),
            let scalar = Unicode.Scalar(0x10000 + (unit - 0xD800) << 10 + (low - 0xDC00))
        else { throw malformed }
        return Character(scalar)
    }

    private mutating func codeUnit() throws -> UInt32 {
        let digits = bytes[place...].prefix(4).compactMap(\.hexDigit)
        guard digits.count == 4 else { throw malformed }
        place += 4
        return digits.reduce(0) { $0 << 4 | UInt32($1) }
    }
}

extension UInt8 {
    /// What a text can't hold as it is.
    fileprivate var endsPlainText: Bool {
        self < 0x20 || self == UInt8(ascii: "\"") || self == UInt8(ascii: "\\")
    }
}
