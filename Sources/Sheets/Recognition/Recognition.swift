/// What a file is by its content.
enum Recognition {
    case workbook(WorkbookPackage)
    case document(OpenDocument)
    case text(TextSurvey)

    /// - Throws: Why the file is neither a workbook nor separated text.
    init(_ file: FileBytes, budget: Budget) throws(SheetError) {
        let head = try file.bytes(at: 0, count: 1_024)
        switch head.view.word32(0) {
        case 0x0403_4B50, 0x0807_4B50: self = try Self.archive(of: file, budget: budget)
        case 0x0605_4B50: throw SheetError(.zipWithoutWorkbook)
        case 0xE011_CFD0: throw try CompoundFile.refusal(file)
        default:
            if let kind = ForeignFormat.atBeginning(head.view) {
                throw SheetError(.unsupportedFormat, format: kind)
            }
            self = .text(try TextSurvey(file, budget: budget))
        }
    }

    private static func archive(
        of file: FileBytes, budget: Budget
    ) throws(SheetError) -> Recognition {
        let archive = try ZipArchive(file, limits: budget.limits)
        if archive.entry("mimetype") != nil && archive.entry("encrypted-package") != nil {
            throw SheetError(.passwordProtected)
        }
        if archive.entry("mimetype") != nil && archive.entry("content.xml") != nil {
            return .document(try OpenDocument(archive, of: file, budget: budget))
        }
        return .workbook(try WorkbookPackage(archive, of: file, budget: budget))
    }
}
