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
    }
}
