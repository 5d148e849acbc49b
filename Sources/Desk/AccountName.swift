import Directory
import Imports
import Store

/// A name that an account may have: tidied, 1 to 200 characters.
struct AccountName: Sendable {
    let text: String
    /// What two spellings of one name share.
    let key: String

    /// - Throws: `Refusal` with `wrongValue` and the field `name`.
    init(_ written: String) throws(Refusal) {
        text = TidiedText(written).value
        key = FoldedText(of: text).value
        guard !key.isEmpty else {
            throw Refusal(
                .wrongValue, "The name is missing.", remedy: "Write the account's name.",
                field: "name")
        }
        guard text.unicodeScalars.count <= RowRules.longestName else {
            throw Refusal(
                .wrongValue, "The name has more than \(RowRules.longestName) characters.",
                remedy: "Shorten it.", field: "name")
        }
    }
}

extension Transaction {
    /// - Throws: `Refusal` with `accountNameTaken`.
    func addAccount(_ name: AccountName, partner: ID<Account>?, at now: Timestamp) throws -> Account
    {
        var chance = SystemRandomNumberGenerator()
        for _ in 1...3 {
            let id = ID<Account>.random(using: &chance)
            if let account = try insertAccount(
                id, name: name.text, key: name.key, partner: partner, at: now)
            {
                return account
            }
            // Either the name or, once in a very long time, the number was taken.
            guard try account(id) != nil else { break }
        }
        throw Refusal(
            .accountNameTaken, "There is an account “\(name.text)” already.",
            remedy: "Choose another name.", field: "name")
    }
}
