/// What one pass over a text file finds out before its first record is read.
struct TextSurvey {
    let encoding: TextEncoding
    /// The length of the byte order mark.
    let start: Int
    /// Whether the text is known to be what its encoding says; a mark alone proves nothing.
    var isVerified: Bool { encoding != .utf8 || start == 0 }

    /// Looks at the whole file: a single name may tell UTF-8 from Windows-1252.
    init(_ file: FileBytes, budget: Budget) throws(SheetError) {
        let head = try file.bytes(at: 0, count: 4_096)
        if let marked = TextEncoding.marked(head.view) {
            (encoding, start) = marked
            if file.count == start { throw SheetError(.empty) }
            return
        }
        start = 0
        if let wide = Self.unmarkedUTF16(head.view) {
            encoding = wide
            return
        }
        var census = ByteCensus()
        var window = Window(FileStream(file))
        while !window.isComplete {
            let start = budget.start()
            try window.refill()
            window.position = census.count(window.view, isLast: window.isComplete)
            try budget.stop(start)
        }
        encoding = try census.encoding()
    }

    /// UTF-16 without a mark shows by its zeros, nearly all on one side.
    private static func unmarkedUTF16(_ view: ByteView) -> TextEncoding? {
        let pairs = view.count / 2
        guard pairs >= 2 else { return nil }
        var zeros = [0, 0]
        for offset in 0..<pairs * 2 where view[offset] == 0 { zeros[offset & 1] += 1 }
        if zeros[1] * 10 >= pairs * 4 && zeros[0] * 10 <= pairs { return .utf16LittleEndian }
        if zeros[0] * 10 >= pairs * 4 && zeros[1] * 10 <= pairs { return .utf16BigEndian }
        return nil
    }
}
