import Directory
import Gate

extension JSONWriter {
    mutating func write(_ lists: ApplicationLists) {
        object { json in
            json.member("from_partner") { $0.list(lists.fromPartner) }
            json.member("applications") { $0.list(lists.own) }
        }
    }

    mutating func write(_ applications: [Application]) {
        object { json in
            json.member("applications") { $0.list(applications) }
        }
    }

    mutating func write(_ application: Application) {
        object { json in
            json.member("id", application.id.value)
            json.member("name", application.name)
            json.member("letter", application.letter)
            json.member("address", application.address.text)
        }
    }

    private mutating func list(_ applications: [Application]) {
        array(applications) { json, application in json.write(application) }
    }
}
