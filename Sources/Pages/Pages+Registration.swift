import Desk
import Directory
import Gate
import Hummingbird

extension Pages {
    /// Where the buttons of emails lead. Their token stands in the fragment, which no server sees: so
    /// these pages are the same for everybody, and opening one, as mail scanners do, uses nothing up.
    func addRegistration(to door: Door) {
        door.open(.get, Path.Pattern.register) { visit in
            .page(RegistrationPage(kind: .welcome).html(look(visit)))
        }

        door.open(.get, Path.Pattern.newPassword) { visit in
            .page(RegistrationPage(kind: .password).html(look(visit)))
        }

        addForgotten(to: door)
    }

    private func addForgotten(to door: Door) {
        let front = door.front

        door.open(.get, Path.Pattern.forgotten) { visit in
            .page(ForgottenPage(wasSent: try visit.query("sent") == "yes").html(look(visit)))
        }

        door.open(.post, Path.Pattern.forgotten) { visit in
            let email = try await visit.form { try $0.optional("email") ?? "" }
            guard email.contains(where: { !$0.isWhitespace }) else {
                return .page(ForgottenPage(isEmpty: true).html(look(visit)), .unprocessableContent)
            }
            try await front.forgotPassword(email: email)
            return .see(Path.forgotten.asking(["sent": "yes"]))
        }
    }
}
