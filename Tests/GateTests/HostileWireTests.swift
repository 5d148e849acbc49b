import Foundation
import HTTPTypes
import Hummingbird
import NIOCore
import Testing

@testable import Gate

/// Requests that two programs in a row could understand differently, and callers who don't read.
@Suite struct HostileWireTests {
    /// Each is followed by bytes that must not be taken for a request of their own.
    @Test(arguments: [
        "Content-Length: 4\r\nTransfer-Encoding: chunked\r\n",
        "Transfer-Encoding: chunked\r\nContent-Length: 4\r\n",
        "Content-Length: 4\r\nContent-Length: 5\r\n",
        "Content-Length: +4\r\n", "Content-Length: -4\r\n", "Content-Length: 0x4\r\n",
        "Content-Length: 4, 5\r\n", "Content-Length: 99999999999999999999\r\n",
        "Transfer-Encoding: xchunked\r\n", "Transfer-Encoding: chunked, identity\r\n",
        "Transfer-Encoding : chunked\r\n", "X: a\r\n Transfer-Encoding: chunked\r\n",
        "X: \u{0}\r\n", "X: a\rb\r\n", "X Y: a\r\n", ": a\r\n",
    ])
    func anAmbiguousRequestEndsTheConnection(_ headers: String) async throws {
        try await TestHouse.open { house in
            let port = house.port
            let (statuses, isClosed) = try await blocking {
                let wire = try Wire(port: port, secondsToWait: 3)
                try wire.send(
                    "POST /api/v1/session HTTP/1.1\r\nHost: 127.0.0.1:\(port)\r\n"
                        + "Sec-Fetch-Site: same-origin\r\nContent-Type: application/json\r\n"
                        + headers + "\r\n0\r\n\r\nGET /healthz HTTP/1.1\r\nHost: a\r\n\r\n")
                wire.finishSending()
                var statuses: [Int] = []
                while let answer = try? wire.receive() { statuses.append(answer.status) }
                return (statuses, wire.isClosed())
            }

            #expect(isClosed)
            #expect(!statuses.contains(200), "\(headers): \(statuses)")
            #expect(statuses.count <= 1)
            #expect(statuses.allSatisfy { (400..<500).contains($0) })
        }
    }

    @Test func whoDoesNotReadIsLetGo() async throws {
        let size = 40 << 20
        try await TestHouse.open(
            {
                $0.idleSeconds = 1
                $0.bytesPerSecond = 100 << 20
            },
            add: { door in
                door.open(.get, "/large") { _ in
                    Response(
                        status: .ok,
                        body: ResponseBody(byteBuffer: ByteBuffer(repeating: 0x61, count: size)))
                }
            }
        ) { house in
            let port = house.port
            let count = try await blocking {
                let wire = try Wire(port: port, secondsToWait: 5)
                try wire.send(Ask("GET", "/large").bytes(port: port))
                Thread.sleep(forTimeInterval: 4)
                return wire.drain()
            }

            #expect(count < size)
        }
    }
}
