import Directory

/// Undoes `%XX` (RFC 3986, section 2.1).
/// - Throws: `Refusal` with `malformedRequest` for broken escapes, text that isn't UTF-8, and NUL.
package func percentDecoded(_ encoded: some Sequence<UInt8>) throws -> String {
    var bytes: [UInt8] = []
    var rest = encoded.makeIterator()
    while let byte = rest.next() {
        guard byte == UInt8(ascii: "%") else {
            bytes.append(byte)
            continue
        }
        guard let high = rest.next()?.hexDigit, let low = rest.next()?.hexDigit else {
            throw Refusal.malformed("A percent sign isn't followed by two digits.")
        }
        bytes.append(high << 4 | low)
    }
    guard let text = String(validating: bytes, as: UTF8.self), !text.utf8.contains(0) else {
        throw Refusal.malformed("The text is not UTF-8.")
    }
    return text
}

extension UInt8 {
    var hexDigit: UInt8? {
        switch self {
        case UInt8(ascii: "0")...UInt8(ascii: "9"): self - UInt8(ascii: "0")
        case UInt8(ascii: "a")...UInt8(ascii: "f"): self - UInt8(ascii: "a") + 10
        case UInt8(ascii: "A")...UInt8(ascii: "F"): self - UInt8(ascii: "A") + 10
        default: nil
        }
    }
}
