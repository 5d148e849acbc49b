import Desk
import Directory
import Gate
import HTTPTypes
import Hummingbird

/// For those who have a letter and no session. Tokens come in bodies only: addresses are kept in
/// histories and logs.
extension API {
    static func addInvitations(to door: Door) {
        let front = door.front
        let invitation = "\(root)/invitation"

        door.anyone(.post, "\(invitation)/look") { visit in
            let token = try await visit.json { try $0.text("token") }
            let look = try await front.invitation(token)
            return .json { $0.write(look) }
        }

        door.anyone(.post, "\(invitation)/accept") { visit in
            let asked = try await visit.json { json in
                (token: try json.text("token"), password: try json.text("password"))
            }
            let begun = try await front.accept(
                asked.token, password: asked.password, from: visit.origin)
            guard let begun else { return .noContent }
            // Whoever was signed in here before isn't any more.
            if let token = visit.token { try await front.signOut(token: token) }
            return visit.signingIn(with: begun.token, .json(.created) { $0.write(begun.session) })
        }

        door.anyone(.post, "\(invitation)/renew") { visit in
            let token = try await visit.json { try $0.text("token") }
            try await front.renewInvitation(token)
            return .accepted
        }

        door.anyone(.post, "\(root)/password/forgotten") { visit in
            let email = try await visit.json { try $0.text("email") }
            try await front.forgotPassword(email: email)
            return .accepted
        }
    }
}

extension Response {
    /// The same for everybody, whatever was done.
    static let accepted = Response(status: .accepted)
}
