/// A spreadsheet that has been recognised and opened.
public final class Workbook {
    public let format: Format
    /// In the order of the tabs. A text file has one, named "".
    public let sheets: [SheetSummary]

    private let file: FileBytes
    private let budget: Budget
    private let contents: Recognition

    /// Recognises a file by its content, never by its name.
    public init(opening source: Source, limits: Limits = Limits()) throws(SheetError) {
        file = try FileBytes(source, limits: limits)
        budget = Budget(limits)
        contents = try Recognition(file, budget: budget)
        switch contents {
        case .workbook(let package):
            format = .xlsx
            sheets = package.sheets
        case .text:
            format = .csv
            sheets = [SheetSummary(index: 0, name: "", isVisible: true)]
        }
    }

    /// Runs a look at another sheet, which must not make the reading of the chosen one dearer.
    public func aside<Answer>(_ look: () -> Answer) -> Answer {
        budget.aside(look)
    }

    /// Reads a sheet from its first row. What all reading of one workbook costs counts against its limits.
    public func reader(of sheet: Int) throws(SheetError) -> SheetReader {
        guard sheets.indices.contains(sheet) else { throw SheetError(.noSuchSheet) }
        switch contents {
        case .workbook(let package): return SheetReader(.workbook(try package.rows(of: sheet)))
        case .text(let survey):
            return SheetReader(.text(try TextRows(file, survey: survey, budget: budget)))
        }
    }
}
