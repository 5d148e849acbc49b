/// Which characters may stand where in an address.
enum AddressSyntax {
    static func isLetter(_ byte: UInt8) -> Bool {
        (0x61...0x7A).contains(byte | 0x20)
    }

    /// `atext` of RFC 5322, 3.2.3.
    static func isAtomText(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
            UInt8(ascii: "0")...UInt8(ascii: "9"):
            true
        case UInt8(ascii: "!"), UInt8(ascii: "#"), UInt8(ascii: "$"), UInt8(ascii: "%"),
            UInt8(ascii: "&"), UInt8(ascii: "'"), UInt8(ascii: "*"), UInt8(ascii: "+"),
            UInt8(ascii: "-"), UInt8(ascii: "/"), UInt8(ascii: "="), UInt8(ascii: "?"),
            UInt8(ascii: "^"), UInt8(ascii: "_"), UInt8(ascii: "`"), UInt8(ascii: "{"),
            UInt8(ascii: "|"), UInt8(ascii: "}"), UInt8(ascii: "~"):
            true
        default: false
        }
    }

    /// Before the @. RFC 6531 lets any other character of Unicode stand here; ours are those of words.
    static func mayStandInLocalPart(_ scalar: Unicode.Scalar) -> Bool {
        if scalar.isASCII { return scalar == "." || isAtomText(UInt8(scalar.value)) }
        return scalar.isWordCharacter
    }

    /// After the @, as people write it; what IDNA makes of it is looked at later.
    static func mayStandInDomain(_ scalar: Unicode.Scalar) -> Bool {
        if scalar.isASCII {
            return scalar == "." || scalar == "-" || isLetter(UInt8(scalar.value))
                || ("0"..."9").contains(scalar)
        }
        return scalar.isWordCharacter || isWideDot(scalar) || scalar.isJoiner
    }

    /// The full stops of Chinese and Japanese, which IDNA takes for dots.
    static func isWideDot(_ scalar: Unicode.Scalar) -> Bool {
        scalar == "\u{3002}" || scalar == "\u{FF0E}" || scalar == "\u{FF61}"
    }
}
