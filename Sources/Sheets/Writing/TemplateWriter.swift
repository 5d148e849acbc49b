/// Makes the empty spreadsheet that people fill in.
public enum TemplateWriter {
    /// The bytes of an .xlsx file with a sheet of headings and a sheet of instructions.
    ///
    /// - Parameters:
    ///   - sheet: The name of the first sheet.
    ///   - headings: The texts of its first row.
    ///   - choices: For a heading (by index) the values that its cells offer in a drop-down list.
    ///   - instructions: The lines of the second sheet, "Instructions"; the first is its title.
    public static func template(
        sheet: String, headings: [String], choices: [Int: [String]], instructions: [String]
    ) throws(WriteError) -> [UInt8] {
        []
    }
}
