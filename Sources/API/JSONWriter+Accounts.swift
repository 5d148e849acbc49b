import Desk
package import Directory
package import Gate
import HTTPTypes
import Hummingbird

extension JSONWriter {
    mutating func write(_ session: Session) {
        object { json in
            json.member("user") { $0.write(session.user) }
            json.member("account") { $0.writeName(of: session.account) }
            json.member("is_admin", session.isAdmin)
            json.member("is_partner", session.isPartner)
        }
    }

    mutating func writeName(of account: Account) {
        object { json in
            json.member("id", account.id.text)
            json.member("name", account.name)
        }
    }

    package mutating func write(_ account: Account) {
        object { $0.members(of: account) }
    }

    mutating func write(_ page: AccountPage) {
        object { json in
            json.member("accounts") { json in
                json.array(page.lines) { json, line in
                    json.object { json in
                        json.members(of: line.account)
                        json.member("admin", line.admin)
                        json.member("last_import", line.lastImport)
                        json.member("unfinished_import", line.hasUnfinishedImport)
                    }
                }
            }
            json.member("total", page.total)
            json.member("next", page.next?.text)
        }
    }

    mutating func member(_ key: StaticString, _ time: Timestamp?) {
        member(key) { json in
            if let time { json.value(time.milliseconds) } else { json.null() }
        }
    }

    private mutating func members(of account: Account) {
        member("id", account.id.text)
        member("name", account.name)
        member("users", account.userCount)
    }
}
