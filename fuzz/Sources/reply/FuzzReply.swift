/// Called by libFuzzer with one input after the other; a trap is a finding.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzzReply(_ start: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
    let bytes = Array(UnsafeBufferPointer(start: start, count: count))
    if let promise = ReplyPromises.broken(by: bytes) {
        fatalError("\(bytes): \(promise)")
    }
    return 0
}
