/// Writes JSON (RFC 8259) straight into bytes. The caller keeps the order of keys; commas are put here.
package struct JSONWriter {
    /// What was written and not taken yet.
    package private(set) var bytes: [UInt8] = []
    package var count: Int { bytes.count }
    private var needsComma = false

    package init() {
        // Room for most answers: growing copies what was written.
        bytes.reserveCapacity(2_048)
    }

    package var text: String { String(decoding: bytes, as: UTF8.self) }

    /// Takes what was written so far, of many lines.
    package mutating func take() -> [UInt8] {
        let taken = bytes
        bytes.removeAll(keepingCapacity: true)
        return taken
    }

    /// One line of JSON Lines.
    package mutating func line(_ write: (inout JSONWriter) throws -> Void) rethrows {
        needsComma = false
        try write(&self)
        put("\n")
    }

    package mutating func object(_ members: (inout JSONWriter) throws -> Void) rethrows {
        open("{")
        try members(&self)
        close("}")
    }

    package mutating func array<Element>(
        _ elements: some Sequence<Element>, _ write: (inout JSONWriter, Element) throws -> Void
    ) rethrows {
        open("[")
        for element in elements { try write(&self, element) }
        close("]")
    }

    package mutating func member(
        _ key: StaticString, _ write: (inout JSONWriter) throws -> Void
    ) rethrows {
        comma()
        put("\"")
        put(key)
        put("\":")
        needsComma = false
        try write(&self)
    }

    package mutating func member(_ key: StaticString, _ text: String?) {
        member(key) { json in
            if let text { json.value(text) } else { json.null() }
        }
    }

    package mutating func member(_ key: StaticString, _ number: some BinaryInteger) {
        let number = Int64(number)
        member(key) { $0.value(number) }
    }

    package mutating func member(_ key: StaticString, orNull number: Int?) {
        member(key) { json in
            if let number { json.value(number) } else { json.null() }
        }
    }

    /// For keys that are codes: letters, digits and underscores.
    package mutating func member(named code: String, _ number: some BinaryInteger) {
        value(code)
        put(":")
        needsComma = false
        value(number)
    }

    package mutating func member(_ key: StaticString, _ truth: Bool) {
        member(key) { $0.value(truth) }
    }

    package mutating func value(_ number: some BinaryInteger) {
        value(Int64(number))
    }

    package mutating func value(_ number: Int64) {
        comma()
        bytes.append(contentsOf: String(number).utf8)
    }

    package mutating func value(_ truth: Bool) {
        comma()
        put(truth ? "true" : "false")
    }

    package mutating func null() {
        comma()
        put("null")
    }

    package mutating func value(_ text: String) {
        comma()
        put("\"")
        if text.isPlain {
            bytes.append(contentsOf: text.utf8)
        } else {
            for byte in text.utf8 { writeEscaped(byte) }
        }
        put("\"")
    }

    private mutating func writeEscaped(_ byte: UInt8) {
        guard byte.needsEscape else {
            bytes.append(byte)
            return
        }
        switch byte {
        case UInt8(ascii: "\""): put("\\\"")
        case UInt8(ascii: "\\"): put("\\\\")
        case UInt8(ascii: "\n"): put("\\n")
        case UInt8(ascii: "\r"): put("\\r")
        case UInt8(ascii: "\t"): put("\\t")
        default:
            let digits = String(byte, radix: 16)
            put(digits.utf8.count < 2 ? "\\u000" : "\\u00")
            bytes.append(contentsOf: digits.utf8)
        }
    }

    private mutating func open(_ bracket: StaticString) {
        comma()
        put(bracket)
        needsComma = false
    }

    private mutating func close(_ bracket: StaticString) {
        put(bracket)
        needsComma = true
    }

    private mutating func put(_ letters: StaticString) {
        letters.withUTF8Buffer { bytes.append(contentsOf: $0) }
    }

    private mutating func comma() {
        if needsComma { put(",") }
        needsComma = true
    }
}

extension String {
    fileprivate var isPlain: Bool {
        utf8.withContiguousStorageIfAvailable { !$0.contains { $0.needsEscape } } ?? false
    }
}

extension UInt8 {
    /// RFC 8259, section 7; DEL too, for the sake of logs and terminals.
    fileprivate var needsEscape: Bool {
        self < 0x20 || self == UInt8(ascii: "\"") || self == UInt8(ascii: "\\") || self == 0x7F
    }
}
