/// The records of a text file with separators (RFC 4180, and what spreadsheets make of it).
final class TextRows: RowSource {
    private let file: FileBytes
    private let survey: TextSurvey
    private let budget: Budget
    private let delimiter: UInt8
    private var window: Window
    private var number = 0
    /// Bytes of decoded text before the window.
    private var before = 0

    init(_ file: FileBytes, survey: TextSurvey, budget: Budget) throws(SheetError) {
        self.file = file
        self.survey = survey
        self.budget = budget
        var window = Window(Self.stream(file, survey))
        try window.refill()
        let found = Delimiter(in: window.view)
        delimiter = found.byte
        window.position = found.start
        self.window = window
    }

    private static func stream(_ file: FileBytes, _ survey: TextSurvey) -> any ByteStream {
        let stream = FileStream(file, from: survey.start)
        if survey.encoding == .utf8 { return stream }
        return DecodedStream(stream, encoding: survey.encoding, prefix: ByteStore())
    }

    var fractionRead: Double { window.fractionRead }

    func next(into record: inout Record) throws(SheetError) -> Bool {
        while true {
            var scan = FieldScan(
                view: window.view, position: window.position, delimiter: delimiter,
                isLast: window.isComplete)
            switch scan.record(into: &record) {
            case .whole:
                window.position = scan.position
                number += 1
                record.number = number
                try refuseExcess(record)
                return true
            case .end: return false
            case .cut: try refill(openQuote: scan.openQuote)
            case .malformed: throw try unmatchedQuote(at: scan.openQuote ?? 0)
            case .tooManyFields: throw try tooManyColumns()
            }
        }
    }

    func append(to columns: inout TextColumns) throws(SheetError) -> Bool {
        var record = Record()
        let most = TextColumns.mostBytes(budget.limits)
        while try next(into: &record) {
            record.append(to: &columns)
            if columns.bytes > most {
                throw SheetError(.inflatesTooMuch, at: "row \(number)", limit: most)
            }
        }
        return false
    }

    private func refill(openQuote: Int?) throws(SheetError) {
        if window.unused > budget.limits.rowBytes {
            if let openQuote { throw try unmatchedQuote(at: openQuote) }
            let place = try line(at: window.position)
            throw SheetError(.rowTooLong, at: place, limit: budget.limits.rowBytes)
        }
        before += window.position
        let start = budget.start()
        try window.refill()
        try budget.stop(start)
    }

    private func unmatchedQuote(at place: Int) throws(SheetError) -> SheetError {
        SheetError(.unmatchedQuote, at: try line(at: place))
    }

    private func refuseExcess(_ record: borrowing Record) throws(SheetError) {
        let limits = budget.limits
        if number > limits.rows { throw SheetError(.tooManyRows, limit: limits.rows) }
        if record.count > limits.columns { throw try tooManyColumns() }
        try record.check(limits, isUTF8: survey.isVerified)
    }

    private func tooManyColumns() throws(SheetError) -> SheetError {
        let limit = min(budget.limits.columns, Record.mostColumns)
        return SheetError(.tooManyColumns, at: "row \(number)", limit: limit)
    }

    /// The line on which an offset of the window stands, counted only when it must be told.
    private func line(at offset: Int) throws(SheetError) -> String {
        let target = before + offset
        var window = Window(Self.stream(file, survey))
        var passed = 0
        var line = 1
        var last: UInt8 = 0
        while passed < target && !window.isComplete {
            try window.refill()
            let view = window.view
            for index in 0..<min(view.count, target - passed) {
                let byte = view[index]
                if byte == 0x0D || byte == 0x0A && last != 0x0D { line += 1 }
                last = byte
            }
            passed += view.count
            window.position = view.count
        }
        return "line \(line)"
    }
}
