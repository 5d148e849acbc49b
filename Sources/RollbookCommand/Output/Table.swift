/// Lines of columns for a terminal.
struct Table {
    let text: String

    /// - Parameter lines: As many texts each as there are headings.
    init(_ headings: [String], _ lines: [[String]]) {
        let lines = [headings] + lines.map { $0.map(Self.visible) }
        let widths = headings.indices.map { column in
            lines.map { $0[column].count }.max() ?? 0
        }
        text = lines.map { line in
            zip(line, widths).map { text, width in
                text + String(repeating: " ", count: width - text.count)
            }.joined(separator: "  ").trimmedAtEnd
        }.joined(separator: "\n")
    }

    /// Names come from strangers: what would steer the terminal is shown as a question mark.
    private static func visible(_ text: String) -> String {
        String(
            String.UnicodeScalarView(
                text.unicodeScalars.map {
                    $0.properties.generalCategory == .control
                        || $0.properties.generalCategory == .format ? "?" : $0
                }))
    }
}

extension String {
    fileprivate var trimmedAtEnd: Substring {
        self[..<(lastIndex { $0 != " " }.map { index(after: $0) } ?? startIndex)]
    }
}
