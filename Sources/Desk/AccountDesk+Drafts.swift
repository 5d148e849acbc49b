package import Imports
package import Sheets

extension AccountDesk {
    /// Reads a spreadsheet into a draft. The same upload again answers the same draft.
    /// - Throws: `Refusal` with a code of files, `draftKeyReused`, `draftLimit`, `draftExpired`.
    package func openDraft(_ upload: Upload) async throws -> (draft: Draft, isNew: Bool) {
        unbuilt()
    }

    /// - Throws: `Refusal` with `notFound`.
    package func draft(_ number: Int) async throws -> Draft {
        unbuilt()
    }

    /// Drafts with something left to do (open, committing), the newest first.
    package func unfinishedDrafts() async throws -> [Draft] {
        unbuilt()
    }

    /// Stores a list of rows that doesn't move: view 0 is always "all" and is not stored.
    package func makeView(of number: Int, _ filter: RowFilter, search: String) async throws
        -> DraftView
    {
        unbuilt()
    }

    /// One window of a view, by offset in it; at most 512 rows.
    package func rows(of number: Int, view: Int, offset: Int, limit: Int) async throws -> RowWindow
    {
        unbuilt()
    }

    /// What changed after a revision within these windows of a view.
    package func changes(
        of number: Int, since revision: Int, view: Int, ranges: [Range<Int>]
    ) async throws -> RowWindow {
        unbuilt()
    }

    /// - Throws: `Refusal` with `draftClosed`, `draftCommitting`, `rowChanged`, `wrongValue`.
    package func edit(_ number: Int, _ edit: Edit) async throws -> EditReply {
        unbuilt()
    }

    /// Asks for the clean rows to become users; a worker does it.
    /// - Throws: `Refusal` with `draftClosed`, `nothingToCommit`. While committing it answers the same again.
    package func commit(_ number: Int) async throws -> Draft {
        unbuilt()
    }

    /// Cancel: what is left is deleted, what was added stays. Nothing is lost: see `reopen`.
    package func discard(_ number: Int) async throws -> Draft {
        unbuilt()
    }

    /// Brings back what `discard` took.
    /// - Throws: `Refusal` with `draftLimit`, `draftExpired`, `draftClosed`.
    package func reopen(_ number: Int) async throws -> Draft {
        unbuilt()
    }
}

/// A spreadsheet that came in, spooled.
package struct Upload: Sendable {
    /// Chosen by the client: a UUID in lower case.
    package let key: String
    package let fileName: String
    package let source: Source
    package let byteCount: Int
    package let sha256: [UInt8]

    package init(key: String, fileName: String, source: Source, byteCount: Int, sha256: [UInt8]) {
        self.key = key
        self.fileName = fileName
        self.source = source
        self.byteCount = byteCount
        self.sha256 = sha256
    }

    /// A spooled file; it has to exist until the draft is open.
    package init(key: String, fileName: String, path: String, byteCount: Int, sha256: [UInt8]) {
        self.init(
            key: key, fileName: fileName, source: .file(path: path), byteCount: byteCount,
            sha256: sha256)
    }
}

/// Which rows a view holds.
package enum RowFilter: Sendable, Equatable {
    case all
    case faulty
    case clean
    case kind(Issues)
}

/// A stored list: its number in the draft, and how many rows it holds now.
package struct DraftView: Sendable {
    package let view: Int
    package let count: Int

    package init(view: Int, count: Int) {
        self.view = view
        self.count = count
    }
}

/// Some rows of a view with the place of each in it, and the draft as it was at that moment.
package struct RowWindow: Sendable {
    package let draft: Draft
    /// Rows in the view.
    package let count: Int
    package let rows: [(offset: Int, row: DraftRow)]

    package init(draft: Draft, count: Int, rows: [(offset: Int, row: DraftRow)]) {
        self.draft = draft
        self.count = count
        self.rows = rows
    }
}

/// One request's changes of a draft.
package struct Edit: Sendable {
    package enum Operation: Sendable, Equatable {
        case set(position: Int, field: Field, value: String)
        case delete(position: Int)
        case restore(position: Int)
        case add(Row)
    }

    /// Chosen by the client: the same request again gets the first reply again.
    package let requestID: String
    /// The revision at which the named rows were read.
    package let revision: Int
    package let operations: [Operation]
    /// The view on the client's screen, and the windows of it whose changed rows the reply shall bring.
    package let view: Int
    package let ranges: [Range<Int>]

    package init(
        requestID: String, revision: Int, operations: [Operation], view: Int, ranges: [Range<Int>]
    ) {
        self.requestID = requestID
        self.revision = revision
        self.operations = operations
        self.view = view
        self.ranges = ranges
    }
}

/// What an edit changed, as far as the client looks at it.
package struct EditReply: Sendable {
    /// The draft, the view's length, and the changed rows (every row of the ranges when `moved`).
    package let window: RowWindow
    /// Rows came into the view or left it: offsets are new.
    package let moved: Bool
    /// Where the added rows stand in the view, in the order of the operations.
    package let added: [Int]

    package init(window: RowWindow, moved: Bool, added: [Int]) {
        self.window = window
        self.moved = moved
        self.added = added
    }
}
