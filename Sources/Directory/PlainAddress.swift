/// The quick way through for what nearly every address is: ASCII, right, and without outer blanks.
///
/// One pass over the bytes, and nothing is allocated. Whatever is unusual or wrong takes the long way, so this must
/// only be right when it says yes.
package struct PlainAddress {
    /// The address is kept with its letters lower-cased.
    package let hasCapitals: Bool

    package init?(_ bytes: Span<UInt8>, _ domains: inout KnownDomains) {
        guard bytes.count <= EmailAddress.longest else { return nil }
        var scan = Scan()
        for place in bytes.indices where !scan.take(bytes[place]) {
            guard scan.isAtALabel, domains.includes(bytes.extracting(scan.domain...)) else {
                return nil
            }
            hasCapitals = scan.localHasCapitals
            return
        }
        guard scan.isComplete else { return nil }
        hasCapitals = scan.hasCapitals
    }

    /// The address as it is kept.
    static func kept(_ text: String) -> String? {
        var text = text
        var domains = KnownDomains()
        let plain = text.withUTF8 { PlainAddress($0.span, &domains) }
        return plain.map { $0.hasCapitals ? lowered(text) : text }
    }

    private static func lowered(_ text: String) -> String {
        String(unsafeUninitializedCapacity: text.utf8.count) { buffer in
            var count = 0
            for byte in text.utf8 {
                buffer[count] = (0x41...0x5A).contains(byte) ? byte | 0x20 : byte
                count += 1
            }
            return count
        }
    }
}

/// Where the scan stands: before the @, or in one of the domain's labels.
private struct Scan {
    private(set) var hasCapitals = false
    private(set) var localHasCapitals = false
    /// It stopped at two hyphens in third and fourth place: an A-label, which libidn2 must see.
    private(set) var isAtALabel = false
    private var previous = UInt8(ascii: ".")
    private var localLength = 0
    private var isInDomain = false
    private var dots = 0
    private var labelLength = 0
    private var labelIsNumber = true

    /// Where the domain begins, once the @ was taken.
    var domain: Int { localLength + 1 }

    var isComplete: Bool {
        isInDomain && dots > 0 && labelLength > 1 && !labelIsNumber
            && previous != UInt8(ascii: "-")
    }

    /// False when this is no plain address.
    mutating func take(_ byte: UInt8) -> Bool {
        let fits = isInDomain ? takeOfDomain(byte) : takeOfLocalPart(byte)
        previous = byte
        return fits
    }

    private mutating func takeOfLocalPart(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "@"):
            isInDomain = true
            localHasCapitals = hasCapitals
            return previous != UInt8(ascii: ".") && localLength <= EmailAddress.longestLocalPart
        case UInt8(ascii: "."):
            localLength += 1
            return previous != UInt8(ascii: ".")
        default:
            localLength += 1
            if (0x41...0x5A).contains(byte) { hasCapitals = true }
            return AddressSyntax.isAtomText(byte)
        }
    }

    private mutating func takeOfDomain(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "."):
            guard labelLength > 0, previous != UInt8(ascii: "-") else { return false }
            dots += 1
            labelLength = 0
            labelIsNumber = true
            return true
        case UInt8(ascii: "-"):
            isAtALabel = labelLength == 3 && previous == UInt8(ascii: "-")
            labelLength += 1
            labelIsNumber = false
            return labelLength > 1 && labelLength <= 63 && !isAtALabel
        case UInt8(ascii: "0")...UInt8(ascii: "9"):
            labelLength += 1
            return labelLength <= 63
        default:
            labelLength += 1
            labelIsNumber = false
            if (0x41...0x5A).contains(byte) { hasCapitals = true }
            return AddressSyntax.isLetter(byte) && labelLength <= 63
        }
    }
}
