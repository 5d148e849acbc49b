import Directory
import Gate
import Imports

/// A check as JSON Lines: one object a row, then the counts.
struct CheckLines {
    let tally: CheckTally

    /// Bytes that are written at once.
    private static let portion = 256 << 10

    init(_ check: SheetCheck) throws {
        var json = JSONWriter()
        tally = try check.eachRow { row in
            json.line { $0.write(row) }
            if json.count >= Self.portion { try OpenFile.standardOutput.write(json.take()) }
        }
        json.line { [tally] in $0.write(counts: tally) }
        try OpenFile.standardOutput.write(json.take())
    }
}

extension JSONWriter {
    fileprivate mutating func write(_ checked: CheckedRow) {
        object { json in
            json.member("line", checked.number)
            json.member("first_name", checked.row.firstName)
            json.member("last_name", checked.row.lastName)
            json.member("name", checked.row.name)
            json.member("email", checked.row.email)
            json.member("role", checked.row.role)
            json.member("issues") { json in
                json.array(checked.words) { $0.write($1, twin: checked.twin) }
            }
            json.member("hints") { json in
                json.array(checked.hints.contains(.tidied) ? ["tidied"] : []) { $0.value($1) }
            }
        }
    }

    private mutating func write(_ words: IssueWords, twin: Int?) {
        object { json in
            json.member("code", words.code)
            json.member("field", words.field.key)
            json.member("message", words.card)
            if let reason = words.reason { json.member("reason", reason) }
            if words.code == "email_repeated", let twin { json.member("row", twin) }
        }
    }

    fileprivate mutating func write(counts tally: CheckTally) {
        object { json in
            json.member("rows", tally.rows)
            json.member("clean", tally.clean)
            json.member("faulty", tally.faulty)
        }
    }
}
