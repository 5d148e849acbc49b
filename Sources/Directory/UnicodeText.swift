import CUnistring

/// Normal forms and mappings of Unicode, by libunistring: the same answers on every system.
enum UnicodeText {
    /// Normalization Form C (UAX #15).
    static func composed(_ text: String) -> String {
        if isASCII(text) { return text }
        return converted(text) { u8_normalize(unistring_nfc(), $0, $1, nil, $2) }
    }

    /// Full case folding, then Normalization Form KD.
    static func foldedAndDecomposed(_ text: String) -> String {
        converted(text) { u8_casefold($0, $1, nil, unistring_nfkd(), nil, $2) }
    }

    /// Each character lower-cased by itself (simple mapping): ß stays ß.
    static func lowered(_ text: String) -> String {
        var result = String.UnicodeScalarView()
        for scalar in text.unicodeScalars {
            result.append(Unicode.Scalar(uc_tolower(scalar.value)) ?? scalar)
        }
        return String(result)
    }

    /// Lower-cased by the simple mapping, and in Normalization Form C: in one pass for Latin letters.
    static func loweredAndComposed(_ text: String) -> String {
        quicklyLowered(text) ?? composed(lowered(text))
    }

    private static func quicklyLowered(_ text: String) -> String? {
        var text = text
        var lowered: [UInt8] = []
        lowered.reserveCapacity(text.utf8.count)
        let isDone = text.withUTF8 { lower($0.span, onto: &lowered) }
        return isDone ? String(decoding: lowered, as: UTF8.self) : nil
    }

    /// The same onto bytes. Stops and answers false if the text has other letters than Latin ones.
    static func lower(_ text: Span<UInt8>, onto lowered: inout [UInt8]) -> Bool {
        var place = 0
        while place < text.count {
            let byte = text[place]
            place += 1
            if byte < 0x80 {
                lowered.append((0x41...0x5A).contains(byte) ? byte | 0x20 : byte)
            } else {
                let next = place < text.count ? text[place] : 0
                guard latin.append(byte, next, to: &lowered) else { return false }
                place += 1
            }
        }
        return true
    }

    private static let latin = LatinLetters { composed(lowered($0)) }

    static func isASCII(_ text: String) -> Bool {
        text.utf8.allSatisfy { $0 < 0x80 }
    }

    /// Runs a conversion that allocates its result; without memory for it the text stays as it is.
    private static func converted(
        _ text: String,
        by convert: (UnsafePointer<UInt8>, Int, UnsafeMutablePointer<Int>) ->
            UnsafeMutablePointer<UInt8>?
    ) -> String {
        let bytes = Array(text.utf8)
        var length = 0
        guard !bytes.isEmpty, let result = convert(bytes, bytes.count, &length) else { return text }
        defer { unistring_free(result) }
        return String(decoding: UnsafeBufferPointer(start: result, count: length), as: UTF8.self)
    }
}
