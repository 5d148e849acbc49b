import Sheets

/// A sheet's records as texts.
struct Reading: Equatable {
    var rows: [[String]] = []
    var numbers: [Int] = []

    /// Reads the first visible sheet that has any record.
    init(_ source: Source, limits: Limits = Limits()) throws(SheetError) {
        let workbook = try Workbook(opening: source, limits: limits)
        for sheet in try workbook.sheets where sheet.isVisible && rows.isEmpty {
            let reader = try workbook.reader(of: sheet.index)
            var record = Record()
            while try reader.next(into: &record) {
                rows.append((0..<record.count).map { record.text($0) })
                numbers.append(record.number)
            }
        }
    }

    init(_ bytes: [UInt8], limits: Limits = Limits()) throws(SheetError) {
        try self.init(.bytes(bytes), limits: limits)
    }

    init(_ text: String) throws(SheetError) { try self.init(Array(text.utf8)) }

    init(_ parts: WorkbookParts, limits: Limits = Limits()) throws(SheetError) {
        try self.init(parts.bytes(), limits: limits)
    }
}

/// Why a file can't be read; nil if it can.
func refusal(of bytes: [UInt8], limits: Limits = Limits()) -> SheetError? {
    do {
        _ = try Reading(bytes, limits: limits)
        return nil
    } catch {
        return error
    }
}

func refusal(of parts: WorkbookParts) -> SheetError? { refusal(of: parts.bytes()) }

func refusal(ofText text: String) -> SheetError? { refusal(of: Array(text.utf8)) }
