import Directory

/// A heading reduced to what it says: "E-Mail Address *" and "email_address (required)" are one.
struct HeadingText: Hashable {
    let letters: String

    init(_ written: String) {
        let folded = FoldedText(of: written).value
        var kept = String.UnicodeScalarView()
        var depth = 0
        for scalar in folded.unicodeScalars {
            switch scalar {
            case "(", "[": depth += 1
            case ")", "]": depth = max(0, depth - 1)
            default:
                if depth == 0, scalar.properties.isAlphabetic || Self.isDigit(scalar) {
                    kept.append(scalar)
                }
            }
        }
        letters = String(kept)
    }

    private static func isDigit(_ scalar: Unicode.Scalar) -> Bool {
        ("0"..."9").contains(scalar)
    }
}
