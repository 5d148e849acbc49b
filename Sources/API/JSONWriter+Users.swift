import Desk
package import Directory
package import Gate
import HTTPTypes
import Hummingbird
import Imports

extension JSONWriter {
    package mutating func write(_ user: User) {
        object { json in
            json.member("id", user.id.value)
            json.member("email", user.email)
            json.member("first_name", user.firstName)
            json.member("last_name", user.lastName)
            json.member("name", user.name)
            json.member("display_name", user.displayName)
            json.member("role", user.role.rawValue)
            json.member("registered", user.registeredAt != nil)
            json.member("created_at", user.createdAt)
            json.member("version", user.version)
            if let draft = user.draft { json.member("draft", draft) }
            json.member("welcome") { $0.writeWelcome(of: user) }
        }
    }

    private mutating func writeWelcome(of user: User) {
        object { json in
            json.member("state", user.welcome.code)
            if let at = user.welcomeAt { json.member("at", at) }
            if !user.welcomeWords.isEmpty { json.member("words", user.welcomeWords) }
        }
    }

    mutating func write(_ page: UserPage) {
        object { json in
            json.member("users") { json in
                json.array(page.users) { $0.write($1) }
            }
            json.member("total", page.total)
            json.member("next", page.next?.text)
        }
    }
}

extension Response {
    /// A user with the version that a change has to name.
    static func user(_ user: User, _ status: HTTPResponse.Status = .ok) -> Response {
        var response = Response.json(status) { $0.write(user) }
        response.headers[.eTag] = "\"\(user.version)\""
        return response
    }

    static func outcome(_ outcome: UserOutcome, _ status: HTTPResponse.Status) -> Response {
        switch outcome {
        case .saved(let user):
            let path = "\(API.accounts)/\(user.account.text)/users/\(user.id.value)"
            return status == .created
                ? .user(user, status).at(path) : .user(user, status)
        case .faulty(let row, let issues):
            let refusal = Refusal(
                .wrongValue, "The user was not saved.",
                remedy: "Correct what \u{201C}issues\u{201D} names.")
            return .problem(.refused(refusal)) { json in
                json.member("issues") { $0.write(issues, of: row, twin: nil) }
            }
        }
    }
}
