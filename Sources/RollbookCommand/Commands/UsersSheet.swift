import ArgumentParser

/// The spreadsheet that has the users, and which of its sheets.
struct UsersSheet: ParsableArguments {
    @Argument(help: "The spreadsheet.", completion: .spreadsheet)
    var file: String

    @Option(
        help: ArgumentHelp(
            "The sheet's name (without it the first visible one with the headings).",
            valueName: "name"))
    var sheet: String?
}
