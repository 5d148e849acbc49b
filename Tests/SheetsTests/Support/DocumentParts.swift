/// The parts of a small OpenDocument spreadsheet, each of which a test may replace.
struct DocumentParts {
    var mimetype = "application/vnd.oasis.opendocument.spreadsheet"
    var styles = ""
    /// What stands in the spreadsheet's body.
    var tables: String
    var manifest = "<manifest:manifest/>"

    /// A sheet "Users" of these rows.
    init(rows: String = "") {
        tables = "<table:table table:name=\"Users\">\(rows)</table:table>"
    }

    /// A sheet of one row of these cells.
    init(cells: String) {
        self.init(rows: "<table:table-row>\(cells)</table:table-row>")
    }

    var content: String {
        """
        <?xml version="1.0" encoding="UTF-8"?><office:document-content>\
        <office:automatic-styles>\(styles)</office:automatic-styles><office:body><office:spreadsheet>\
        \(tables)</office:spreadsheet></office:body></office:document-content>
        """
    }

    var archive: ArchiveWriter {
        ArchiveWriter(entries: [
            .init("mimetype", mimetype),
            .init("content.xml", bytes: Array(content.utf8), isDeflated: true),
            .init("META-INF/manifest.xml", manifest),
        ])
    }

    func bytes() -> [UInt8] { archive.bytes() }
}
