/// A person in an account. The same address may stand in other accounts; those are other users.
package struct User: Sendable, Equatable {
    package let account: ID<Account>
    package let id: ID<User>
    package let email: String
    package let firstName: String
    package let lastName: String
    package let name: String
    /// NAME if given, else "FIRST LAST".
    package let displayName: String
    package let role: Role
    package let registeredAt: Timestamp?
    package let createdAt: Timestamp
    /// Counts the changes: a change names the version that it was made from.
    package let version: Int
    /// The import that added this user: its number in the account.
    package let draft: Int?
    package let welcome: WelcomeState
    /// When the Welcome email came to this state.
    package let welcomeAt: Timestamp?
    /// What the mail server said when it failed.
    package let welcomeWords: String

    package init(
        account: ID<Account>, id: ID<User>, email: String, firstName: String, lastName: String,
        name: String, displayName: String, role: Role, registeredAt: Timestamp?,
        createdAt: Timestamp, version: Int, draft: Int?, welcome: WelcomeState = .notSent,
        welcomeAt: Timestamp? = nil, welcomeWords: String = ""
    ) {
        self.account = account
        self.id = id
        self.email = email
        self.firstName = firstName
        self.lastName = lastName
        self.name = name
        self.displayName = displayName
        self.role = role
        self.registeredAt = registeredAt
        self.createdAt = createdAt
        self.version = version
        self.draft = draft
        self.welcome = welcome
        self.welcomeAt = welcomeAt
        self.welcomeWords = welcomeWords
    }
}
