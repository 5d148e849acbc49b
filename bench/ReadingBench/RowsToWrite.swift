import Sheets

/// Rows that are in memory before anything is timed; `write_rows.c` has the same.
struct RowsToWrite {
    private let rows: [[String]]

    init(count: Int) {
        rows = (0..<count).map { number in
            [
                "First \(number)", "Last \(number % 977)", "First \(number) Last",
                "person\(number)@example.com", "User",
            ]
        }
    }

    func write(to path: String) throws(WriteError) -> String {
        let writer = try SheetWriter(path: path, sheet: "Users")
        for row in rows { try writer.write(row) }
        try writer.close()
        return "\(rows.count)"
    }
}
