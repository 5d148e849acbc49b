import Desk
import Directory
import Gate
import HTTPTypes
import Hummingbird

extension API {
    private static let applications = "\(account)/applications"
    private static let application = "\(applications)/{application}"

    static func addApplications(to door: Door) {
        let front = door.front

        door.session(.get, "\(root)/me/applications") { visit in
            let lists = try await front.profileDesk(for: visit.session).applications()
            return .json { $0.write(lists) }
        }

        door.account(.get, applications) { visit in
            let lists = try await visit.desk.applications()
            return .json { $0.write(lists) }
        }

        door.account(.post, applications) { visit in
            let asked = try await visit.json { try ApplicationText(&$0) }
            let added = try await visit.desk.addApplication(
                name: asked.name, letter: asked.letter, address: asked.address)
            return .json(.created) { $0.write(added) }
        }

        addOneApplication(to: door)
    }

    private static func addOneApplication(to door: Door) {
        door.account(.put, application) { visit in
            let id = try visit.application
            let asked = try await visit.json { try ApplicationText(&$0) }
            let changed = try await visit.desk.changeApplication(
                id, name: asked.name, letter: asked.letter, address: asked.address)
            return .json { $0.write(changed) }
        }

        door.account(.post, "\(application)/move") { visit in
            let id = try visit.application
            let direction = try await visit.json { json in
                let text = try json.text("direction")
                guard let direction = Direction(rawValue: text) else {
                    throw Refusal.wrongValue("direction", "up or down")
                }
                return direction
            }
            let all = try await visit.desk.moveApplication(id, direction)
            return .json { $0.write(all) }
        }

        door.account(.delete, application) { visit in
            let id = try visit.application
            try await visit.nothing()
            _ = try await visit.desk.deleteApplication(id)
            return .noContent
        }
    }
}

/// What a request says of an application.
private struct ApplicationText: Sendable {
    let name: String
    let letter: String
    let address: String

    init(_ json: inout JSONObject) throws {
        name = try json.text("name")
        letter = try json.optionalText("letter") ?? ""
        address = try json.text("address")
    }
}
