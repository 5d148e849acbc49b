import Sheets

/// What reading promises of any bytes whatever: the fuzz targets try to break it, and the tests repeat what they found.
enum ReadingPromises {
    enum Outcome: Equatable {
        case rows([[String]])
        /// For which of several reasons depends on which is met first.
        case refused
    }

    /// Reads a file to the last cell of its last sheet, twice with the same outcome.
    static func keep(ofFile bytes: [UInt8]) {
        precondition(outcome(of: bytes) == outcome(of: bytes))
    }

    /// Markup is read alike wherever the pieces end in which it is inflated.
    static func keep(ofSheet markup: [UInt8]) {
        keepAcrossPieces(markup) { sheet in
            var archive = WorkbookParts(strings: "<sst><si><t>a</t></si></sst>").archive
            archive.entries[3].bytes = sheet
            return archive.bytes()
        }
    }

    static func keep(ofDocument content: [UInt8]) {
        keepAcrossPieces(content) { content in
            var archive = DocumentParts().archive
            archive.entries[1] = .init("content.xml", bytes: content)
            return archive.bytes()
        }
    }

    /// An input becomes an archive by its first bytes.
    static func keep(ofArchive bytes: [UInt8]) {
        keep(ofFile: [0x50, 0x4B, 0x03, 0x04] + bytes.dropFirst(4))
    }

    private static func keepAcrossPieces(_ markup: [UInt8], _ file: ([UInt8]) -> [UInt8]) {
        let whole = outcome(of: file(comment(0) + markup))
        // Long inputs are slow: of those that fuzzing makes one in sixteen has to do.
        guard markup.reduce(0, &+) % 16 == 0 else { return }
        // The reader looks at 200 bytes for the encoding, and goes on in pieces of 256 KiB.
        for cut in [markup.count / 3, markup.count * 2 / 3] {
            let padding = max(0, 200 + 256 << 10 - cut)
            precondition(outcome(of: file(comment(padding) + markup)) == whole)
        }
    }

    private static func comment(_ length: Int) -> [UInt8] {
        Array("<!--".utf8) + [UInt8](repeating: UInt8(ascii: "x"), count: length)
            + Array("-->".utf8)
    }

    private static func outcome(of bytes: [UInt8]) -> Outcome {
        var rows: [[String]] = []
        var record = Record()
        do throws(SheetError) {
            let workbook = try Workbook(opening: .bytes(bytes), limits: limits)
            for sheet in try workbook.sheets {
                let reader = try workbook.reader(of: sheet.index)
                while try reader.next(into: &record) {
                    rows.append(texts(of: record))
                }
            }
            return .rows(rows)
        } catch {
            return .refused
        }
    }

    private static func texts(of record: borrowing Record) -> [String] {
        var texts = ["\(record.number)"]
        for column in 0..<record.count {
            let text = record.text(column)
            precondition(record.withBytes(column) { $0.count } == text.utf8.count)
            texts.append(text)
        }
        return texts
    }

    /// Few enough rows that an input which repeats one doesn't take the time of a thousand others.
    private static var limits: Limits {
        var limits = Limits()
        limits.rows = 5_000
        limits.columns = 200
        return limits
    }
}
