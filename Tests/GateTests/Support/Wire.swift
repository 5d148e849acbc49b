import Foundation
import NIOPosix

/// A client on a bare socket, so that tests can send what no library would.
final class Wire: @unchecked Sendable {
    struct Closed: Error {}

    private let socket: CInt
    private var pending: [UInt8] = []

    init(port: Int, secondsToWait: Int = 20) throws {
        socket = Foundation.socket(AF_INET, CInt(SOCK_STREAM.rawValue), 0)
        var limit = timeval(tv_sec: secondsToWait, tv_usec: 0)
        setsockopt(socket, SOL_SOCKET, SO_RCVTIMEO, &limit, socklen_t(MemoryLayout<timeval>.size))
        var address = sockaddr_in()
        address.sin_family = sa_family_t(AF_INET)
        address.sin_port = in_port_t(port).bigEndian
        address.sin_addr.s_addr = inet_addr("127.0.0.1")
        let status = withUnsafePointer(to: &address) { pointer in
            pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
                connect(socket, $0, socklen_t(MemoryLayout<sockaddr_in>.size))
            }
        }
        guard status == 0 else { throw Closed() }
    }

    deinit {
        close(socket)
    }

    func send(_ text: String) throws {
        try send(Array(text.utf8))
    }

    func send(_ bytes: [UInt8]) throws {
        var rest = bytes[...]
        while !rest.isEmpty {
            let count = rest.withUnsafeBytes {
                Foundation.send(socket, $0.baseAddress, $0.count, CInt(MSG_NOSIGNAL))
            }
            guard count > 0 else { throw Closed() }
            rest = rest.dropFirst(count)
        }
    }

    /// No more comes from this side.
    func finishSending() {
        shutdown(socket, CInt(SHUT_WR))
    }

    /// The next response; `toHead` if it has no body whatever its length says.
    func receive(toHead: Bool = false) throws -> Answer {
        let head = try bytes(until: Array("\r\n\r\n".utf8))
        let lines = String(decoding: head, as: UTF8.self).components(separatedBy: "\r\n")
        let headers = lines.dropFirst().filter { !$0.isEmpty }.map { line in
            let parts = line.split(separator: ":", maxSplits: 1)
            return (String(parts[0]), parts[1].trimmingCharacters(in: .whitespaces))
        }
        let status = Int(lines[0].split(separator: " ")[1]) ?? 0
        let length = headers.first { $0.0.lowercased() == "content-length" }.flatMap { Int($0.1) }
        let hasBody = !toHead && status >= 200 && status != 204 && status != 304
        return Answer(
            status: status, headers: headers, body: hasBody ? try bytes(length ?? 0) : [])
    }

    /// Whether the other side closes before this one loses patience.
    func isClosed() -> Bool {
        do {
            while true { try read() }
        } catch {
            return errno != EAGAIN
        }
    }

    /// The first of several idle ones that the other side closes.
    static func firstClosed(among wires: [Wire], secondsToWait: Int) -> Wire? {
        var watched = wires.map { pollfd(fd: $0.socket, events: Int16(POLLIN), revents: 0) }
        guard poll(&watched, nfds_t(watched.count), CInt(secondsToWait * 1000)) > 0,
            let place = watched.firstIndex(where: { $0.revents != 0 })
        else { return nil }
        return wires[place].isClosed() ? wires[place] : nil
    }

    /// Reads to the end; how many bytes that were.
    func drain() -> Int {
        while (try? read()) != nil {}
        return pending.count
    }

    private func bytes(until end: [UInt8]) throws -> [UInt8] {
        while true {
            if let place = pending.firstRange(of: end) {
                defer { pending.removeFirst(place.upperBound) }
                return Array(pending[..<place.upperBound])
            }
            try read()
        }
    }

    private func bytes(_ count: Int) throws -> [UInt8] {
        while pending.count < count { try read() }
        defer { pending.removeFirst(count) }
        return Array(pending.prefix(count))
    }

    private func read() throws {
        var buffer = [UInt8](repeating: 0, count: 65_536)
        errno = 0
        let count = recv(socket, &buffer, buffer.count, 0)
        guard count > 0 else { throw Closed() }
        pending.append(contentsOf: buffer[..<count])
    }
}

/// Runs work that blocks on a thread of its own: the server under test needs the others.
func blocking<Result: Sendable>(
    _ work: @escaping @Sendable () throws -> Result
) async throws -> Result {
    try await withCheckedThrowingContinuation { continuation in
        Thread.detachNewThread {
            continuation.resume(with: Swift.Result { try work() })
        }
    }
}
