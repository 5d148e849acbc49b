import Directory

/// What each column of a sheet probably holds: first by its heading, then by what stands in it.
///
/// Where two columns could hold a field none is proposed: a person chooses.
struct ColumnProposals {
    /// Of a column of addresses, so many texts in a hundred are some.
    private static let mostlyPercent = 80

    private(set) var fields: [Int: (field: Field?, reason: UnmatchedColumn.Reason)] = [:]

    init(for records: FirstRecords) {
        let headings = Headings(records.headingCells)
        for match in headings.matches {
            let isRepeated = headings.repeated.contains(match)
            fields[match.column] = isRepeated ? (nil, .several) : (match.field, .heading)
        }
        if !headings.has(.email) {
            propose(.email, in: records) { texts in
                let addresses = texts.count(where: FirstRecords.isLikeAddress)
                return addresses > 0 && addresses * 100 >= texts.count * Self.mostlyPercent
            }
        }
        if !headings.has(.role) {
            propose(.role, in: records) { texts in
                !texts.isEmpty && texts.allSatisfy { Role(title: $0) != nil }
            }
        }
    }

    private mutating func propose(
        _ field: Field, in records: FirstRecords, where fits: ([String]) -> Bool
    ) {
        let fitting = (0..<records.width).filter { column in
            fields[column] == nil && fits(records.texts(in: column))
        }
        for column in fitting {
            fields[column] = fitting.count == 1 ? (field, .content) : (nil, .several)
        }
    }
}
