import Desk
import Directory
import Gate
import HTTPTypes
import Hummingbird

extension API {
    static func addProfile(to door: Door) {
        let front = door.front

        door.session(.get, "\(root)/me") { visit in
            .json { $0.write(visit.session) }
        }

        door.session(.patch, "\(root)/me") { visit in
            let version = try visit.version()
            let desk = front.profileDesk(for: visit.session)
            let user = visit.session.user
            let names = try await visit.json { json in
                (
                    first: try json.optionalText("first_name") ?? user.firstName,
                    last: try json.optionalText("last_name") ?? user.lastName,
                    name: try json.optionalText("name") ?? user.name
                )
            }
            let renamed = try await desk.rename(
                firstName: names.first, lastName: names.last, name: names.name, version: version)
            return .user(renamed)
        }

        door.session(.get, "\(root)/me/sessions") { visit in
            let sessions = try await front.profileDesk(for: visit.session)
                .sessions(current: visit.token ?? "")
            return .json { $0.write(sessions) }
        }

        door.session(.delete, "\(root)/me/sessions") { visit in
            try await visit.nothing()
            try await front.profileDesk(for: visit.session)
                .endOtherSessions(keeping: visit.token ?? "")
            return .noContent
        }

        door.session(.put, "\(root)/me/password") { visit in
            let passwords = try await visit.json { json in
                (old: try json.text("old"), new: try json.text("new"))
            }
            try await front.profileDesk(for: visit.session).changePassword(
                from: passwords.old, to: passwords.new, keeping: visit.token ?? "",
                origin: visit.origin)
            return .noContent
        }
    }
}
