import Directory
import Sheets

/// Counts the words of columns that could hold roles: those with few different words, none of them long.
struct RoleTally {
    private static let mostWords = 20
    private static let longestWord = 60

    private var counts: [Int: [String: Int]]

    init(of columns: [Int]) {
        counts = Dictionary(uniqueKeysWithValues: columns.map { ($0, [:]) })
    }

    /// No column is left that could.
    var isEmpty: Bool { counts.isEmpty }

    mutating func count(_ cells: [String]) {
        for column in counts.keys where column < cells.count { count(cells[column], in: column) }
    }

    mutating func count(_ record: borrowing Record) {
        for column in counts.keys where column < record.count {
            count(record.text(column), in: column)
        }
    }

    private mutating func count(_ word: String, in column: Int) {
        guard !word.isEmpty else { return }
        counts[column]?[word, default: 0] += 1
        let isNone =
            counts[column]?.count ?? 0 > Self.mostWords || word.utf8.count > Self.longestWord
        if isNone || FirstRecords.isLikeAddress(word) { counts[column] = nil }
    }

    /// The words that are no role, the most frequent first.
    func words(in column: Int) -> [RoleWord] {
        var words: [String: RoleWord] = [:]
        for (written, count) in (counts[column] ?? [:]).sorted(by: { $0.key < $1.key }) {
            let text = TidiedText(written).value
            guard !text.isEmpty, Role(title: text) == nil else { continue }
            let known = words[RoleWords.key(text)]
            words[RoleWords.key(text)] = RoleWord(
                word: known?.word ?? text, count: count + (known?.count ?? 0))
        }
        return words.values.sorted {
            $0.count == $1.count ? $0.word < $1.word : $0.count > $1.count
        }
    }
}
