/// Takes an input as a file of any kind.
@_cdecl("LLVMFuzzerTestOneInput")
public func readInput(_ start: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
    ReadingPromises.keep(ofFile: Array(UnsafeBufferPointer(start: start, count: count)))
    return 0
}
