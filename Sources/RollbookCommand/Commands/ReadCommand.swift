import ArgumentParser
import Desk
import Directory
import Imports
import Sheets

/// The records of a sheet as they are read.
struct ReadCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "read", abstract: "Prints the records of a sheet, with nothing interpreted.",
        discussion: """
            Record N is row N of a workbook's sheet, empty ones too; blank lines of a text file are \
            left out. CSV is that of RFC 4180, in UTF-8; JSON is one array of texts a line.
            """)

    @Argument(help: "The spreadsheet.", completion: .spreadsheet)
    var file: String

    @Option(
        help: ArgumentHelp(
            "The sheet's name (without it the first visible one with cells).", valueName: "name"))
    var sheet: String?

    @Option(help: "How the records are printed.")
    var format = RecordFormat.csv

    func run() async throws {
        let limits = try Settings(environment: Environment.variables).office.limits
        let file = try SpreadsheetFile(path: file)
        let workbook = try Workbook(opening: file.source, limits: limits, readsAhead: true)
        let progress = ProgressBar(besidesOutput: true)
        defer { progress.end() }
        try print(ChosenSheet(in: workbook, named: sheet), progress)
    }

    private func print(_ sheet: consuming ChosenSheet, _ progress: ProgressBar) throws {
        var output = RecordOutput(format)
        var row = 1
        while sheet.isThere {
            while sheet.hasRows, row < sheet.record.number {
                try output.writeBlank()
                row += 1
            }
            if sheet.hasRows || !sheet.record.isBlankLine { try output.write(sheet.record) }
            row += 1
            if row % 1_024 == 0 { progress.show("Reading", sheet.fractionRead) }
            try sheet.next()
        }
        try output.flush()
    }
}

extension Record {
    /// A line of a text file with nothing in it, not even a separator.
    fileprivate var isBlankLine: Bool { count == 0 && fields < 2 }
}

/// The sheet that is read: the one named, or the first visible one with cells.
private struct ChosenSheet: ~Copyable {
    private(set) var record = Record()
    /// Whether `record` is one of the sheet's: false after the last one.
    private(set) var isThere = false
    /// A workbook's rows have places, whether something stands in them or not; the lines of a text have not.
    let hasRows: Bool
    private var reader: SheetReader?

    init(in workbook: Workbook, named name: String?) throws {
        hasRows = workbook.format != .csv
        var place = 0
        while let sheet = try workbook.sheet(at: place) {
            place += 1
            guard name.map(sheet.isNamed) ?? sheet.isVisible else { continue }
            reader = try workbook.reader(of: sheet.index)
            try next()
            if isThere { return }
        }
        if let name, reader == nil {
            throw try Refusal.noSheet(name, in: workbook.sheets, of: workbook.format)
        }
    }

    var fractionRead: Double { reader?.fractionRead ?? 1 }

    mutating func next() throws {
        isThere = try reader?.next(into: &record) ?? false
    }
}

/// How `read` prints records.
enum RecordFormat: String, ExpressibleByArgument, CaseIterable {
    case csv
    case json
}

extension CompletionKind {
    static var spreadsheet: CompletionKind {
        .file(extensions: ["xlsx", "xlsm", "ods", "csv", "tsv", "txt"])
    }
}
