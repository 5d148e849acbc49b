/// What a file is by its content.
enum Recognition {
    case workbook(WorkbookPackage)
    case text(TextSurvey)

    /// - Throws: Why the file is neither a workbook nor separated text.
    init(_ file: FileBytes, budget: Budget) throws(SheetError) {
        let head = try file.bytes(at: 0, count: 1_024)
        switch head.view.word32(0) {
        case 0x0403_4B50, 0x0807_4B50: self = .workbook(try WorkbookPackage(file, budget: budget))
        case 0x0605_4B50: throw SheetError(.zipWithoutWorkbook)
        case 0xE011_CFD0: throw try CompoundFile.refusal(file)
        default:
            if let kind = ForeignFormat.atBeginning(head.view) {
                throw SheetError(.unsupportedFormat, format: kind)
            }
            self = .text(try TextSurvey(file, budget: budget))
        }
    }
}
