package import Directory
package import Sheets

/// What is said about a file that can't be read: what is the matter, and what to do about it.
extension Refusal {
    package init(_ error: SheetError) {
        self =
            switch error.code {
            case .empty: .noUsers
            case .notASpreadsheet, .unreadable, .noSuchSheet:
                .unreadable(remedy: Self.chooseAnother)
            case .unknownEncoding:
                .unreadable(remedy: "Save it as “CSV UTF-8” in Excel, or as an Excel Workbook.")
            case .zipWithoutWorkbook:
                .unreadable(remedy: "Unpack it, and choose the spreadsheet that is inside.")
            case .unsupportedFormat:
                error.format.map(Refusal.foreign) ?? .unreadable(remedy: Self.chooseAnother)
            case .passwordProtected:
                Refusal(
                    .filePasswordProtected, "The file is protected by a password.",
                    remedy: "Remove the password in Excel (File, Info, Protect Workbook).")
            case .damaged:
                Refusal(
                    .fileDamaged, "The file is damaged\(error.where).",
                    remedy: "Open it in Excel, save it again as .xlsx.")
            case .unmatchedQuote:
                Refusal(
                    .fileDamaged, "A quotation mark is not closed\(error.where).",
                    remedy: "Close it or delete it in a text editor, then choose the file again.")
            case .documentTypeRefused:
                Refusal(
                    .fileDoctype,
                    "The file has a document type declaration, which no spreadsheet needs.",
                    remedy: "Open it in Excel, save it again as .xlsx.")
            case .tooManyRows:
                Refusal(
                    .fileTooManyRows, "The file has more than \(error.grouped) rows.",
                    remedy: "Split it.")
            case .timeExceeded:
                Refusal(
                    .fileTimeout, "Reading the file took too long.",
                    remedy: "Delete unused sheets and pictures, or split it.")
            case .tooLarge, .inflatesTooMuch, .tooManyParts, .tooManyColumns, .rowTooLong,
                .cellTooLong, .markupTooComplex:
                Refusal(.fileTooLarge, error.tooMuch, remedy: error.lessRemedy)
            }
    }

    /// Runs a reading whose errors are said in words.
    static func translating<R: ~Copyable>(
        _ reading: () throws(SheetError) -> R
    ) throws(Refusal) -> R {
        do throws(SheetError) {
            return try reading()
        } catch {
            throw Refusal(error)
        }
    }

    private static func unreadable(remedy: String) -> Refusal {
        Refusal(.fileUnreadable, "This is not a spreadsheet we can read.", remedy: remedy)
    }
}

extension SheetError {
    /// The limit with separators: 1,048,576.
    fileprivate var grouped: String {
        var text = ""
        for (index, digit) in String(limit ?? 0).reversed().enumerated() {
            if index > 0, index.isMultiple(of: 3) { text.append(",") }
            text.append(digit)
        }
        return String(text.reversed())
    }

    /// The limit of bytes: "256 MB".
    fileprivate var size: String {
        let bytes = limit ?? 0
        return switch bytes {
        case (1 << 30)...: "\(bytes >> 30) GB"
        case (1 << 20)...: "\(bytes >> 20) MB"
        case (1 << 10)...: "\(bytes >> 10) KB"
        default: "\(bytes) bytes"
        }
    }

    fileprivate var `where`: String {
        place.map { " (\($0))" } ?? ""
    }

    fileprivate var tooMuch: String {
        switch code {
        case .tooLarge: "The file is larger than \(size)."
        case .inflatesTooMuch: "The file unpacks to more than \(size)."
        case .tooManyParts: "The file has more than \(grouped) parts."
        case .tooManyColumns: "The file has more than \(grouped) columns\(self.where)."
        case .rowTooLong: "A row of the file is longer than \(size)\(self.where)."
        case .cellTooLong: "A cell of the file has more than \(grouped) characters\(self.where)."
        default: "The file’s markup is more complex than a spreadsheet’s\(self.where)."
        }
    }

    fileprivate var lessRemedy: String {
        switch code {
        case .rowTooLong, .cellTooLong: "Shorten it there, and save the file again."
        case .tooManyColumns: "Delete the columns that are not needed."
        case .markupTooComplex: "Open it in Excel, save it again as .xlsx."
        default: "Delete unused sheets and pictures, or split it."
        }
    }
}
