import Directory

/// The quick way for what nearly every row is: texts that are tidy, a plain address, one of the roles. Says the same as
/// `RowRules`, and leaves to them what it says nothing about.
struct PlainRow {
    private(set) var issues: Issues = .nameMissing
    /// The address is kept with its letters lower-cased.
    let hasCapitals: Bool

    private static let roles = Role.allCases.map { Array($0.title.utf8) }

    /// - Parameters:
    ///   - start: Where in `letters` the first of the five fields begins.
    ///   - ends: Where each of them ends.
    init?(
        _ letters: Span<UInt8>, from start: Int, _ ends: Span<Int>, _ domains: inout KnownDomains
    ) {
        var begin = start
        for place in 0..<3 {
            let name = letters.extracting(begin..<ends[place])
            guard name.count <= RowRules.longestName, TidiedText.isTidy(name) else { return nil }
            if !name.isEmpty { issues = [] }
            begin = ends[place]
        }
        let email = letters.extracting(ends[2]..<ends[3])
        if email.isEmpty {
            issues.insert(.emailMissing)
            hasCapitals = false
        } else {
            guard let plain = PlainAddress(email, &domains) else { return nil }
            hasCapitals = plain.hasCapitals
        }
        guard Self.isRole(letters.extracting(ends[3]..<ends[4])) else { return nil }
    }

    /// A blank role means User.
    private static func isRole(_ written: Span<UInt8>) -> Bool {
        if written.isEmpty { return true }
        for role in roles where role.count == written.count {
            return role.indices.allSatisfy { role[$0] == written[$0] }
        }
        return false
    }
}
