/// Kinds of file that people take for spreadsheets, and that aren't read.
enum ForeignFormat {
    private static let signatures: [(bytes: [UInt8], name: String)] = [
        (Array("%PDF-".utf8), "PDF"),
        ([0x89, 0x50, 0x4E, 0x47], "PNG image"),
        ([0xFF, 0xD8, 0xFF], "JPEG image"),
        (Array("GIF8".utf8), "GIF image"),
        (Array("II*\0".utf8), "TIFF image"),
        (Array("MM\0*".utf8), "TIFF image"),
        ([0x1F, 0x8B], "gzip archive"),
        (Array("BZh".utf8), "bzip2 archive"),
        ([0xFD, 0x37, 0x7A, 0x58, 0x5A], "xz archive"),
        ([0x28, 0xB5, 0x2F, 0xFD], "Zstandard archive"),
        ([0x37, 0x7A, 0xBC, 0xAF], "7-Zip archive"),
        (Array("Rar!".utf8), "RAR archive"),
        (Array("{\\rtf".utf8), "Rich Text"),
        (Array("SQLite format 3".utf8), "SQLite database"),
        (Array("PAR1".utf8), "Parquet"),
        ([0x7F, 0x45, 0x4C, 0x46], "program"),
        ([0x09, 0x08, 0x10, 0x00], "Excel 95 workbook (.xls)"),
        ([0x09, 0x08, 0x06, 0x00], "Excel 95 workbook (.xls)"),
        ([0x09, 0x08, 0x08, 0x00], "Excel 95 workbook (.xls)"),
        ([0x09, 0x04, 0x06, 0x00], "Excel 4 sheet (.xls)"),
        ([0x09, 0x02, 0x06, 0x00], "Excel 3 sheet (.xls)"),
        (Array("ID;PWXL".utf8), "Excel symbolic link (.slk)"),
    ]

    /// The kind of a file by its first bytes.
    static func atBeginning(_ head: ByteView) -> String? {
        let found = signatures.first { signature in
            signature.bytes.count <= head.count
                && signature.bytes.indices.allSatisfy { head[$0] == signature.bytes[$0] }
        }
        return found?.name ?? markup(head)
    }

    /// HTML, XML or JSON, of which none can be separated text.
    private static func markup(_ head: ByteView) -> String? {
        let marked = TextEncoding.marked(head)
        let bytes = (marked?.length ?? 0)..<min(head.count, 1_024)
        let text = String(decoding: bytes.map { head[$0] }.filter { $0 != 0 }, as: UTF8.self)
            .drop(while: \.isWhitespace).lowercased()
        let isHTML = ["<!doctype", "<html", "<head", "<body", "<table", "<meta", "<style"]
        if isHTML.contains(where: text.hasPrefix) { return "HTML" }
        if text.hasPrefix("<?xml") || text.hasPrefix("<workbook") {
            let isExcel = text.contains("excel.sheet") || text.contains("office:spreadsheet")
            if isExcel { return "Excel 2003 XML" }
            return text.contains("<office:document") ? "OpenDocument, flat (.fods)" : "XML"
        }
        if text.hasPrefix("{\"") || text.hasPrefix("[{") { return "JSON" }
        return nil
    }

    /// The kind of an OpenDocument file that is no spreadsheet, by its media type.
    static func openDocument(_ type: String) -> String {
        let kinds = ["text", "presentation", "graphics", "formula", "chart", "database"]
        let kind = kinds.first { type.hasPrefix("application/vnd.oasis.opendocument.\($0)") }
        return kind.map { "OpenDocument \($0)" } ?? "OpenDocument"
    }

    /// The kind of a zip archive that holds another kind of document.
    static func inArchive(_ archive: ZipArchive, document: String) -> String? {
        if document.lowercased().hasSuffix(".bin") { return "Excel binary workbook (.xlsb)" }
        if archive.entry("xl/workbook.xml") != nil { return nil }
        if archive.entry("xl/workbook.bin") != nil { return "Excel binary workbook (.xlsb)" }
        if archive.entry("word/document.xml") != nil { return "Word document" }
        if archive.entry("ppt/presentation.xml") != nil { return "PowerPoint presentation" }
        if archive.entry("Index/Document.iwa") != nil || archive.entry("Index.zip") != nil {
            return "Numbers document"
        }
        return nil
    }
}
