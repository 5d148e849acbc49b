extension HTML {
    /// JSON as the content of a `script` element that isn't run. `<` occurs in JSON only within
    /// strings, where its escape means the same; without it nothing ends the element or opens a comment.
    package init(json bytes: some Sequence<UInt8>) {
        var escaped: [UInt8] = []
        for byte in bytes {
            if byte == UInt8(ascii: "<") {
                escaped += Array("\\u003c".utf8)
            } else {
                escaped.append(byte)
            }
        }
        self.init(raw: String(decoding: escaped, as: UTF8.self))
    }
}
