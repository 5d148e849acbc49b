import Directory
import Store

/// Letters that an address gets in a day because somebody asked for them without having signed in: from
/// one account, and from all.
private let dailyOfAccount = 3
private let dailyOfAll = 10

extension Transaction {
    /// Whether a user's address may get one more letter that anybody can ask for.
    func mayAskForLetter(
        _ user: ID<User>, in account: ID<Account>, at now: Timestamp
    ) throws -> Bool {
        let yesterday = now.adding(seconds: -24 * 3600)
        let counts = try askedLetters(toAddressOf: user, in: account, since: yesterday)
        return counts.account < dailyOfAccount && counts.all < dailyOfAll
    }
}
