import Directory

/// The addresses that pages link to, and the patterns by which routes are added.
enum Path: Sendable, Equatable {
    case home
    case signIn
    case signOut
    case profile
    case password
    case accounts
    case newAccount
    case users(ID<Account>)
    case newUser(ID<Account>)
    case user(ID<Account>, ID<User>)
    case userDeletion(ID<Account>, ID<User>)
    case importing(ID<Account>)
    case draft(ID<Account>, Int)
    /// An email, for the frame in which it is looked at before it is sent.
    case welcomeLetter(ID<Account>)
    case mailbox(ID<Account>)
    case letter(ID<Account>, Int)
    case letterFrame(ID<Account>, Int)
    case register
    case forgotten
    case sessions
    case welcomeEmail(ID<Account>)
    case newPassword
    case yourApplications
    case applications(ID<Account>)
    case newApplication(ID<Account>)
    case application(ID<Account>, ID<Application>)
    case applicationMove(ID<Account>, ID<Application>)
    case applicationDeletion(ID<Account>, ID<Application>)
    /// Served by the API, which has it too.
    case template

    var text: String {
        switch self {
        case .home: Pattern.home
        case .signIn: Pattern.signIn
        case .signOut: Pattern.signOut
        case .profile: Pattern.profile
        case .password: Pattern.password
        case .accounts: Pattern.accounts
        case .newAccount: Pattern.newAccount
        case .users(let account): "/accounts/\(account.text)/users"
        case .newUser(let account): "/accounts/\(account.text)/users/new"
        case .user(let account, let user): "/accounts/\(account.text)/users/\(user.value)"
        case .userDeletion(let account, let user):
            "/accounts/\(account.text)/users/\(user.value)/delete"
        case .importing(let account): "/accounts/\(account.text)/import"
        case .draft(let account, let number): "/accounts/\(account.text)/drafts/\(number)"
        case .welcomeLetter(let account): "/accounts/\(account.text)/welcome/letter"
        case .mailbox(let account): "/accounts/\(account.text)/mailbox"
        case .letter(let account, let number): "/accounts/\(account.text)/mailbox/\(number)"
        case .letterFrame(let account, let number):
            "/accounts/\(account.text)/mailbox/\(number)/frame"
        case .register: Pattern.register
        case .forgotten: Pattern.forgotten
        case .sessions: Pattern.sessions
        case .welcomeEmail(let account): "/accounts/\(account.text)/welcome-email"
        case .newPassword: Pattern.newPassword
        case .template: Pattern.template
        case .yourApplications: Pattern.yourApplications
        case .applications(let account): "/accounts/\(account.text)/applications"
        case .newApplication(let account): "/accounts/\(account.text)/applications/new"
        case .application(let account, let application):
            "/accounts/\(account.text)/applications/\(application.value)"
        case .applicationMove(let account, let application):
            "/accounts/\(account.text)/applications/\(application.value)/move"
        case .applicationDeletion(let account, let application):
            "/accounts/\(account.text)/applications/\(application.value)/delete"
        }
    }

    func asking(_ pairs: KeyValuePairs<String, String?>) -> String {
        asking(Array(pairs))
    }

    /// The address with a query; pairs without a value are left out.
    func asking(_ pairs: [(key: String, value: String?)]) -> String {
        let query = pairs.compactMap { key, value in
            value.map { "\(key)=\($0.percentEncoded)" }
        }
        return query.isEmpty ? text : text + "?" + query.joined(separator: "&")
    }

    /// What the router knows.
    enum Pattern {
        static let home = "/"
        static let signIn = "/sign-in"
        static let signOut = "/sign-out"
        static let profile = "/profile"
        static let password = "/profile/password"
        static let accounts = "/accounts"
        static let newAccount = "/accounts/new"
        static let account = "/accounts/{account}"
        static let users = "/accounts/{account}/users"
        static let newUser = "/accounts/{account}/users/new"
        static let user = "/accounts/{account}/users/{user}"
        static let userDeletion = "/accounts/{account}/users/{user}/delete"
        static let importing = "/accounts/{account}/import"
        static let draft = "/accounts/{account}/drafts/{draft}"
        static let welcomeLetter = "/accounts/{account}/welcome/letter"
        static let mailbox = "/accounts/{account}/mailbox"
        static let letter = "/accounts/{account}/mailbox/{letter}"
        static let letterFrame = "/accounts/{account}/mailbox/{letter}/frame"
        static let welcomeEmail = "/accounts/{account}/welcome-email"
        static let register = "/register"
        static let forgotten = "/forgotten"
        static let sessions = "/profile/sessions"
        static let newPassword = "/new-password"
        static let yourApplications = "/applications"
        static let applications = "/accounts/{account}/applications"
        static let newApplication = "/accounts/{account}/applications/new"
        static let application = "/accounts/{account}/applications/{application}"
        static let applicationMove = "/accounts/{account}/applications/{application}/move"
        static let applicationDeletion = "/accounts/{account}/applications/{application}/delete"
        static let template = "/template.xlsx"
        static let asset = "/assets/{hash}/{folder}/{name}"
        static let deepAsset = "/assets/{hash}/{folder}/{name}/{file}"
        static let favicon = "/favicon.ico"
    }
}

extension String {
    /// For a query (RFC 3986): everything but the unreserved characters is encoded.
    var percentEncoded: String {
        var encoded = ""
        for byte in utf8 {
            switch byte {
            case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
                UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "."),
                UInt8(ascii: "_"), UInt8(ascii: "~"):
                encoded.unicodeScalars.append(Unicode.Scalar(byte))
            default:
                let digits = String(byte, radix: 16, uppercase: true)
                encoded += byte < 16 ? "%0" + digits : "%" + digits
            }
        }
        return encoded
    }
}
