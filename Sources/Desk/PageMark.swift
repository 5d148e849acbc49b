import Directory
import Store

/// The place in a list where the next page begins: opaque outside the desk.
package struct PageMark: Sendable, Equatable {
    /// As it stands in addresses: letters and digits only.
    package let text: String

    package init(text: String) {
        self.text = text
    }
}

/// A mark holds the sort key and number of the last entry, so that a page goes on at the right
/// place even when that entry is gone.
extension PageMark {
    init(_ place: ListPlace) {
        let letters = place.key.utf8.map { byte in
            String(byte >> 4, radix: 16) + String(byte & 15, radix: 16)
        }
        self.init(text: String(place.id, radix: 16) + "x" + letters.joined())
    }

    /// - Throws: `Refusal` with `wrongValue` for a text that no list ever gave out.
    func place() throws(Refusal) -> ListPlace {
        let parts = text.utf8.split(separator: UInt8(ascii: "x"), omittingEmptySubsequences: false)
        guard parts.count == 2, let id = Int64(String(parts[0]) ?? "", radix: 16),
            let bytes = Self.bytes(parts[1]), let key = String(validating: bytes, as: UTF8.self),
            !bytes.contains(0)
        else {
            throw Refusal(
                .wrongValue, "This page of the list is unknown.",
                remedy: "Start at the first page.",
                field: "after")
        }
        return ListPlace(key: key, id: id)
    }

    private static func bytes(_ letters: Substring.UTF8View) -> [UInt8]? {
        let digits = letters.compactMap { Character(Unicode.Scalar($0)).hexDigitValue }
        guard digits.count == letters.count, digits.count.isMultiple(of: 2) else { return nil }
        return stride(from: 0, to: digits.count, by: 2).map {
            UInt8(digits[$0] << 4 | digits[$0 + 1])
        }
    }
}

/// How many entries one page of a list may have.
enum ListLimit {
    static func clamped(_ limit: Int) -> Int {
        min(max(limit, 1), 200)
    }
}
