package import Directory
package import Sheets

extension SheetSummary {
    /// Letter case makes no difference in a workbook's names of sheets.
    package func isNamed(_ name: String) -> Bool { self.name.lowercased() == name.lowercased() }
}

extension Refusal {
    private static let mostSheetsNamed = 8

    package static func noSheet(
        _ name: String, in sheets: [SheetSummary], of format: Format
    ) -> Refusal {
        let names = sheets.map { "“\(PrintedText($0.name).cut(to: 40).value)”" }
        let more = names.count - mostSheetsNamed
        let named = names.prefix(mostSheetsNamed).joined(separator: ", ")
        return Refusal(
            .wrongValue, "There is no sheet “\(PrintedText(name).value)”.",
            remedy: format == .csv
                ? "A text file has no sheets: leave --sheet out."
                : "The file has \(named)\(more > 0 ? " and \(more) more" : "").")
    }
}
