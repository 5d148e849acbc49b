import Directory

/// Lines of columns for a terminal.
struct Table {
    let text: String
    /// Of the columns, for a table that goes on.
    let widths: [Int]

    /// - Parameter lines: As many texts each as there are headings.
    init(_ headings: [String], _ lines: [[String]]) {
        let lines = ([headings] + lines).map { $0.map { PrintedText($0) } }
        widths = headings.indices.map { column in
            lines.reduce(0) { max($0, $1[column].width) }
        }
        text = Self.text(of: lines, widths)
    }

    /// Further lines below a table.
    init(_ lines: [[String]], below table: Table) {
        widths = table.widths
        text = Self.text(of: lines.map { $0.map { PrintedText($0) } }, widths)
    }

    private static func text(of lines: [[PrintedText]], _ widths: [Int]) -> String {
        lines.map { line in
            zip(line, widths).map { $0.padded(to: $1) }.joined(separator: "  ").trimmedAtEnd
        }.joined(separator: "\n")
    }
}

extension String {
    var trimmedAtEnd: Substring {
        self[..<(lastIndex { $0 != " " }.map { index(after: $0) } ?? startIndex)]
    }
}
