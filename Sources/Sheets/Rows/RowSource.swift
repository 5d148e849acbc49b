/// The rows of a sheet, or the records of a text file.
protocol RowSource: AnyObject {
    var fractionRead: Double { get }

    func next(into record: inout Record) throws(SheetError) -> Bool

    /// Appends some rows; false when none are left.
    func append(to columns: inout TextColumns) throws(SheetError) -> Bool
}
