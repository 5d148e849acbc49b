import Directory

/// The columns of a spreadsheet whose headings mean none of the five fields: nothing of them is imported.
package struct OtherColumns: Sendable, Equatable {
    /// The first of their headings, tidied.
    package let headings: [String]
    package let count: Int

    /// Headings that are kept.
    private static let most = 10

    package init(_ headings: [String] = []) {
        count = headings.count
        self.headings = headings.prefix(Self.most).map { TidiedText($0).value }
    }

    /// As it was stored.
    package init(text: String) {
        let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
        count = lines.first.flatMap { Int($0) } ?? 0
        headings = lines.dropFirst().map(String.init)
    }

    /// The count and the headings, a line each; tidied text has no line ends.
    package var text: String {
        count == 0 ? "" : (["\(count)"] + headings).joined(separator: "\n")
    }
}
