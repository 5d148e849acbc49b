/// A customer's account, or a partner's: an account that looks after others.
package struct Account: Sendable, Equatable {
    package let id: ID<Account>
    /// The account that looks after this one.
    package let partner: ID<Account>?
    package let name: String
    package let userCount: Int

    package init(id: ID<Account>, partner: ID<Account>?, name: String, userCount: Int) {
        self.id = id
        self.partner = partner
        self.name = name
        self.userCount = userCount
    }
}
