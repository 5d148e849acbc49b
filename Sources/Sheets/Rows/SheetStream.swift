/// A sheet on its way through inflating and scanning.
///
/// One value and not a class's properties: each of those is checked for exclusive access, for every row.
struct SheetStream: ~Copyable {
    private let budget: Budget
    private let part: String
    private let strings: SharedStrings
    private var window: Window
    private var scanner: any SheetScanner
    private var batch = CellBatch()
    private var taken = 0

    /// - Parameter window: Where the sheet begins, in a part of this name.
    init(
        _ scanner: any SheetScanner, in window: consuming Window, of part: String,
        strings: SharedStrings, budget: Budget
    ) {
        self.scanner = scanner
        self.window = window
        self.part = part
        self.strings = strings
        self.budget = budget
    }

    var fractionRead: Double { window.fractionRead }

    mutating func next(into record: inout Record) throws(SheetError) -> Bool {
        while batch.isDone {
            guard try fill() else { return false }
        }
        let isShared = batch.take(into: &record, window: window.view, shared: strings.view)
        try countRow()
        // Shared strings were checked when they were read.
        if !isShared { try record.check(budget.limits) }
        return true
    }

    /// Appends the rows of one batch; false at the end of the sheet.
    mutating func append(to columns: inout TextColumns) throws(SheetError) -> Bool {
        while batch.isDone {
            guard try fill() else { return false }
        }
        let limits = budget.limits
        let most = TextColumns.mostBytes(limits)
        while !batch.isDone {
            try batch.take(into: &columns, window: window.view, shared: strings.view, limits)
            try countRow()
            if columns.bytes > most {
                throw SheetError(.inflatesTooMuch, at: part, limit: most)
            }
        }
        return true
    }

    @inline(__always) private mutating func countRow() throws(SheetError) {
        taken += 1
        if taken > budget.limits.rows {
            throw SheetError(.tooManyRows, limit: budget.limits.rows)
        }
    }

    /// Scans on until there are rows; false at the end of the sheet.
    private mutating func fill() throws(SheetError) -> Bool {
        batch.removeAll()
        let start = budget.start()
        while !scanner.isDone {
            window.position = try scan()
            if !batch.isDone { break }
            if !scanner.isDone { try readOn() }
        }
        if batch.isDone {
            window.position = window.view.count
            try window.drain()
        }
        batch.resolve(strings)
        try budget.stop(start)
        return !batch.isDone
    }

    private mutating func scan() throws(SheetError) -> Int {
        do {
            return try scanner.scan(
                window.view, from: window.position, isLast: window.isComplete, into: &batch)
        } catch {
            if error.place != nil { throw error }
            let place = error.code == .documentTypeRefused ? part : "row \(scanner.row + 1)"
            throw SheetError(error.code, at: place, limit: error.limit)
        }
    }

    private mutating func readOn() throws(SheetError) {
        if window.unused > budget.limits.rowBytes {
            throw SheetError(
                .rowTooLong, at: "row \(scanner.row + 1)", limit: budget.limits.rowBytes)
        }
        try window.refill()
    }
}
