import Gate
import Sheets

/// The records of a sheet on their way to standard output, written in large pieces.
struct RecordOutput: ~Copyable {
    private let format: RecordFormat
    private var bytes: [UInt8] = []
    private var json = JSONWriter()

    /// Bytes that are written at once.
    private static let portion = 256 << 10

    init(_ format: RecordFormat) {
        self.format = format
        bytes.reserveCapacity(Self.portion + 64 << 10)
    }

    /// - Throws: `ClosedPipe` when the reader is gone.
    mutating func write(_ record: borrowing Record) throws {
        switch format {
        case .csv: writeFields(record)
        case .json: writeArray(record)
        }
        if bytes.count + json.count >= Self.portion { try flush() }
    }

    /// A row of the sheet that has no cell.
    mutating func writeBlank() throws {
        try write(Record())
    }

    mutating func flush() throws {
        try OpenFile.standardOutput.write(bytes)
        bytes.removeAll(keepingCapacity: true)
        if json.count > 0 { try OpenFile.standardOutput.write(json.take()) }
    }

    /// RFC 4180: fields with a comma, a quote or a line end stand in quotes, lines end with CR LF.
    private mutating func writeFields(_ record: borrowing Record) {
        for column in 0..<max(record.count, record.fields) {
            if column > 0 { bytes.append(UInt8(ascii: ",")) }
            let start = bytes.count
            record.append(column, to: &bytes)
            bytes.quote(from: start)
        }
        bytes.append(0x0D)
        bytes.append(0x0A)
    }

    private mutating func writeArray(_ record: borrowing Record) {
        var texts: [String] = []
        for column in 0..<max(record.count, record.fields) { texts.append(record.text(column)) }
        json.line { $0.array(texts) { $0.value($1) } }
    }
}

extension [UInt8] {
    /// Puts the field that begins at an offset into quotes, if it needs them.
    fileprivate mutating func quote(from start: Int) {
        guard self[start...].contains(where: { $0.needsQuotes }) else { return }
        let field = self[start...].map { $0 }
        removeSubrange(start...)
        append(UInt8(ascii: "\""))
        for byte in field {
            if byte == UInt8(ascii: "\"") { append(byte) }
            append(byte)
        }
        append(UInt8(ascii: "\""))
    }
}

extension UInt8 {
    fileprivate var needsQuotes: Bool {
        self == UInt8(ascii: ",") || self == UInt8(ascii: "\"") || self == 0x0A || self == 0x0D
    }
}
