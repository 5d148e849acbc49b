/// The parts of a small workbook, each of which a test may replace.
struct WorkbookParts {
    var sheet = "<worksheet><sheetData/></worksheet>"
    var strings = "<sst/>"
    var styles = "<styleSheet/>"
    var workbook =
        #"<workbook><workbookPr/><sheets><sheet name="Users" sheetId="1" r:id="rId1"/></sheets></workbook>"#
    var isDeflated = false

    /// A sheet of these rows.
    init(rows: String = "", strings: String = "<sst/>") {
        sheet = "<worksheet><sheetData>\(rows)</sheetData></worksheet>"
        self.strings = strings
    }

    private static let roots = """
        <Relationships><Relationship Id="rId1" Type="http://x/officeDocument" Target="xl/workbook.xml"/>\
        </Relationships>
        """
    private static let relationships = """
        <Relationships><Relationship Id="rId1" Type="http://x/worksheet" Target="worksheets/sheet1.xml"/>\
        <Relationship Id="rId2" Type="http://x/sharedStrings" Target="sharedStrings.xml"/>\
        <Relationship Id="rId3" Type="http://x/styles" Target="styles.xml"/></Relationships>
        """

    var archive: ArchiveWriter {
        var entries = [
            ArchiveWriter.Entry("_rels/.rels", Self.roots),
            .init("xl/workbook.xml", workbook),
            .init("xl/_rels/workbook.xml.rels", Self.relationships),
            .init("xl/worksheets/sheet1.xml", sheet),
            .init("xl/sharedStrings.xml", strings),
            .init("xl/styles.xml", styles),
        ]
        for index in entries.indices { entries[index].isDeflated = isDeflated }
        return ArchiveWriter(entries: entries)
    }

    func bytes() -> [UInt8] { archive.bytes() }
}
