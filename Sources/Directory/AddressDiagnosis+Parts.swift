/// What stands before and after the @.
extension AddressDiagnosis {
    private static let outerPunctuation = Set(
        ",;:'\"<>()[]{}\u{201C}\u{201D}\u{201E}\u{2018}\u{2019}".unicodeScalars)

    /// Punctuation around the whole, as in `"ana@x.com"` or `ana@x.com;`.
    var enclosure: EmailAddress.Malformed? {
        // An apostrophe may begin an address; it encloses one only if something can't stand where it does.
        guard let forbidden else { return nil }
        let inner = text(scalars[...]).trimming { Self.outerPunctuation.contains($0) }
        guard inner.unicodeScalars.count < scalars.count, let repaired = repair(inner) else {
            return nil
        }
        return .init(
            .characterForbidden, character: String(forbidden), repairs: [repaired])
    }

    var commas: EmailAddress.Malformed? {
        guard scalars.contains(",") else { return nil }
        return malformed(.comma, repairedBy: [scalars.map { $0 == "," ? "." : $0 }])
    }

    var dots: EmailAddress.Malformed? {
        var kept: [Unicode.Scalar] = []
        for scalar in scalars {
            let isAfterSeparator = kept.last.map { $0 == "." || $0 == "@" } ?? true
            if scalar == ".", isAfterSeparator { continue }
            if scalar == "@", kept.last == "." { kept.removeLast() }
            kept.append(scalar)
        }
        if kept.last == "." { kept.removeLast() }
        guard kept.count < scalars.count else { return nil }
        return malformed(.dotExtra, repairedBy: [kept])
    }

    var forbiddenCharacter: EmailAddress.Malformed? {
        if domainScalars.first == "[" { return .init(.domainImpossible) }
        guard let forbidden else { return nil }
        // Quotation marks carry no meaning (RFC 5321, 4.1.2); for others nobody can tell what was meant.
        let candidates = forbidden == "\"" ? [scalars.filter { $0 != "\"" }] : []
        return .init(
            .characterForbidden, character: String(forbidden),
            repairs: candidates.compactMap { repair(text($0[...])) })
    }

    private var forbidden: Unicode.Scalar? {
        // A mark has nothing to stand on there: it would be drawn over what comes before the address.
        if let first = scalars.first, first.isMark { return first }
        return scalars[..<(at ?? 0)].first { !AddressSyntax.mayStandInLocalPart($0) }
            ?? domainScalars.first { !AddressSyntax.mayStandInDomain($0) }
    }
}
