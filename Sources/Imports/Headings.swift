import Directory

/// Which column holds which field, as a row of headings says it.
package struct Headings: Sendable, Equatable {
    /// Longer cells (in bytes) are no headings.
    private static let longestHeading = 160

    /// A heading that was taken for a field.
    package struct Match: Sendable, Equatable {
        package let field: Field
        /// From 0.
        package let column: Int
        /// As it stands in the file.
        package let heading: String
    }

    /// In the order of the columns; a field stands here twice if two columns claim it.
    package let matches: [Match]
    /// The headings that mean none of the five fields, in the order of the columns.
    package let others: [String]

    /// Reads a row as if it were the headings.
    package init(_ cells: [String]) {
        var readings: [(column: Int, heading: String, text: HeadingText)] = []
        for (column, cell) in cells.enumerated() where cell.utf8.count <= Self.longestHeading {
            let text = HeadingText(cell)
            if !text.letters.isEmpty { readings.append((column, cell, text)) }
        }
        let context = HeadingContext(of: readings.map(\.text))
        matches = readings.compactMap { reading in
            context.field(of: reading.text).map {
                Match(field: $0, column: reading.column, heading: reading.heading)
            }
        }
        others = readings.filter { context.field(of: $0.text) == nil }.map(\.heading)
    }

    /// EMAIL and one of the names: enough for a user.
    package var areComplete: Bool {
        has(.email) && (has(.firstName) || has(.lastName) || has(.name))
    }

    /// The columns that claim a field which another one claims before them.
    package var repeated: [Match] {
        matches.filter { match in matches.contains { $0.field == match.field && $0 != match } }
    }

    /// The column of each field, in the order of the fields.
    var columns: [Int?] { Field.allCases.map(column(of:)) }

    package func has(_ field: Field) -> Bool {
        column(of: field) != nil
    }

    package func column(of field: Field) -> Int? {
        matches.first { $0.field == field }?.column
    }
}
