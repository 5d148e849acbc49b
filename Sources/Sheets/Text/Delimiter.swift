/// Which byte separates the fields of a text file.
struct Delimiter {
    let byte: UInt8
    /// Where the records begin: behind a `sep=` line, as Excel writes it.
    let start: Int

    private static let candidates = [",", ";", "\t", "|"].map { UInt8(ascii: $0) }

    /// Finds the delimiter in the beginning of a text.
    init(in view: ByteView) {
        if let told = Self.toldBySeparatorLine(view) {
            self = told
            return
        }
        var best = (byte: Self.candidates[0], score: 0)
        for candidate in Self.candidates {
            let score = FieldCounts(in: view, delimiter: candidate).score
            if score > best.score { best = (candidate, score) }
        }
        self.init(byte: best.byte, start: 0)
    }

    private init(byte: UInt8, start: Int) {
        self.byte = byte
        self.start = start
    }

    private static func toldBySeparatorLine(_ view: ByteView) -> Delimiter? {
        let isSep = view.word32(0) | 0x0020_2020 == 0x3D70_6573
        guard isSep, view.count > 5, candidates.contains(view[4]) else { return nil }
        switch (view[5], view[6]) {
        case (0x0D, 0x0A): return Delimiter(byte: view[4], start: min(7, view.count))
        case (0x0D, _), (0x0A, _): return Delimiter(byte: view[4], start: 6)
        default: return nil
        }
    }
}
