import Directory
import Sheets

/// The first rows of a sheet that aren't blank, with what they tell about its columns.
struct FirstRecords {
    /// Rows that are looked at, and how many cells of them; a few rows always.
    private static let mostRows = 200
    private static let mostCells = 65_536
    private static let leastRows = 5
    /// Rows among which the headings are looked for.
    private static let mostHeadingRows = 50
    /// Characters of a cell that are looked at.
    private static let longestText = 200

    private(set) var rows: [(number: Int, cells: [String])] = []
    /// Where the headings stand in `rows`.
    private(set) var headings: Int?

    init(from reader: SheetReader, into record: inout Record) throws(SheetError) {
        var cells = 0
        while rows.count < Self.mostRows, cells < Self.mostCells || rows.count < Self.leastRows {
            guard try reader.next(into: &record) else { break }
            guard !record.isBlank else { continue }
            var texts: [String] = []
            for column in 0..<record.count {
                texts.append(String(TidiedText(record.text(column)).value.prefix(Self.longestText)))
            }
            rows.append((record.number, texts))
            cells += texts.count
        }
        headings = headingsPlace()
    }

    var headingCells: [String] { headings.map { rows[$0].cells } ?? [] }

    /// The rows of users.
    var users: ArraySlice<(number: Int, cells: [String])> { rows[((headings ?? -1) + 1)...] }

    var width: Int { rows.map(\.cells.count).max() ?? 0 }

    /// The texts of a column that aren't empty, without its heading.
    func texts(in column: Int) -> [String] {
        users.compactMap { column < $0.cells.count ? $0.cells[column] : nil }.filter { !$0.isEmpty }
    }

    static func isLikeAddress(_ text: String) -> Bool {
        guard let sign = text.utf8.firstIndex(of: UInt8(ascii: "@")) else { return false }
        return sign != text.utf8.startIndex && text.utf8.index(after: sign) != text.utf8.endIndex
    }

    /// No row with an address is one of headings. Of those above it, the one with the most headings that we know, or
    /// else the first of the fullest.
    private func headingsPlace() -> Int? {
        let firstUser = rows.firstIndex { $0.cells.contains(where: Self.isLikeAddress) }
        let above = rows[..<min(firstUser ?? rows.count, Self.mostHeadingRows)]
        let known = above.indices.map { (place: $0, count: Headings(rows[$0].cells).matches.count) }
        let best = known.reduce(nil as (place: Int, count: Int)?) { best, row in
            row.count > best?.count ?? 0 ? row : best
        }
        if let best { return best.place }
        let fullest = above.map { row in row.cells.count { !$0.isEmpty } }
        return fullest.max().flatMap { fullest.firstIndex(of: $0) }
    }
}
