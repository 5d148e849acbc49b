import ArgumentParser
import Directory
import Imports
import Sheets

/// The spreadsheet that has the users, which of its sheets, and which column holds what.
struct UsersSheet: ParsableArguments {
    @Argument(help: "The spreadsheet.", completion: .spreadsheet)
    var file: String

    @Option(
        help: ArgumentHelp(
            "The sheet's name (without it the first visible one with the headings).",
            valueName: "name"))
    var sheet: String?

    @Option(
        name: .customLong("column"),
        help: ArgumentHelp(
            """
            Which column holds FIRST NAME, LAST NAME, NAME, EMAIL or ROLE, by its heading or its letters: \
            “EMAIL=Contact” or “EMAIL=B”. Once for each; columns that aren't named are left out.
            """, valueName: "field=column"))
    var columns: [String] = []

    /// What the options name; nil: the headings say which column holds what.
    func mapping(in source: Source, _ limits: Limits) throws -> ColumnMapping? {
        guard !columns.isEmpty else { return nil }
        return try NamedColumns(columns).mapping(in: source, sheet: sheet, limits: limits)
    }

    /// Does the work; where it is refused for its headings, also says how columns are named.
    func sayingHowToName<Answer>(_ work: () async throws -> Answer) async throws -> Answer {
        do {
            return try await work()
        } catch let refusal as Refusal where columns.isEmpty && refusal.isAboutHeadings {
            throw Refusal(
                refusal.code, refusal.message,
                remedy: "\(refusal.remedy) Or say which column holds what, as in "
                    + "--column EMAIL=Contact or --column EMAIL=B.")
        }
    }
}

extension Refusal {
    fileprivate var isAboutHeadings: Bool { code == .headingsMissing || code == .headingRepeated }
}
