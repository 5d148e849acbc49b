import Desk
import Directory
import Gate
import HTTPTypes
import Hummingbird
import Imports

extension API {
    static func addDrafts(to door: Door) {
        door.account(.put, draft, body: .spreadsheet) { visit in
            let key = try visit.draftKey
            let isMatched = try visit.query { try $0.asksForMatching() }
            let name = FileName(visit.request.headers[.contentDisposition] ?? "").text
            let opened = try await visit.spooled { spool, sha256 in
                var upload = Upload(
                    key: key, fileName: name, path: spool.path, byteCount: spool.byteCount,
                    sha256: sha256)
                if isMatched { upload.keptFrom = spool.path }
                return try await visit.desk.openDraft(upload)
            }
            let account = visit.desk.account.id.text
            return .json(opened.isNew ? .created : .ok) { $0.write(opened.draft) }
                .at("\(accounts)/\(account)/drafts/\(opened.draft.number)")
        }

        door.account(.get, drafts) { visit in
            let unfinished = try await visit.desk.unfinishedDrafts()
            return .json { json in
                json.object { json in
                    json.member("drafts") { json in
                        json.array(unfinished) { $0.write($1) }
                    }
                }
            }
        }

        door.account(.get, draft) { visit in
            let draft = try await visit.desk.draft(visit.draft)
            return .json { $0.write(draft) }
        }

        addMatching(to: door)
        addSteps(to: door)
    }

    /// What is done to a draft as a whole.
    private static func addSteps(to door: Door) {
        door.account(.post, "\(draft)/commit") { visit in
            let number = try visit.draft
            try await visit.nothing()
            let draft = try await visit.desk.commit(number)
            return .json(.accepted) { $0.write(draft) }
        }

        door.account(.post, "\(draft)/discard") { visit in
            let number = try visit.draft
            try await visit.nothing()
            let draft = try await visit.desk.discard(number)
            return .json { $0.write(draft) }
        }

        door.account(.post, "\(draft)/reopen") { visit in
            let number = try visit.draft
            try await visit.nothing()
            let draft = try await visit.desk.reopen(number)
            return .json { $0.write(draft) }
        }
    }
}

extension Visit {
    /// The number of the draft in the address.
    var draft: Int {
        get throws { try number("draft", orRefuse: .noSuchDraft) }
    }

    /// The key in the address: a UUID (RFC 9562) in lower case.
    fileprivate var draftKey: String {
        get throws {
            let key = parameter("draft")
            let groups = key.split(separator: "-", omittingEmptySubsequences: false)
            guard groups.map(\.utf8.count) == [8, 4, 4, 4, 12],
                key.utf8.allSatisfy({ "0123456789abcdef-".utf8.contains($0) })
            else { throw Refusal.wrongValue("key", "a UUID in lower case") }
            return key
        }
    }
}
