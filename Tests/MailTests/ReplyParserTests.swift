import Mail
import Testing

@Suite struct ReplyParserTests {
    @Test func aReplyIsReadHoweverItArrives() throws {
        let bytes = Array("250-Hello\r\n250-SIZE 10\r\n250 \r\n354\r\n421 Bye\n".utf8)

        for step in 1...bytes.count {
            var parser = ReplyParser()
            var replies: [SMTPReply] = []
            for start in stride(from: 0, to: bytes.count, by: step) {
                parser.append(Array(bytes[start..<min(start + step, bytes.count)]))
                while let reply = try parser.next() { replies.append(reply) }
            }
            #expect(replies.map(\.code) == [250, 354, 421])
            #expect(replies[0].lines == ["Hello", "SIZE 10", ""])
            #expect(parser.isEmpty)
        }
    }

    @Test(arguments: [
        "", "\r\n", "25\r\n", "2500 x\r\n", "199 x\r\n", "600 x\r\n", "-50 x\r\n", "２５０ x\r\n",
        "250-a\r\n251 b\r\n", "250_x\r\n", "+25 x\r\n", "\0\0\0\r\n", "HTTP/1.1 400\r\n",
    ])
    func whatIsNoReplyIsNotTakenForOne(text: String) {
        var parser = ReplyParser()
        parser.append(Array(text.utf8))

        if text.isEmpty {
            #expect(throws: Never.self) { try parser.next() }
        } else {
            #expect(throws: ReplyParser.Unreadable.self) { try parser.next() }
        }
    }

    @Test func aReplyWithoutEndIsGivenUp() {
        var long = ReplyParser()
        long.append(Array("250 ".utf8) + Array(repeating: 0x61, count: 65_536))
        var many = ReplyParser()
        many.append(Array(String(repeating: "250-x\r\n", count: 1_000).utf8))

        #expect(throws: ReplyParser.Unreadable.self) { try long.next() }
        #expect(throws: ReplyParser.Unreadable.self) { try many.next() }
    }

    @Test func itsWordsStayOnOneLine() throws {
        var parser = ReplyParser()
        parser.append(Array("550-\u{1B}[31mNo\r\n550 \u{FF}way\r\n".utf8))

        #expect(try parser.next()?.words == "[31mNo ÿway")
    }
}
