import Desk
import Directory
import Gate
import HTTPTypes
import Hummingbird

extension API {
    static func addSession(to door: Door) {
        let front = door.front

        door.anyone(.post, "\(root)/session") { visit in
            let form = try await visit.json { try Credentials(&$0) }
            let signIn = try await front.signIn(
                email: form.email, password: form.password, account: form.account,
                from: visit.origin)
            switch signIn {
            case .session(let token, let session):
                return visit.signingIn(with: token, .json(.created) { $0.write(session) })
            case .choose(let accounts):
                return .json(.multipleChoices) { json in
                    json.object { json in
                        json.member("choose") { json in
                            json.array(accounts) { $0.writeName(of: $1) }
                        }
                    }
                }
            }
        }

        door.anyone(.delete, "\(root)/session") { visit in
            try await visit.nothing()
            if let token = visit.token { try await front.signOut(token: token) }
            return visit.signingOut(.noContent)
        }
    }
}

/// What `POST /session` takes.
private struct Credentials {
    let email: String
    let password: String
    let account: ID<Account>?

    init(_ json: inout JSONObject) throws {
        email = try json.text("email")
        password = try json.text("password")
        account = try json.optionalText("account").map { text in
            guard let id = ID<Account>(text: text) else {
                throw Refusal.wrongValue("account", "an account's id")
            }
            return id
        }
    }
}
