/// What the cell formats of a workbook make of a number.
struct NumberStyles {
    enum Meaning: UInt8 {
        case number, date, time, dateTime
        /// Hours that may exceed a day.
        case duration
    }

    /// From which day a workbook counts (ECMA-376 part 1, 18.17.4.1).
    enum Epoch {
        case year1900, year1904
    }

    private let meanings: [Meaning]
    /// More formats than a workbook can have; further ones are not looked at.
    private static let most = 1 << 16
    let epoch: Epoch

    init(meanings: [Meaning] = [], epoch: Epoch) {
        self.meanings = meanings
        self.epoch = epoch
    }

    @inline(__always) func meaning(of style: Int) -> Meaning {
        style < meanings.count ? meanings[style] : .number
    }

    /// Reads the styles part (18.8): the cell formats and the number formats they name.
    init(_ reader: consuming MarkupReader, epoch: Epoch) throws(SheetError) {
        var codes: [Int: Meaning] = [:]
        var formats: [Int] = []
        while let element = try reader.next() {
            if element.name == "numFmt", codes.count < Self.most,
                let id = element.attribute("numFmtId").flatMap({ Int($0) })
            {
                codes[id] = Meaning(code: element.attribute("formatCode") ?? "")
            } else if element.name == "xf", element.path.last == "cellXfs",
                formats.count < Self.most
            {
                formats.append(element.attribute("numFmtId").flatMap { Int($0) } ?? 0)
            }
        }
        self.init(meanings: formats.map { codes[$0] ?? Meaning(builtIn: $0) }, epoch: epoch)
    }
}

extension NumberStyles.Meaning {
    /// The formats that have a number and no code (18.8.30), those of East Asian editions included.
    init(builtIn id: Int) {
        self =
            switch id {
            case 14...17, 27...31, 36, 50...54, 57, 58: .date
            case 18...21, 32...35, 45, 47, 55, 56: .time
            case 22: .dateTime
            case 46: .duration
            default: .number
            }
    }

    /// Reads a format code (18.8.31), as far as its first section.
    init(code: String) {
        var letters = FormatLetters()
        letters.read(code)
        self = letters.meaning
    }
}
