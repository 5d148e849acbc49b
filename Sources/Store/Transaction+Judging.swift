extension Transaction {
    /// Begins to judge a draft anew; nil unless it is open and was judged by older rules. Which users
    /// it was settled against stays as it is.
    package func beginJudging(of draft: DraftID, rulesVersion: Int) throws -> Int? {
        try first(
            """
            UPDATE drafts SET rev = rev + 1, rules_version = \(rulesVersion)
            WHERE \(draft.itself) AND state = 'open' AND rules_version < \(rulesVersion)
            RETURNING rev
            """
        ) { Int($0.integer(0)) }
    }

    /// - Parameter places: sorted by hash.
    package func replaceAddresses(of draft: DraftID, by places: [AddressPlace]) throws {
        try run("DELETE FROM draft_addresses WHERE \(draft.its)")
        try stage(places[...], of: draft)
    }

    package func recountAll(of draft: DraftID) throws {
        let last = try first(
            """
            SELECT position FROM draft_rows WHERE \(draft.its) ORDER BY position DESC LIMIT 1
            """
        ) { Int($0.integer(0)) }
        try recount(0...(last ?? 0) / DraftBlock.size, of: draft)
    }
}
