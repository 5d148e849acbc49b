import Directory

/// What is said when the columns can't be told from the headings.
extension Refusal {
    private static let mostNamed = 8

    static func headingRepeated(_ headings: Headings) -> Refusal? {
        guard let first = headings.repeated.first else { return nil }
        let columns = headings.repeated.filter { $0.field == first.field }.map {
            "column \(UnmatchedColumn.letters(of: $0.column)) (“\(short($0.heading))”)"
        }
        return Refusal(
            .headingRepeated,
            "Only one column can hold \(first.field.heading), but these do: \(listed(columns)).",
            remedy: "Delete or rename all but one of them.")
    }

    /// - Parameter row: Where the headings that come nearest stand; nil if every row is blank.
    static func headingsMissing(best headings: Headings, row: Int) -> Refusal {
        let found = headings.matches.map { "\($0.field.heading) (“\(short($0.heading))”)" }
        let others = headings.others.map { "“\(short($0))”" }
        return Refusal(
            .headingsMissing,
            "There is no row with the headings that are needed: \(missing(in: headings)) not found. "
                + "Row \(row) has \(listed(found + others)).",
            remedy: "Put the headings FIRST NAME, LAST NAME, NAME, EMAIL, ROLE above the users, "
                + "or copy the users into the spreadsheet template.")
    }

    static var noUsers: Refusal {
        Refusal(
            .fileEmpty, "The spreadsheet has no users in it.",
            remedy: "Add at least one row under the headings.")
    }

    private static func missing(in headings: Headings) -> String {
        let name = "a name (FIRST NAME, LAST NAME or NAME)"
        let hasName = headings.has(.firstName) || headings.has(.lastName) || headings.has(.name)
        return switch (headings.has(.email), hasName) {
        case (false, false): "EMAIL and \(name) were"
        case (false, true): "EMAIL was"
        default: "\(name) was"
        }
    }

    private static func listed(_ names: [String]) -> String {
        guard names.count > mostNamed else {
            return names.isEmpty ? "no headings" : names.joined(separator: ", ")
        }
        return names.prefix(mostNamed).joined(separator: ", ")
            + " and \(names.count - mostNamed) more"
    }

    private static func short(_ heading: String) -> String {
        let text = TidiedText(heading).value
        return text.count > 40 ? text.prefix(39) + "…" : text
    }
}
