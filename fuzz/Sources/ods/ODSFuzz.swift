/// Takes an input as the content of an OpenDocument spreadsheet.
@_cdecl("LLVMFuzzerTestOneInput")
public func readInput(_ start: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
    ReadingPromises.keep(ofDocument: Array(UnsafeBufferPointer(start: start, count: count)))
    return 0
}
