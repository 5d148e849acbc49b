/// The parts of an OpenDocument spreadsheet, .ods (ODF 1.3 part 2 and 3).
final class OpenDocument {
    private let file: FileBytes
    private let budget: Budget
    private let content: ZipEntry
    private var finder: SheetFinder
    /// The sheets that have been found so far.
    private var found: [SheetSummary] = []
    private var areAllFound = false

    init(_ archive: ZipArchive, of file: FileBytes, budget: Budget) throws(SheetError) {
        try Self.refuseOthers(archive, file, budget)
        guard let content = archive.entry("content.xml") else { throw SheetError(.damaged) }
        self.file = file
        self.budget = budget
        self.content = content
        finder = SheetFinder(try Window(part: content, of: file, budget: budget), budget: budget)
        guard try sheet(at: 0) != nil else { throw SheetError(.damaged, at: content.name) }
    }

    /// A sheet by its place; the document is looked through as far as it must be.
    ///
    /// A long list comes out of the decompressor twice then, which mustn't make it too large to read.
    func sheet(at index: Int) throws(SheetError) -> SheetSummary? {
        try budget.aside { () throws(SheetError) in try findSheet(at: index) }
    }

    private func findSheet(at index: Int) throws(SheetError) -> SheetSummary? {
        while found.count <= index, !areAllFound {
            guard let table = try next() else {
                areAllFound = true
                break
            }
            let limit = budget.limits.parts
            if found.count == limit {
                throw SheetError(.tooManyParts, at: table.name, limit: limit)
            }
            found.append(
                SheetSummary(index: found.count, name: table.name, isVisible: table.isVisible))
        }
        return index < found.count ? found[index] : nil
    }

    func rows(of sheet: Int) throws(SheetError) -> SheetRows {
        var finder = SheetFinder(
            try Window(part: content, of: file, budget: budget), budget: budget)
        for _ in 0...sheet {
            guard try finder.next() != nil else { throw SheetError(.noSuchSheet) }
        }
        return SheetRows(
            TableScanner(budget), in: finder.finish(), of: content.name, strings: SharedStrings(),
            budget: budget)
    }

    private func next() throws(SheetError) -> SheetFinder.Table? {
        do {
            return try finder.next()
        } catch {
            throw SheetError(error.code, at: error.place ?? content.name, limit: error.limit)
        }
    }

    /// Refuses what has a password, and documents that aren't spreadsheets.
    private static func refuseOthers(
        _ archive: ZipArchive, _ file: FileBytes, _ budget: Budget
    ) throws(SheetError) {
        if let manifest = archive.entry("META-INF/manifest.xml") {
            let window = try Window(part: manifest, of: file, budget: budget)
            var reader = MarkupReader(window, budget: budget, part: manifest.name)
            while let element = try reader.next() {
                if element.name == "encryption-data" { throw SheetError(.passwordProtected) }
            }
        }
        guard let entry = archive.entry("mimetype") else { return }
        var window = try Window(part: entry, of: file, budget: budget)
        let view = window.view
        let kind = view.string(from: 0, to: min(view.count, 100)).trimmed
        if !kind.hasPrefix("application/vnd.oasis.opendocument.spreadsheet") {
            throw SheetError(.unsupportedFormat, format: ForeignFormat.openDocument(kind))
        }
        try window.drain()
    }
}
