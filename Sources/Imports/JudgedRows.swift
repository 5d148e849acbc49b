import Directory
import Sheets

/// Rows of a file with what the row rules say of them.
///
/// Their texts stand one behind the other as UTF-8: on its way from the file to the database a row costs no memory of its
/// own, and no String.
package struct JudgedRows: Sendable {
    /// What is known of a row beside its texts.
    package struct Mark: Sendable {
        package let number: Int
        package var issues: Issues
        package let hints: Hints
    }

    /// Each row's five fields in their order, then the key of its address; no key is an empty one.
    package private(set) var letters: [UInt8] = []
    /// Where each of those texts ends.
    package private(set) var ends: [Int] = []
    package private(set) var marks: [Mark] = []

    /// Texts of a row.
    private static let width = Field.allCases.count + 1

    package init() {}

    /// - Parameter other: Rows that took as much room as these will.
    init(asManyAs other: JudgedRows) {
        letters.reserveCapacity(other.letters.count)
        ends.reserveCapacity(other.ends.count)
        marks.reserveCapacity(other.marks.count)
    }

    package var count: Int { marks.count }
    package var isEmpty: Bool { marks.isEmpty }

    package subscript(place: Int) -> JudgedRow {
        var row = Row()
        for field in Field.allCases {
            row[field] = text(stretch(of: field.rawValue, at: place))
        }
        let mark = marks[place]
        return JudgedRow(
            number: mark.number, row: row, issues: mark.issues, hints: mark.hints,
            emailKey: key(at: place).map(text))
    }

    /// Where the key of a row's address stands in `letters`.
    package func key(at place: Int) -> Range<Int>? {
        let stretch = stretch(of: Self.width - 1, at: place)
        return stretch.isEmpty ? nil : stretch
    }

    package mutating func mark(_ issues: Issues, at place: Int) {
        marks[place].issues.formUnion(issues)
    }

    private func stretch(of text: Int, at place: Int) -> Range<Int> {
        let end = place * Self.width + text
        return (end == 0 ? 0 : ends[end - 1])..<ends[end]
    }

    private func text(_ stretch: Range<Int>) -> String {
        String(decoding: letters[stretch], as: UTF8.self)
    }
}

extension JudgedRows {
    /// Judges a record and adds it; false if it has nothing in the five fields.
    ///
    /// - Parameter columns: The column of each field.
    mutating func add(
        _ record: borrowing Record, _ columns: [Int?], _ roles: RoleWords,
        _ domains: inout KnownDomains
    ) -> Bool {
        let start = letters.count
        for column in columns {
            if let column { record.append(column, to: &letters) }
            ends.append(letters.count)
        }
        if !roles.isEmpty { translateRole(roles) }
        let texts = ends.count - columns.count..<ends.count
        let plain =
            letters.count == start
            ? nil : PlainRow(letters.span, from: start, ends.span.extracting(texts), &domains)
        guard let plain else { return judgeLast(record.number, from: start, texts) }
        add(plain, record.number, email: ends[texts.lowerBound + 2]..<ends[texts.lowerBound + 3])
        return true
    }

    /// ROLE is the last field: its text stands at the end.
    private mutating func translateRole(_ roles: RoleWords) {
        let start = ends[ends.count - 2]
        guard let role = roles[text(start..<letters.count)] else { return }
        letters.removeLast(letters.count - start)
        letters.append(contentsOf: role.title.utf8)
        ends[ends.count - 1] = letters.count
    }

    private mutating func add(_ plain: PlainRow, _ number: Int, email: Range<Int>) {
        if plain.hasCapitals {
            for place in email where (0x41...0x5A).contains(letters[place]) {
                letters[place] |= 0x20
            }
        }
        for place in email { letters.append(letters[place]) }
        ends.append(letters.count)
        marks.append(
            Mark(
                number: number, issues: plain.issues, hints: plain.hasCapitals ? .tidied : []))
    }

    /// The long way: takes the texts of a row back, and adds what the rules make of them.
    private mutating func judgeLast(_ number: Int, from start: Int, _ texts: Range<Int>) -> Bool {
        var written = Row()
        var begin = start
        for field in Field.allCases {
            let end = ends[texts.lowerBound + field.rawValue]
            written[field] = text(begin..<end)
            begin = end
        }
        letters.removeLast(letters.count - start)
        ends.removeLast(texts.count)
        let judgement = RowRules().judge(written)
        guard !judgement.row.isBlank else { return false }
        for field in Field.allCases { add(judgement.row[field]) }
        add(judgement.emailKey ?? "")
        marks.append(Mark(number: number, issues: judgement.issues, hints: judgement.hints))
        return true
    }

    private mutating func add(_ text: String) {
        letters.append(contentsOf: text.utf8)
        ends.append(letters.count)
    }
}
