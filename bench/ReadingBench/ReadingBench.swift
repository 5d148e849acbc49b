import Sheets

/// Does one piece of work of `bin/bench read` and prints what it took as a line of JSON.
@main struct ReadingBench {
    private static let usage = """
        Usage: ReadingBench columns|visit FILE [ahead]   ReadingBench inflate|refuse FILE   ReadingBench write FILE ROWS
        """

    static func main() throws {
        let words = Array(CommandLine.arguments.dropFirst())
        guard words.count >= 2 else { fatalError(usage) }
        let isAhead = words.dropFirst(2) == ["ahead"]
        switch words[0] {
        case "columns": try Effort.print { try columns(of: words[1], isAhead) }
        case "visit": try Effort.print { try visit(words[1], isAhead) }
        case "inflate": Effort.print { InflatedParts(of: words[1]).sum() }
        case "refuse": Effort.print { refusal(of: words[1]) }
        case "write":
            let rows = RowsToWrite(count: words.count > 2 ? Int(words[2]) ?? 0 : 0)
            try Effort.print { try rows.write(to: words[1]) }
        default: fatalError(usage)
        }
    }

    private static func columns(of path: String, _ isAhead: Bool) throws(SheetError) -> String {
        let book = try Workbook(opening: .file(path: path), readsAhead: isAhead)
        var columns = TextColumns(count: 5)
        try book.reader(of: 0).read(into: &columns)
        return "\(columns.rows)"
    }

    private static func visit(_ path: String, _ isAhead: Bool) throws(SheetError) -> String {
        var rows = 0
        var bytes = 0
        try forEachRecord(of: path, isAhead) { record in
            rows += 1
            for column in 0..<record.count { record.withBytes(column) { bytes += $0.count } }
        }
        precondition(bytes > 0)
        return "\(rows)"
    }

    private static func refusal(of path: String) -> String {
        do throws(SheetError) {
            var rows = 0
            try forEachRecord(of: path, false) { _ in rows += 1 }
            return "\(rows)"
        } catch {
            return "\"\(error.code.rawValue)\""
        }
    }

    /// The records of the first sheet.
    private static func forEachRecord(
        of path: String, _ isAhead: Bool, _ take: (borrowing Record) -> Void
    ) throws(SheetError) {
        let book = try Workbook(opening: .file(path: path), readsAhead: isAhead)
        let reader = try book.reader(of: 0)
        var record = Record()
        while try reader.next(into: &record) { take(record) }
    }
}
