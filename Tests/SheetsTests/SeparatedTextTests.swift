import Sheets
import Testing

@Suite("Text with separators")
struct SeparatedTextTests {
    @Test("The delimiter is found in the text", arguments: [",", ";", "\t", "|"])
    func delimiters(delimiter: String) throws {
        let text = "NAME|EMAIL\nA,B;C|a@x.org\nD|d@x.org\n".replacing("|", with: delimiter)

        let expected = [["NAME", "EMAIL"], ["A,B;C", "a@x.org"], ["D", "d@x.org"]]
        if delimiter == "\t" || delimiter == "|" { #expect(try Reading(text).rows == expected) }
        #expect(try Reading(text).rows[2] == ["D", "d@x.org"])
    }

    @Test("Decimal commas don't make commas the delimiter")
    func decimals() throws {
        #expect(try Reading("a;b;c\n1,5;2,5;3\n1;2;3,5\n").rows[1] == ["1,5", "2,5", "3"])
    }

    @Test("Separators in quotes don't count")
    func quotedDelimiters() throws {
        #expect(
            try Reading("\"a;b;c;d\",x\n\"e;f;g;h\",y\n").rows == [
                ["a;b;c;d", "x"], ["e;f;g;h", "y"],
            ])
    }

    @Test("A sep= line names the delimiter and is no record", arguments: ["\n", "\r\n", "\r"])
    func separatorLine(end: String) throws {
        #expect(try Reading("sep=|\(end)a,b|c,d\(end)").rows == [["a,b", "c,d"]])
        #expect(try Reading("SEP=;\(end)a;b").numbers == [1])
    }

    @Test("Text without any separator has one column")
    func oneColumn() throws {
        #expect(try Reading("EMAIL\nana@example.com\n").rows == [["EMAIL"], ["ana@example.com"]])
    }

    @Test("Quotes hold separators, line ends and doubled quotes")
    func quotes() throws {
        let text = "a,\"b,\r\nc \"\"d\"\"\",\"\"\n\"\"\"\",x \n"

        #expect(try Reading(text).rows == [["a", "b,\nc \"d\""], ["\"", "x "]])
    }

    @Test("Line ends of all kinds may be mixed, and blank lines are blank records")
    func lineEnds() throws {
        let reading = try Reading("a,b\r\nc\n\rd,e\r\r\n,\nf")

        #expect(reading.rows == [["a", "b"], ["c"], [], ["d", "e"], [], [], ["f"]])
        #expect(reading.numbers == Array(1...7))
    }

    @Test("A quote in the middle of a field is a character")
    func innerQuote() throws {
        #expect(try Reading("5\" disk,a\nx,y\n").rows == [["5\" disk", "a"], ["x", "y"]])
    }

    @Test("A quote that isn't closed properly is damage, with its line")
    func wrongQuotes() {
        #expect(refusal(ofText: "a,b\n\nc,\"d\ne,f\n") == SheetError(.unmatchedQuote, at: "line 3"))
        #expect(refusal(ofText: "a,b\r\n\"c\"d,e\r\n") == SheetError(.unmatchedQuote, at: "line 2"))
        let lines = String(repeating: "x,y\r\n", count: 100_000)
        #expect(refusal(ofText: lines + "\"z") == SheetError(.unmatchedQuote, at: "line 100001"))
    }

    @Test("UTF-8 and UTF-16 are read, with and without a mark")
    func encodings() throws {
        let text = "NAME,EMAIL\nZoë 😀,zoe@example.org\n"
        let rows = [["NAME", "EMAIL"], ["Zoë 😀", "zoe@example.org"]]
        let little = Wide.little(text)
        let big = Wide.big(text)

        for bytes in [
            Array(text.utf8), [0xEF, 0xBB, 0xBF] + text.utf8, [0xFF, 0xFE] + little,
            [0xFE, 0xFF] + big, little, big,
        ] {
            #expect(try Reading(bytes).rows == rows)
        }
    }

    @Test("Letters of any width come out of UTF-16 wherever they stand", arguments: [false, true])
    func utf16(isBigEndian: Bool) throws {
        let letters = ["a", "é", "ÿ", "\u{80}", "\u{7FF}", "\u{800}", "€", "名", "\u{1F600}"]
        for before in 0..<9 {
            let names = letters.map { String(repeating: "x", count: before) + $0 + "end" + $0 }
            let units = ("\u{FEFF}" + names.joined(separator: ",") + "\n").utf16
            let bytes = units.flatMap {
                isBigEndian
                    ? [UInt8($0 >> 8), UInt8($0 & 0xFF)] : [UInt8($0 & 0xFF), UInt8($0 >> 8)]
            }

            #expect(try Reading(bytes).rows == [names])
        }
    }

    @Test("Every letter of Windows-1252 is read, wherever it stands")
    func windows1252Letters() throws {
        let usual = Array(String(repeating: "Ana Silva,ana@example.com\n", count: 20).utf8)
        for byte in UInt8(0x80)...0xFF where ![0x81, 0x8D, 0x8F, 0x90, 0x9D].contains(byte) {
            for before in 0..<9 {
                let plain = [UInt8](repeating: UInt8(ascii: "x"), count: before)
                let reading = try Reading(usual + plain + [byte] + Array("y,z\n".utf8))
                let row = try #require(reading.rows.last)

                #expect(row.count == 2 && row[1] == "z" && row[0].hasSuffix("y"))
                #expect(row[0].unicodeScalars.count == before + 2)
            }
        }
    }

    @Test("What is not UTF-8 is Windows-1252, even if one late byte tells")
    func windows1252() throws {
        let plain = String(repeating: "Ana,ana@example.com\n", count: 40_000)
        let late = Array(plain.utf8) + [0x80] + "uro, \n".utf8

        #expect(try Reading(Array("Zo".utf8) + [0xEB, 0x2C, 0x92, 0x0A]).rows == [["Zoë", "’"]])
        #expect(try Reading(late).rows.last == ["€uro", " "])
    }

    @Test("Bytes of other encodings are refused and not turned into nonsense")
    func otherEncodings() {
        let cyrillic: [UInt8] = [0xCC, 0xE0, 0xF0, 0xE8, 0xFF, 0x2C, 0xC8, 0xE2, 0xE0, 0xED]

        #expect(refusal(of: cyrillic)?.code == .unknownEncoding)
        #expect(refusal(of: Array("Ana \u{1}".utf8) + [0x81])?.code == .unknownEncoding)
        #expect(
            refusal(of: [0xEF, 0xBB, 0xBF, 0x41, 0xFF, 0x0A]) == SheetError(.damaged, at: "row 1"))
        #expect(refusal(of: [0xFF, 0xFE, 0x41, 0x00, 0x42])?.code == .damaged)
        #expect(refusal(of: [0xFF, 0xFE, 0x00, 0xDC, 0x42, 0x00])?.code == .damaged)
    }

    @Test("Long files read right across all windows, in every encoding")
    func windows() throws {
        let rows = (0..<30_000).map {
            ["Ana \($0)", $0.isMultiple(of: 7) ? "\"ß\",\n€" : "x", "ana\($0)@x.org"]
        }
        let text = rows.map { row in
            row.map { $0.contains("\"") ? "\"\($0.replacing("\"", with: "\"\""))\"" : $0 }.joined(
                separator: ";")
        }.joined(separator: "\r\n")
        let wide = [0xFF, 0xFE] + Wide.little(text)
        let narrow: [UInt8] = text.unicodeScalars.map { $0 == "€" ? 0x80 : UInt8($0.value) }

        #expect(try Reading(text).rows == rows)
        #expect(try Reading(wide).rows == rows)
        #expect(try Reading(narrow).rows == rows)
    }

    @Test("A final Ctrl-Z is no record")
    func finalMark() throws {
        #expect(try Reading("a,b\nc,d\n\u{1A}").rows == [["a", "b"], ["c", "d"]])
        #expect(try Reading("a,b\nc,d\u{1A}").rows == [["a", "b"], ["c", "d"]])
    }
}
