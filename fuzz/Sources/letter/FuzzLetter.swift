/// Called by libFuzzer with one input after the other; a trap is a finding.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzzLetter(_ start: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
    let text = String(decoding: UnsafeBufferPointer(start: start, count: count), as: UTF8.self)
    if let promise = LetterPromises.broken(by: text) {
        fatalError("\(text.debugDescription): \(promise)")
    }
    return 0
}
