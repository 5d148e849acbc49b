/// The texts that the cells of a workbook refer to by number (ECMA-376 part 1, 18.4.9).
final class SharedStrings {
    private let table: StringTable

    var count: Int { table.count }
    var view: ByteView { table.view }

    @inline(__always) subscript(index: Int) -> (start: Int, count: Int) { table[index] }

    /// No strings.
    init() { table = StringTable() }

    init(_ entry: ZipEntry, of file: FileBytes, budget: Budget) throws(SheetError) {
        do {
            table = try Self.read(entry, of: file, budget: budget)
        } catch {
            throw SheetError(error.code, at: error.place ?? entry.name, limit: error.limit)
        }
    }

    private static func read(
        _ entry: ZipEntry, of file: FileBytes, budget: Budget
    ) throws(SheetError) -> StringTable {
        var window = try Window(part: entry, of: file, budget: budget)
        var scan = StringScan(limits: budget.limits)
        while true {
            let start = budget.start()
            let view = window.view
            window.position = try scan.scan(view, from: window.position, isLast: window.isComplete)
            if window.isComplete { return scan.finish() }
            if window.unused > budget.limits.rowBytes {
                throw SheetError(.cellTooLong, limit: budget.limits.cellCharacters)
            }
            try window.refill()
            try budget.stop(start)
        }
    }
}
