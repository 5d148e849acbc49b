package import Directory

extension Refusal {
    /// A kind of file that we know and don't read, and the way from there to one that we do.
    ///
    /// - Parameter format: As `SheetError.format` has it.
    package static func foreign(_ format: String) -> Refusal {
        Refusal(
            .fileUnreadable, "This is a file of another kind (\(format)), which we cannot read.",
            remedy: remedy(for: format))
    }

    private static func remedy(for format: String) -> String {
        switch format {
        case _ where format.hasPrefix("Excel"), "HTML", "OpenDocument, flat (.fods)":
            "Open it in Excel or LibreOffice: File, Save As, Excel Workbook (.xlsx)."
        case "Numbers document": "In Numbers: File, Export To, Excel."
        case _ where format.hasSuffix("archive"):
            "Unpack it, and choose the spreadsheet that is inside."
        case "JSON", "XML", "Parquet", "SQLite database":
            "Export the list as .xlsx or .csv from where it is kept."
        case "PDF", "Rich Text",
            _ where format.hasSuffix("image"),
            _ where format.hasSuffix("document"), _ where format.hasPrefix("OpenDocument"):
            "Ask for the spreadsheet that it was made from, or copy the list into the template."
        default: chooseAnother
        }
    }

    static let chooseAnother =
        "Choose an .xlsx, .ods, .csv or .tsv file. In Excel: File, Save As, Excel Workbook."
}
