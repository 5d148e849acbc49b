/// Takes an input as a zip archive.
@_cdecl("LLVMFuzzerTestOneInput")
public func readInput(_ start: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
    ReadingPromises.keep(ofArchive: Array(UnsafeBufferPointer(start: start, count: count)))
    return 0
}
