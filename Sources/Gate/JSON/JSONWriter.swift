package import NIOCore

/// Writes JSON (RFC 8259) straight into bytes. The caller keeps the order of keys; commas are put here.
package struct JSONWriter {
    /// With room for most answers: growing copies what was written.
    package private(set) var bytes = ByteBufferAllocator().buffer(capacity: 2_048)
    private var needsComma = false

    package init() {}

    package var text: String { String(buffer: bytes) }

    /// Bytes written and not taken yet.
    package var count: Int { bytes.readableBytes }

    /// Takes what was written so far, of many lines.
    package mutating func take() -> [UInt8] {
        let taken = Array(bytes.readableBytesView)
        bytes.clear()
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
        bytes.writeStaticString(key)
        bytes.writeStaticString("\":")
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
        bytes.writeString(String(number))
    }

    package mutating func value(_ truth: Bool) {
        comma()
        bytes.writeString(truth ? "true" : "false")
    }

    package mutating func null() {
        comma()
        bytes.writeString("null")
    }

    package mutating func value(_ text: String) {
        comma()
        put("\"")
        if text.isPlain {
            bytes.writeString(text)
        } else {
            for byte in text.utf8 { writeEscaped(byte) }
        }
        put("\"")
    }

    private mutating func writeEscaped(_ byte: UInt8) {
        guard byte.needsEscape else {
            bytes.writeInteger(byte)
            return
        }
        switch byte {
        case UInt8(ascii: "\""): bytes.writeString("\\\"")
        case UInt8(ascii: "\\"): bytes.writeString("\\\\")
        case UInt8(ascii: "\n"): bytes.writeString("\\n")
        case UInt8(ascii: "\r"): bytes.writeString("\\r")
        case UInt8(ascii: "\t"): bytes.writeString("\\t")
        default:
            let digits = String(byte, radix: 16)
            bytes.writeString("\\u00" + (digits.utf8.count < 2 ? "0" : "") + digits)
        }
    }

    private mutating func open(_ bracket: StaticString) {
        comma()
        bytes.writeStaticString(bracket)
        needsComma = false
    }

    private mutating func close(_ bracket: StaticString) {
        bytes.writeStaticString(bracket)
        needsComma = true
    }

    private mutating func put(_ letter: Unicode.Scalar) {
        bytes.writeInteger(UInt8(ascii: letter))
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
