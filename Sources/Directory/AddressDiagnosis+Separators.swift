/// What separates its parts: one @, and no blanks.
extension AddressDiagnosis {
    var missingAt: EmailAddress.Malformed? {
        guard at == nil else { return nil }
        let written = ["\u{FF20}", "\u{FE6B}", "(at)", "[at]", " at "]
        let candidates = written.compactMap { replacingOnly($0, by: "@") }
        let missing = malformed(.atMissing, repairedBy: candidates)
        let isAnAddress = looksLikeDomain || !missing.repairs.isEmpty
        return isAnAddress ? missing : .init(.notAnAddress)
    }

    /// A dot with something before it and at least two letters behind: not `n.a.`, `tbd` or `-`.
    private var looksLikeDomain: Bool {
        scalars.indices.dropFirst().dropLast(2).contains { place in
            isDot(scalars[place])
                && [place - 1, place + 1, place + 2].allSatisfy {
                    !isDot(scalars[$0]) && !scalars[$0].isBlank
                }
        }
    }

    private func isDot(_ scalar: Unicode.Scalar) -> Bool {
        scalar == "." || AddressSyntax.isWideDot(scalar)
    }

    var blanks: EmailAddress.Malformed? {
        guard scalars.contains(where: \.isBlank) else { return nil }
        let domain = domainScalars.filter { !$0.isBlank }
        let words = local.unicodeScalars.split(whereSeparator: \.isBlank)
        // Inside the name a space may stand for a dot, or for nothing.
        let locals =
            words.count < 2
            ? [words.flatMap(Array.init)]
            : [Array(words.joined(separator: ["."])), Array(words.joined())]
        return malformed(.space, repairedBy: locals.map { $0 + ["@"] + domain })
    }

    var repeatedAt: EmailAddress.Malformed? {
        guard scalars.count(where: { $0 == "@" }) > 1 else { return nil }
        let single = scalars.indices.filter {
            scalars[$0] != "@" || $0 == 0 || scalars[$0 - 1] != "@"
        }
        return malformed(.atRepeated, repairedBy: [single.map { scalars[$0] }])
    }

    var missingParts: EmailAddress.Malformed? {
        if at == 0 { return .init(.nameMissing) }
        if domainScalars.isEmpty { return .init(.domainMissing) }
        return nil
    }

    /// The text with one spelling replaced, if it stands there exactly once, in any letter case.
    private func replacingOnly(_ written: String, by other: Unicode.Scalar) -> [Unicode.Scalar]? {
        let wanted = Array(written.unicodeScalars)
        let places = scalars.indices.filter { index in
            scalars[index...].prefix(wanted.count).elementsEqual(wanted) { $0.isSameLetter(as: $1) }
        }
        guard places.count == 1, let place = places.first else { return nil }
        return scalars[..<place] + [other] + scalars[(place + wanted.count)...]
    }
}

extension Unicode.Scalar {
    /// Equal but for the case of ASCII letters.
    fileprivate func isSameLetter(as other: Unicode.Scalar) -> Bool {
        self == other
            || (isASCII && other.isASCII && properties.isAlphabetic
                && value | 0x20 == other.value | 0x20)
    }
}
