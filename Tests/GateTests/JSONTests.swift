import Directory
import NIOCore
import Testing

@testable import Gate

@Suite struct JSONTests {
    @Test(arguments: [
        ("null", JSON.null), (" true ", .truth(true)), ("-12", .integer(-12)), ("0", .integer(0)),
        ("1.5", .fraction), ("1e3", .fraction), ("92233720368547758080", .fraction),
        (#""a\n\u00e9\ud83d\ude00\/""#, .text("a\né😀/")), ("[]", .array([])),
        (
            #"{"a":[1,{}],"b":""}"#,
            .object(["a": .array([.integer(1), .object([:])]), "b": .text("")])
        ),
    ])
    func readsWhatIsJSON(_ text: String, _ value: JSON) throws {
        #expect(try JSON(parsing: ByteBuffer(string: text)) == value)
    }

    @Test(arguments: [
        "", " ", "{", "[1,]", "{\"a\":1,}", "{a:1}", "'a'", "nul", "tru", "01", "+1", "1.", ".5",
        "-", "1e", "\"", "\"\\x\"", "\"\\u12\"", "\"\\ud800\"", "\"\\ud800\\u0041\"", "\"\t\"",
        "{\"a\":1,\"a\":2}", "{} {}", "[1 2]", "NaN", "Infinity", "// no\n{}", "\u{FEFF}{}",
        String(repeating: "[", count: 17) + String(repeating: "]", count: 17),
        String(repeating: "[", count: 100_000),
    ])
    func refusesWhatIsNot(_ text: String) {
        let refusal = #expect(throws: Refusal.self) {
            try JSON(parsing: ByteBuffer(string: text))
        }
        #expect(refusal?.code == .malformedRequest)
    }

    @Test func refusesTextThatIsNotUTF8() {
        #expect(throws: Refusal.self) {
            try JSON(parsing: ByteBuffer(bytes: [0x22, 0xC3, 0x28, 0x22]))
        }
    }

    @Test func writesWhatItReads() throws {
        let texts = ["", "a\"b\\c", "\u{0}\u{1F}\u{7F}", "é😀\u{202E}", "</script>", "\r\n\t"]
        var json = JSONWriter()
        json.object { json in
            json.member("texts") { json in json.array(texts) { $0.value($1) } }
            json.member("number", -5)
            json.member("truth", true)
            json.member("nothing", nil)
        }

        let read = try JSON(parsing: ByteBuffer(bytes: json.bytes))

        #expect(
            read
                == .object([
                    "texts": .array(texts.map { .text($0) }), "number": .integer(-5),
                    "truth": .truth(true), "nothing": .null,
                ]))
    }

    @Test func aValueOfTheWrongTypeNamesItsKey() throws {
        let json = try JSON(parsing: ByteBuffer(string: #"{"a":1,"b":"x","c":[],"d":"\u0000"}"#))
        for (key, read) in [
            ("a", { (json: inout JSONObject) in _ = try json.text("a") }),
            ("b", { json in _ = try json.integer("b") }),
            ("c", { json in try json.object("c") { _ in } }),
            ("d", { json in _ = try json.text("d") }),
            ("e", { json in _ = try json.text("e") }),
        ] as [(String, (inout JSONObject) throws -> Void)] {
            let refusal = #expect(throws: Refusal.self) { try JSONObject.reading(json, read) }
            #expect(refusal?.code == .wrongValue)
            #expect(refusal?.field == key)
        }
    }
}
