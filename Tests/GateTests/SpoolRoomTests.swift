import Foundation
import HTTPTypes
import Hummingbird
import Testing
@testable import Gate

/// How much room the uploads on their way take together.
struct SpoolRoomTests {
    @Test func uploadsOnTheirWayTakeOnlySoMuchRoomTogether() async throws {
        try await TestHouse.open(
            { $0.spoolBytes = 100 },
            add: { door in
                door.open(.put, "/api/v1/spool") { visit in
                    try await visit.spooled { _, _ in Response(status: .ok) }
                }
            }
        ) { house in
            let port = house.port
            let head: @Sendable (Int) -> String = { length in
                "PUT /api/v1/spool HTTP/1.1\r\nHost: 127.0.0.1:\(port)\r\n"
                    + "Sec-Fetch-Site: same-origin\r\nExpect: 100-continue\r\n"
                    + "Content-Length: \(length)\r\n\r\n"
            }
            let answers = try await blocking {
                let first = try Wire(port: port)
                try first.send(head(91))
                let invitation = try first.receive()
                let announcedOnly = try Wire(port: port)
                try announcedOnly.send(head(11))
                let beside = try announcedOnly.receive()
                try first.send(String(repeating: "x", count: 90))
                let refusal = try refusal(of: head(11), at: port)
                try first.send("x")
                let answer = try first.receive()
                let third = try Wire(port: port)
                try third.send(head(11))
                return [invitation, beside, refusal, answer, try third.receive()]
            }

            #expect(answers.map(\.status) == [100, 100, 503, 200, 100])
            #expect(answers[2].code == "busy" && answers[2]["Retry-After"] == "5")
        }
    }

    /// Asks again until the server has taken what others sent it before.
    private func refusal(of head: String, at port: Int) throws -> Answer {
        for _ in 0..<300 {
            let wire = try Wire(port: port)
            try wire.send(head)
            let answer = try wire.receive()
            if answer.status != 100 { return answer }
            Thread.sleep(forTimeInterval: 0.05)
        }
        throw POSIXError(.ETIMEDOUT)
    }
}
