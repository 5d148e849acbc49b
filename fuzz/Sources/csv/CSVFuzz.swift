import Sheets

/// Reads an input as a file, to the last cell of its last sheet.
@_cdecl("LLVMFuzzerTestOneInput")
public func readInput(_ start: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
    read(Array(UnsafeBufferPointer(start: start, count: count)))
    return 0
}

private func read(_ bytes: [UInt8]) {
    var record = Record()
    do throws(SheetError) {
        let workbook = try Workbook(opening: .bytes(bytes))
        for sheet in try workbook.sheets {
            let reader = try workbook.reader(of: sheet.index)
            while try reader.next(into: &record) {
                for column in 0..<record.count {
                    let count = record.withBytes(column) { $0.count }
                    precondition(record.text(column).utf8.count == count)
                }
            }
        }
    } catch {
        precondition(!error.code.rawValue.isEmpty)
    }
}
