package import Directory

/// An import being prepared, later its history line: the ledger of its own rows.
package struct Draft: Sendable, Equatable {
    package enum State: String, Sendable, CaseIterable {
        case reading
        case matching
        case open
        case committing
        case finished
        case discarded
    }

    /// Its number in the account: what people see ("Import 12").
    package let number: Int
    package let state: State
    package let startedBy: ID<User>?
    package let fileName: String
    package let fileBytes: Int
    /// The sheet that was read; empty for CSV.
    package let sheet: String
    /// Which of the sheets that is, if another one has the headings too.
    package let sheetPlace: SheetPlace?
    package let otherColumns: OtherColumns
    /// Counts each change of the draft.
    package let revision: Int
    /// The step that *Undo* takes back next, and the one that *Redo* does again; nil if there is none.
    package let undo: Int?
    package let redo: Int?
    package let ledger: Ledger
    package let counts: Counts
    package let createdAt: Timestamp
    package let expiresAt: Timestamp?

    package init(
        number: Int, state: State, startedBy: ID<User>?, fileName: String, fileBytes: Int,
        sheet: String, sheetPlace: SheetPlace?, otherColumns: OtherColumns, revision: Int,
        undo: Int?, redo: Int?, ledger: Ledger, counts: Counts, createdAt: Timestamp,
        expiresAt: Timestamp?
    ) {
        self.number = number
        self.state = state
        self.startedBy = startedBy
        self.fileName = fileName
        self.fileBytes = fileBytes
        self.sheet = sheet
        self.sheetPlace = sheetPlace
        self.otherColumns = otherColumns
        self.revision = revision
        self.undo = undo
        self.redo = redo
        self.ledger = ledger
        self.counts = counts
        self.createdAt = createdAt
        self.expiresAt = expiresAt
    }
}

/// Where every row of a draft went. Always: read + addedByHand = created + updated + skipped + deleted + here.
package struct Ledger: Sendable, Equatable {
    package var read = 0
    /// Rows of the spreadsheet without any text: not rows, but counted.
    package var blank = 0
    package var addedByHand = 0
    package var created = 0
    package var updated = 0
    package var skipped = 0
    package var deleted = 0
    package var here = 0

    package init() {}

    package var balances: Bool {
        read + addedByHand == created + updated + skipped + deleted + here
    }
}

/// What is here now, by kind.
package struct Counts: Sendable, Equatable {
    package var here = 0
    package var faulty = 0
    /// Rows tidied when they were read.
    package var tidied = 0
    /// A count for each of `Issues.kinds`, in that order.
    package var ofKind: [Int]

    package init() {
        ofKind = Array(repeating: 0, count: Issues.kinds.count)
    }

    package var clean: Int { here - faulty }
}
