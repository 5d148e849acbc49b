/// The parts of an .xlsx file (ECMA-376, Transitional and Strict).
final class WorkbookPackage {
    private let file: FileBytes
    private let budget: Budget
    private let archive: ZipArchive
    private var relationships = Relationships()
    private var epoch = NumberStyles.Epoch.year1900
    private var parts: [ZipEntry] = []
    private(set) var sheets: [SheetSummary] = []
    private var loaded: (strings: SharedStrings, styles: NumberStyles)?

    init(_ archive: ZipArchive, of file: FileBytes, budget: Budget) throws(SheetError) {
        self.archive = archive
        self.file = file
        self.budget = budget
        let workbook = try findWorkbook()
        let place = Relationships.place(
            of: workbook.name.split(separator: "\\").joined(separator: "/"))
        if let entry = archive.entry(place.relationships) {
            relationships = try Relationships(try reader(entry), folder: place.folder)
        }
        try readWorkbook(workbook)
        if sheets.isEmpty { throw SheetError(.damaged, at: workbook.name) }
    }

    func rows(of sheet: Int) throws(SheetError) -> SheetRows {
        let loaded = try loadTexts()
        let scanner = RowScanner(
            limits: budget.limits, styles: loaded.styles, strings: loaded.strings.count)
        let window = try Window(part: parts[sheet], of: file, budget: budget)
        return SheetRows(
            scanner, in: window, of: parts[sheet].name, strings: loaded.strings, budget: budget)
    }

    private func reader(_ entry: ZipEntry) throws(SheetError) -> MarkupReader {
        MarkupReader(
            try Window(part: entry, of: file, budget: budget), budget: budget,
            part: entry.name)
    }

    private func findWorkbook() throws(SheetError) -> ZipEntry {
        var name = "xl/workbook.xml"
        if let roots = archive.entry("_rels/.rels") {
            let found = try Relationships(try reader(roots), folder: "")
            name = found.first("officeDocument") ?? name
        }
        if let kind = ForeignFormat.inArchive(archive, document: name) {
            throw SheetError(.unsupportedFormat, format: kind)
        }
        guard let entry = archive.entry(name) else { throw SheetError(.zipWithoutWorkbook) }
        return entry
    }

    private func readWorkbook(_ entry: ZipEntry) throws(SheetError) {
        var reader = try reader(entry)
        guard let root = try reader.next(), root.name == "workbook" else {
            throw SheetError(.zipWithoutWorkbook)
        }
        while let element = try reader.next() {
            switch (element.name, element.path.last) {
            case ("workbookPr", "workbook"):
                let isFrom1904 = ["1", "true"].contains(element.attribute("date1904"))
                if isFrom1904 { epoch = .year1904 }
            case ("sheet", "sheets"): try add(element)
            default: break
            }
        }
    }

    /// Adds a sheet, unless it is a chart, a dialog or a macro.
    private func add(_ element: Element) throws(SheetError) {
        let name = SheetSummary.cut(element.attribute("name") ?? "")
        let target = element.attribute("id").flatMap { relationships[$0] }
        guard let target, let part = archive.entry(target.part) else {
            throw SheetError(.damaged, at: name)
        }
        guard target.kind == "worksheet" else { return }
        let limit = budget.limits.parts
        if sheets.count == limit { throw SheetError(.tooManyParts, at: name, limit: limit) }
        let isVisible = ![.some("hidden"), "veryHidden"].contains(element.attribute("state"))
        sheets.append(SheetSummary(index: parts.count, name: name, isVisible: isVisible))
        parts.append(part)
    }

    /// The part that the workbook says it has. Without the styles, say, days would come out as numbers.
    private func part(_ kind: String) throws(SheetError) -> ZipEntry? {
        guard let name = relationships.first(kind) else { return nil }
        guard let entry = archive.entry(name) else { throw SheetError(.damaged, at: name) }
        return entry
    }

    /// Reads what all sheets share, once.
    private func loadTexts() throws(SheetError) -> (strings: SharedStrings, styles: NumberStyles) {
        if let loaded { return loaded }
        var strings = SharedStrings()
        if let entry = try part("sharedStrings") {
            strings = try SharedStrings(entry, of: file, budget: budget)
        }
        var styles = NumberStyles(epoch: epoch)
        if let entry = try part("styles") {
            styles = try NumberStyles(try reader(entry), epoch: epoch)
        }
        loaded = (strings, styles)
        return (strings, styles)
    }
}
