import Desk
import Directory
import Gate
import Hummingbird

extension Pages {
    func addSignIn(to door: Door) {
        let front = door.front

        door.session(.get, Path.Pattern.home) { visit in
            .see(Self.start(of: visit.session).text)
        }

        door.anyone(.get, Path.Pattern.signIn) { visit in
            let next = Self.place(try visit.query("next"))
            if let session = visit.session { return .see(next ?? Self.start(of: session).text) }
            let kept: SignInPage? = signIns.memo(try visit.query("memo"), for: nil)
            var page = kept ?? SignInPage(next: next)
            page.isNewcomer = try kept == nil && visit.query("password") == "set"
            return .page(page.html(look(visit)))
        }

        door.anyone(.post, Path.Pattern.signIn) { visit in
            let form = try await visit.form { try SignInForm(&$0) }
            return try await signIn(form, visit, front)
        }

        door.anyone(.post, Path.Pattern.signOut) { visit in
            _ = try await visit.form { _ in }
            if let token = visit.token { try await front.signOut(token: token) }
            return visit.signingOut(.see(Path.signIn.text))
        }
    }

    private func signIn(_ form: SignInForm, _ visit: Visit<Anyone>, _ front: FrontDesk) async throws
        -> Response
    {
        var page = SignInPage(email: form.email.shortened, next: Self.place(form.next))
        page.emailError = form.email.isEmpty ? "Enter your email address." : nil
        page.passwordError = form.password.isEmpty ? "Enter your password." : nil
        guard page.emailError == nil, page.passwordError == nil else {
            // Anybody can send nothing, as often as they like: that leaves no memo.
            return .page(page.html(look(visit)), .unprocessableContent)
        }
        do {
            let answer = try await front.signIn(
                email: form.email, password: form.password, account: form.account,
                from: visit.origin)
            switch answer {
            case .session(let token, let session):
                let place = page.next ?? Self.start(of: session).text
                return visit.signingIn(with: token, .see(place))
            case .choose(let accounts):
                page.choices = accounts
            }
        } catch let refusal as Refusal where refusal.code == .signInWrong {
            page.refusal = refusal
        }
        let memo = signIns.leave(page, for: nil, from: visit.origin.source)
        return .see(Path.signIn.asking(["memo": memo, "next": page.next]))
    }

    /// Where a person begins.
    static func start(of session: Session) -> Path {
        if session.isPartner {
            .accounts
        } else if session.isAdmin {
            .users(session.account.id)
        } else {
            .yourApplications
        }
    }

    /// An address of this console, or nothing: never one of another site.
    static func place(_ text: String?) -> String? {
        guard let text, text.hasPrefix("/"), !text.hasPrefix("//"), text.utf8.count < 2_000,
            text.utf8.allSatisfy({ $0 > 0x20 && $0 < 0x7F && $0 != UInt8(ascii: "\\") })
        else { return nil }
        return text
    }
}

/// What the form of the sign-in sends.
private struct SignInForm {
    let email: String
    let password: String
    let account: ID<Account>?
    let next: String?

    init(_ fields: inout FormFields) throws {
        email = try fields.optional("email") ?? ""
        password = try fields.optional("password") ?? ""
        account = try fields.optional("account").flatMap { ID<Account>(text: $0) }
        next = try fields.optional("next")
    }
}
