import Foundation
import Mail
import Testing

/// Letters over a socket to a server that does as it is told.
@Suite struct DeliveryTests {
    @Test func aLetterArrivesByteForByte() throws {
        let sink = try Sink()
        var sample = SampleLetter()
        sample.words.greeting = ".\n..\n. dots"
        let message = try sample.message()
        var calls = 0

        let delivered = sink.delivery().deliver(message) { calls += 1 }

        #expect(delivered.summary == "accepted 250")
        #expect(calls == 1)
        let taken = try #require(sink.accepted().first)
        #expect(taken.sender == "accounts@console.example")
        #expect(taken.recipients == ["anneliese.krueger@fabrikam.example"])
        #expect(taken.messageID == "<l-17@console.example>")
        let kept = try Data(contentsOf: URL(filePath: #require(taken.file)))
        #expect(Array(kept) == message.bytes)
    }

    @Test(arguments: ["", "PIPELINING"])
    func oneConnectionTakesManyLetters(without: String) throws {
        let sink = try Sink("[]", "--without", without)
        let delivery = sink.delivery()

        let summaries = try (1...5).map { _ in
            delivery.deliver(try SampleLetter().message()).summary
        }
        delivery.close()

        #expect(summaries == Array(repeating: "accepted 250", count: 5))
        #expect(try sink.accepted().count == 5)
        #expect(try sink.log().filter { $0.event == "connect" }.count == 1)
        #expect(try sink.said().first == "EHLO console.example")
    }

    /// What is answered at each step, and what it means.
    @Test(arguments: [
        ("greeting", "554 5.7.1 No", "postponed at greeting 554"),
        ("greeting", "421 4.3.2 Later", "postponed at greeting 421"),
        ("ehlo", "550 5.7.1 No", "postponed at hello 550"),
        ("mail", "451 4.3.0 Later", "postponed at sender 451"),
        ("mail", "550 5.7.1 Not you", "postponed at sender 550"),
        ("mail", "530 5.7.0 Sign in first", "postponed at sender 530"),
        ("rcpt", "450 4.2.0 Greylisted", "postponed at recipient 450"),
        ("rcpt", "550 5.1.1 Nobody here", "refused at recipient 550"),
        ("rcpt", "354 What?", "postponed at recipient 354"),
        ("data", "451 4.3.0 Later", "postponed at data 451"),
        ("data", "554 5.7.1 No", "refused at data 554"),
        ("data", "250 What?", "postponed at data 250"),
        ("dot", "451 4.3.0 Later", "postponed at dot 451"),
        ("dot", "552 5.3.4 Too big", "refused at dot 552"),
        ("dot", "354 What?", "uncertain at dot 354"),
        ("dot", "who knows", "uncertain at dot 0"),
        ("mail", "250-One\r\n251 Other", "postponed at sender 0"),
        ("mail", "\u{0}\u{0}\u{0}", "postponed at sender 0"),
    ])
    func anAnswerIsTakenAtItsWord(step: String, reply: String, end: String) throws {
        for without in ["", "PIPELINING"] {
            let json = String(
                decoding: try JSONEncoder().encode(reply), as: UTF8.self)
            let sink = try Sink(
                #"[{"at": "\#(step)", "reply": \#(json), "times": 1}]"#, "--without", without)
            let delivery = sink.delivery()
            let message = try SampleLetter().message()

            let first = delivery.deliver(message)
            let second = delivery.deliver(message)

            #expect(first.summary == end)
            #expect(second.summary == "accepted 250")
            #expect(try sink.accepted().count == 1)
            if let trouble = first.trouble, trouble.code > 0 {
                #expect(trouble.words == reply.dropFirst(4))
            }
        }
    }

    @Test(arguments: [
        ("greeting", "postponed at greeting 0"), ("ehlo", "postponed at hello 0"),
        ("mail", "postponed at sender 0"), ("rcpt", "postponed at recipient 0"),
        ("data", "postponed at data 0"), ("dot", "uncertain at dot 0"),
    ])
    func whoHangsUpOrSaysNothingIsFoundOut(step: String, end: String) throws {
        for action in [#""close": true"#, #""stall": 2"#] {
            let sink = try Sink(#"[{"at": "\#(step)", \#(action), "times": 1}]"#)
            let delivery = sink.delivery(seconds: 0.5)
            let message = try SampleLetter().message()

            let first = delivery.deliver(message)
            let second = delivery.deliver(message)

            #expect(first.summary == end, "\(action)")
            #expect(second.summary == "accepted 250", "\(action)")
        }
    }

    @Test func aConnectionThatIsCutWithinTheBodyHasDeliveredNothing() throws {
        let message = try SampleLetter().message()
        let sink = try Sink(
            "["
                + stride(from: 0, to: 6000, by: 400).map {
                    #"{"at": "body", "bytes": \#($0), "times": 1}"#
                }.joined(separator: ",") + "]")

        for _ in 0..<15 {
            let end = sink.delivery().deliver(message)
            // The kernel took all bytes before the server hung up: nobody knows better then.
            #expect(["postponed at body 0", "uncertain at dot 0"].contains(end.summary))
        }

        #expect(try sink.accepted().isEmpty)
    }

    @Test func nothingIsDeliveredIfItsStateCannotBeKept() throws {
        struct DiskFull: Error {}
        let sink = try Sink()
        let delivery = sink.delivery()
        let message = try SampleLetter().message()

        let first = delivery.deliver(message) { throw DiskFull() }
        let second = delivery.deliver(message)

        #expect(first.summary == "postponed at body 0")
        #expect(second.summary == "accepted 250")
        #expect(try sink.accepted().count == 1)
    }

    @Test func oneRefusedRecipientKeepsTheConnection() throws {
        let sink = try Sink(
            #"[{"at": "rcpt", "to": "bad", "reply": "550-5.1.1 Nobody\r\n550 5.1.1 here"}]"#)
        let delivery = sink.delivery()
        var sample = SampleLetter()

        let ends = try ["a@x.example", "bad@x.example", "b@x.example"].map { address in
            sample.address = address
            return delivery.deliver(try sample.message())
        }

        #expect(
            ends.map(\.summary) == ["accepted 250", "refused at recipient 550", "accepted 250"])
        #expect(ends[1].trouble?.words == "5.1.1 Nobody 5.1.1 here")
        #expect(
            try sink.accepted().flatMap { $0.recipients ?? [] } == ["a@x.example", "b@x.example"])
        #expect(try sink.log().filter { $0.event == "connect" }.count == 1)
    }

    @Test func aServerThatWouldTakeABodyForNobodyGetsNone() throws {
        let sink = try Sink(
            #"[{"at": "rcpt", "reply": "550 No", "times": 1}, {"at": "data", "reply": "354 Go", "times": 1}]"#
        )
        let delivery = sink.delivery()
        let message = try SampleLetter().message()

        let ends = [delivery.deliver(message), delivery.deliver(message)]

        #expect(ends.map(\.summary) == ["refused at recipient 550", "accepted 250"])
        #expect(try sink.accepted().count == 1)
    }

    @Test func whoHungUpWhileTheConnectionRestedIsCalledAgain() throws {
        let sink = try Sink(#"[{"at": "dot", "reply": "250 Ok", "close": true, "times": 2}]"#)
        let delivery = sink.delivery()
        let message = try SampleLetter().message()

        let ends = (1...3).map { _ in delivery.deliver(message).summary }

        #expect(ends == Array(repeating: "accepted 250", count: 3))
        #expect(try sink.accepted().count == 3)
    }

    @Test func anAnswerBeforeTheQuestionIsNotBelieved() throws {
        let sink = try Sink(#"[{"at": "body", "early": "250 Ok", "times": 1}]"#)
        let delivery = sink.delivery()
        let message = try SampleLetter().message()

        let first = delivery.deliver(message) { usleep(200_000) }

        #expect(first.summary == "postponed at body 0")
        #expect(try sink.accepted().isEmpty)
    }

    @Test func addressesBeyondASCIINeedAServerThatTakesThem() throws {
        var sample = SampleLetter()
        sample.address = "käthe@bücher.example"
        let message = try sample.message()
        let able = try Sink()
        let unable = try Sink("[]", "--without", "SMTPUTF8")

        let taken = able.delivery().deliver(message)
        let refused = unable.delivery().deliver(message)

        #expect(taken.summary == "accepted 250")
        #expect(
            try able.said().contains("MAIL FROM:<accounts@console.example> SMTPUTF8 BODY=8BITMIME"))
        #expect(refused.summary == "refused at sender 0")
        #expect(refused.trouble?.words.contains("SMTPUTF8") == true)
    }

    @Test func nobodyListeningIsSaidInWords() throws {
        let carrier = SMTPCarrier(SMTPServer(host: "127.0.0.1", port: 1, security: .none))
        let lost = SMTPCarrier(SMTPServer(host: "nowhere.invalid", port: 25, security: .none))

        let refused = carrier.open().deliver(try SampleLetter().message())
        let unknown = lost.open().deliver(try SampleLetter().message())

        #expect(refused.summary == "postponed at connect 0")
        #expect(refused.trouble?.words == "The server refused the connection.")
        #expect(unknown.trouble?.words.hasPrefix("The host nowhere.invalid was not found") == true)
    }
}
