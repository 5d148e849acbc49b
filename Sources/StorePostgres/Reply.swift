import CPQ
import Glibc
import Store

/// The rows that a statement is answered with, all of them in memory, read one by one.
final class Reply: Columns {
    private let result: OpaquePointer
    private let count: Int32
    private var row: Int32 = -1

    /// Takes over the result.
    init(_ result: OpaquePointer) {
        self.result = result
        count = PQntuples(result)
    }

    deinit { PQclear(result) }

    /// How many rows the statement changed.
    var changes: Int {
        Int(strtoll(PQcmdTuples(result), nil, 10))
    }

    /// What was done, in the server's word: `COMMIT`, `INSERT 0 1`.
    var tag: String {
        String(cString: PQcmdStatus(result))
    }

    /// Goes on to the next row; false when there is none.
    func next() -> Bool {
        row += 1
        return row < count
    }

    func isNull(_ place: Int) -> Bool {
        PQgetisnull(result, row, Int32(place)) == 1
    }

    func integer(_ place: Int) -> Int64 {
        Int64(strtoll(PQgetvalue(result, row, Int32(place)), nil, 10))
    }

    func text(_ place: Int) -> String {
        String(decoding: value(place), as: UTF8.self)
    }

    /// The server writes bytes as `\x` and two digits for each.
    func bytes(_ place: Int) -> [UInt8] {
        let digits = value(place).dropFirst(2)
        return stride(from: digits.startIndex, to: digits.endIndex, by: 2).map {
            Self.half(digits[$0]) << 4 | Self.half(digits[$0 + 1])
        }
    }

    func append(_ place: Int, to letters: inout [UInt8]) {
        letters.append(contentsOf: value(place))
    }

    private func value(_ place: Int) -> UnsafeRawBufferPointer {
        UnsafeRawBufferPointer(
            start: PQgetvalue(result, row, Int32(place)),
            count: Int(PQgetlength(result, row, Int32(place))))
    }

    private static func half(_ digit: UInt8) -> UInt8 {
        digit < UInt8(ascii: "a") ? digit - UInt8(ascii: "0") : digit - UInt8(ascii: "a") + 10
    }
}
