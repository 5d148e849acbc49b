import Desk
import Directory
import Imports
import Sheets
import Store

/// Ways in which tests bring spreadsheets.
extension House {
    /// A separated text of `FIRST NAME,EMAIL,ROLE` and these lines.
    func upload(
        _ lines: [String], under headings: String = "FIRST NAME,EMAIL,ROLE", key: String = "key",
        name: String = "users.csv"
    ) -> Upload {
        let text = ([headings] + lines).joined(separator: "\n")
        let bytes = Array(text.utf8)
        return Upload(
            key: key, fileName: name, source: .bytes(bytes), byteCount: bytes.count,
            sha256: digest(of: bytes))
    }

    /// Not SHA-256, but different for different bytes.
    private func digest(of bytes: [UInt8]) -> [UInt8] {
        var sum: UInt64 = 14_695_981_039_346_656_037
        for byte in bytes { sum = (sum ^ UInt64(byte)) &* 1_099_511_628_211 }
        return (0..<32).map { UInt8(truncatingIfNeeded: sum >> (8 * ($0 % 8))) }
    }

    func open(
        _ lines: [String], key: String = "key", at account: Account? = nil,
        by viewer: Viewer? = nil
    ) async throws -> Draft {
        let desk = try await desk(of: viewer ?? anna, at: account ?? acme)
        return try await desk.openDraft(upload(lines, key: key)).draft
    }

    var committer: Committer { Committer(office: office) }

    /// Every row of "all", in order.
    func rows(of draft: Int, view: Int = 0) async throws -> [DraftRow] {
        let desk = try await desk(of: anna, at: acme)
        var rows: [DraftRow] = []
        while true {
            let window = try await desk.rows(
                of: draft, view: view, offset: rows.count, limit: 512)
            rows += window.rows.map(\.row)
            if window.rows.isEmpty { return rows }
        }
    }

    /// Does these operations as one edit of Anna's, with everything on the screen.
    @discardableResult
    func edit(
        _ draft: Int, _ operations: [Edit.Operation], at revision: Int? = nil, view: Int = 0,
        request: String = "\(UInt64.random(in: .min ... .max))", by viewer: Viewer? = nil,
        ranges: [Range<Int>] = [0..<512]
    ) async throws -> EditReply {
        let desk = try await desk(of: viewer ?? anna, at: acme)
        let known = try await desk.draft(draft).revision
        return try await desk.edit(
            draft,
            Edit(
                requestID: request, revision: revision ?? known, operations: operations,
                view: view, ranges: ranges))
    }

    /// Takes back the last step of a draft, or does it again.
    @discardableResult
    func turn(
        _ draft: Int, back: Bool = true, step: Int? = nil, view: Int = 0,
        request: String = "\(UInt64.random(in: .min ... .max))", by viewer: Viewer? = nil
    ) async throws -> EditReply {
        let desk = try await desk(of: viewer ?? anna, at: acme)
        let known = try await desk.draft(draft)
        let wish = Reversal(
            requestID: request, step: step ?? (back ? known.undo : known.redo) ?? 0, view: view,
            ranges: [0..<512])
        return try await back ? desk.undo(draft, wish) : desk.redo(draft, wish)
    }

    /// How many rows of a query's answer there are; asked of the tables themselves.
    func number(_ query: SQL) async throws -> Int {
        try await witness.read { tx in
            try tx.first(query) { Int($0.integer(0)) } ?? 0
        }
    }
}
