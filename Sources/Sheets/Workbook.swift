/// A spreadsheet that has been recognised and opened.
public final class Workbook {
    /// What kind of file it is.
    public let format: Format

    private let file: FileBytes
    private let budget: Budget
    private let contents: Recognition

    /// Recognises a file by its content, never by its name.
    ///
    /// - Parameters:
    ///   - limits: What the file may ask of this machine.
    ///   - readsAhead: Whether large parts are inflated on a thread of their own, while the rows before are taken apart.
    public init(
        opening source: Source, limits: Limits = Limits(), readsAhead: Bool = false
    ) throws(SheetError) {
        file = try FileBytes(source, limits: limits)
        budget = Budget(limits, readsAhead: readsAhead)
        contents = try Recognition(file, budget: budget)
        format =
            switch contents {
            case .workbook: .xlsx
            case .document: .ods
            case .text: .csv
            }
    }

    /// The sheets in the order of their tabs. A text file has one, named "".
    ///
    /// OpenDocument has no list of them: the whole file is looked through, where `sheet(at:)` goes only as far as it must.
    public var sheets: [SheetSummary] {
        get throws(SheetError) {
            var sheets: [SheetSummary] = []
            while let sheet = try sheet(at: sheets.count) { sheets.append(sheet) }
            return sheets
        }
    }

    /// A sheet by its place, from 0; nil behind the last one.
    public func sheet(at index: Int) throws(SheetError) -> SheetSummary? {
        guard index >= 0 else { return nil }
        switch contents {
        case .workbook(let package):
            return index < package.sheets.count ? package.sheets[index] : nil
        case .document(let document): return try document.sheet(at: index)
        case .text: return index == 0 ? SheetSummary(index: 0, name: "", isVisible: true) : nil
        }
    }

    /// Runs a look at another sheet, which must not make the reading of the chosen one dearer.
    public func aside<Answer>(_ look: () -> Answer) -> Answer {
        budget.aside(look)
    }

    /// Reads a sheet from its first row. What all reading of one workbook costs counts against its limits.
    public func reader(of sheet: Int) throws(SheetError) -> SheetReader {
        guard try self.sheet(at: sheet) != nil else { throw SheetError(.noSuchSheet) }
        switch contents {
        case .workbook(let package): return SheetReader(try package.rows(of: sheet))
        case .document(let document): return SheetReader(try document.rows(of: sheet))
        case .text(let survey):
            return SheetReader(try TextRows(file, survey: survey, budget: budget))
        }
    }
}
