import Desk
import Directory
import Gate
import Imports

extension JSONWriter {
    mutating func write(_ draft: Draft) {
        object { json in
            json.member("number", draft.number)
            json.member("state", draft.state.rawValue)
            json.member("file_name", draft.fileName)
            json.member("file_bytes", draft.fileBytes)
            json.member("sheet", draft.sheet)
            json.member("sheet_place") { json in
                if let place = draft.sheetPlace { json.write(place) } else { json.null() }
            }
            json.member("other_columns") { $0.write(draft.otherColumns) }
            json.member("rev", draft.revision)
            json.member("undo", orNull: draft.undo)
            json.member("redo", orNull: draft.redo)
            json.member("started_by") { json in
                if let user = draft.startedBy { json.value(user.value) } else { json.null() }
            }
            json.member("created_at", draft.createdAt)
            json.member("expires_at", draft.expiresAt)
            json.member("counts") { $0.write(draft.counts) }
            json.member("ledger") { $0.write(draft.ledger) }
        }
    }

    private mutating func write(_ place: SheetPlace) {
        object { json in
            json.member("number", place.number)
            json.member("count", place.count)
        }
    }

    private mutating func write(_ columns: OtherColumns) {
        object { json in
            json.member("count", columns.count)
            json.member("headings") { json in
                json.array(columns.headings) { $0.value($1) }
            }
        }
    }

    private mutating func write(_ counts: Counts) {
        object { json in
            json.member("here", counts.here)
            json.member("clean", counts.clean)
            json.member("faulty", counts.faulty)
            json.member("tidied", counts.tidied)
            json.member("kinds") { json in
                json.object { json in
                    for (kind, count) in zip(Issues.kinds, counts.ofKind) {
                        json.member(named: kind.code, count)
                    }
                }
            }
        }
    }

    private mutating func write(_ ledger: Ledger) {
        object { json in
            json.member("read", ledger.read)
            json.member("blank", ledger.blank)
            json.member("added_by_hand", ledger.addedByHand)
            json.member("created", ledger.created)
            json.member("updated", ledger.updated)
            json.member("skipped", ledger.skipped)
            json.member("deleted", ledger.deleted)
            json.member("here", ledger.here)
        }
    }

    /// The members that windows and replies to edits share.
    mutating func members(of window: RowWindow, view: Int) {
        member("draft") { $0.write(window.draft) }
        member("view", view)
        member("count", window.count)
        member("rows") { json in
            json.array(window.rows) { $0.write($1.row, at: $1.offset) }
        }
    }

    private mutating func write(_ row: DraftRow, at offset: Int) {
        object { json in
            json.member("offset", offset)
            json.member("position", row.position)
            json.member("row", row.number)
            json.member("first_name", row.row.firstName)
            json.member("last_name", row.row.lastName)
            json.member("name", row.row.name)
            json.member("email", row.row.email)
            json.member("role", row.row.role)
            json.member("state", row.state.rawValue)
            json.member("issues") { $0.write(row.issues, of: row.row, twin: row.twin) }
            json.member("hints") { json in
                json.array(row.hints.contains(.tidied) ? ["tidied"] : []) { $0.value($1) }
            }
            json.member("fixed", row.wasFaulty && row.issues.isEmpty)
        }
    }

    /// The problems of a row, each with its words and the ways out.
    mutating func write(_ issues: Issues, of row: Row, twin: Int?) {
        array(IssueWords.all(for: issues, of: row, twin: twin)) { json, words in
            json.object { json in
                json.member("code", words.code)
                json.member("field", words.field.key)
                if let reason = words.reason { json.member("reason", reason) }
                if words.code == "email_repeated", let twin { json.member("row", twin) }
                json.member("status", words.status)
                json.member("card", words.card)
                json.member("fixes") { json in
                    json.array(words.fixes) { $0.write($1) }
                }
            }
        }
    }

    private mutating func write(_ fix: IssueWords.Fix) {
        object { json in
            switch fix {
            case .change(let value):
                json.member("fix", "change")
                json.member("value", value)
            case .role(let role):
                json.member("fix", "role")
                json.member("value", role.title)
            case .goToRow(let number):
                json.member("fix", "go_to_row")
                json.member("row", number)
            case .deleteRow:
                json.member("fix", "delete_row")
            }
        }
    }
}
