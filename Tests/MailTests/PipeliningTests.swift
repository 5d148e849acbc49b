import Foundation
import Mail
import Testing

/// What goes before the next letter's body goes out with the final dot of the one before it.
@Suite struct PipeliningTests {
    private static func messages(_ count: Int) throws -> [Message] {
        try (0..<count).map { number in
            var sample = SampleLetter()
            sample.address = "p\(number)@fabrikam.example"
            return try sample.message()
        }
    }

    /// Each announced while the one before it is sent.
    private static func deliver(_ messages: [Message], by delivery: any Delivery) -> [String] {
        messages.indices.map { place in
            delivery.deliver(messages[place]) {
                if place + 1 < messages.count { delivery.announce(messages[place + 1]) }
            }.summary
        }
    }

    @Test(arguments: ["", "PIPELINING"])
    func announcedLettersArriveOneByOne(without: String) throws {
        let sink = try Sink("[]", "--without", without)
        let messages = try Self.messages(5)

        let ends = Self.deliver(messages, by: sink.delivery())

        #expect(ends == Array(repeating: "accepted 250", count: 5))
        #expect(try sink.log().filter { $0.event == "connect" }.count == 1)
        let taken = try sink.accepted()
        #expect(taken.map(\.recipients) == messages.map { [$0.recipient.text] })
        for (line, message) in zip(taken, messages) {
            let kept = try Data(contentsOf: URL(filePath: #require(line.file)))
            #expect(Array(kept) == message.bytes)
        }
    }

    /// The server takes its time for the first letter's answer; the second one's envelope is there before.
    @Test func theEnvelopeIsThereBeforeTheAnswerToTheDot() throws {
        let sink = try Sink(#"[{"at": "mail", "skip": 1, "stall": 3, "times": 1}]"#)
        let messages = try Self.messages(2)
        let delivery = sink.delivery(seconds: 1)

        let first = delivery.deliver(messages[0]) { delivery.announce(messages[1]) }
        Thread.sleep(forTimeInterval: 0.3)
        let said = try sink.said()
        let second = delivery.deliver(messages[1])

        #expect(first.summary == "accepted 250")
        #expect(said.filter { $0.hasPrefix("MAIL FROM") }.count == 2)
        // The server was too slow on that connection: another one, and only there the body went out.
        #expect(second.summary == "accepted 250")
        #expect(try sink.accepted().count == 2)
    }

    @Test(arguments: [
        (#"{"at": "dot", "close": true, "times": 1}"#, "uncertain at dot 0", 1),
        (#"{"at": "dot", "reply": "421 4.3.2 Later", "times": 1}"#, "postponed at dot 421", 1),
        (#"{"at": "dot", "reply": "451 4.3.0 Later", "times": 1}"#, "postponed at dot 451", 1),
        (#"{"at": "dot", "reply": "354 What?", "times": 1}"#, "uncertain at dot 354", 1),
        (#"{"at": "rcpt", "skip": 1, "reply": "550 No", "times": 1}"#, "accepted 250", 1),
        (#"{"at": "mail", "skip": 1, "close": true, "times": 1}"#, "accepted 250", 2),
        (#"{"at": "data", "skip": 1, "close": true, "times": 1}"#, "accepted 250", 1),
    ])
    func whatBefallsOneLetterIsNotTakenForTheOthers(
        rule: String, first: String, taken: Int
    ) throws {
        let sink = try Sink("[\(rule)]")
        let messages = try Self.messages(2)

        let ends = Self.deliver(messages, by: sink.delivery(seconds: 2))

        #expect(ends[0] == first)
        let recipients = try sink.accepted().compactMap(\.recipients).flatMap { $0 }
        #expect(recipients.count == taken)
        #expect(Set(recipients).count == taken, "one of them twice")
        #expect((ends[1] == "accepted 250") == recipients.contains(messages[1].recipient.text))
    }

    @Test func anotherLetterThanTheAnnouncedOneGoesOverAnotherConnection() throws {
        let sink = try Sink()
        let messages = try Self.messages(3)
        let delivery = sink.delivery()

        let first = delivery.deliver(messages[0]) { delivery.announce(messages[1]) }
        let other = delivery.deliver(messages[2])

        #expect([first.summary, other.summary] == ["accepted 250", "accepted 250"])
        #expect(
            try sink.accepted().map(\.recipients)
                == [[messages[0].recipient.text], [messages[2].recipient.text]])
    }

    @Test func whoClosesWithAnEnvelopeOutSendsNoBody() throws {
        let sink = try Sink()
        let messages = try Self.messages(2)
        let delivery = sink.delivery()

        _ = delivery.deliver(messages[0]) { delivery.announce(messages[1]) }
        delivery.close()
        let later = delivery.deliver(messages[1])

        #expect(later.summary == "accepted 250")
        #expect(try sink.accepted().count == 2)
        #expect(try sink.said().contains("QUIT") == false)
    }
}
