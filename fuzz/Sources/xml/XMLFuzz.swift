/// Takes an input as the markup of a sheet.
@_cdecl("LLVMFuzzerTestOneInput")
public func readInput(_ start: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
    ReadingPromises.keep(ofSheet: Array(UnsafeBufferPointer(start: start, count: count)))
    return 0
}
