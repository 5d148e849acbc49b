/// The rows of one sheet, inflated and scanned as they are asked for.
final class SheetRows: RowSource {
    private var rows: SheetStream

    /// - Parameter window: Where the sheet begins, in a part of this name.
    init(
        _ scanner: any SheetScanner, in window: consuming Window, of part: String,
        strings: SharedStrings, budget: Budget
    ) {
        rows = SheetStream(scanner, in: window, of: part, strings: strings, budget: budget)
    }

    var fractionRead: Double { rows.fractionRead }

    func next(into record: inout Record) throws(SheetError) -> Bool {
        try rows.next(into: &record)
    }

    func append(to columns: inout TextColumns) throws(SheetError) -> Bool {
        try rows.append(to: &columns)
    }
}
