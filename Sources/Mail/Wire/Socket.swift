import Glibc

/// A TCP connection whose every wait has a deadline.
final class Socket {
    private let descriptor: CInt

    /// Connects to the first of the host's addresses that answers.
    init(host: String, port: Int, within seconds: Double) throws(WireFault) {
        let addresses = try AddressList(host: host, port: port)
        var fault = WireFault(words: "The host \(host) has no address.")
        for address in addresses {
            do throws(WireFault) {
                descriptor = try Self.connected(to: address, by: Deadline(within: seconds))
                return
            } catch {
                fault = error
            }
        }
        throw fault
    }

    deinit {
        close(descriptor)
    }

    /// The next bytes, at least one.
    func read(by deadline: Deadline) throws(WireFault) -> [UInt8] {
        while true {
            if let bytes = try readWaiting() { return bytes }
            try wait(for: POLLIN, by: deadline)
        }
    }

    /// The bytes that are here already; nil if there are none.
    func readWaiting() throws(WireFault) -> [UInt8]? {
        while true {
            var answer = 0
            let bytes = [UInt8](unsafeUninitializedCapacity: 960) { room, count in
                answer = recv(descriptor, room.baseAddress, room.count, 0)
                count = max(0, answer)
            }
            if answer > 0 { return bytes }
            if answer == 0 { throw .closed }
            if errno == EAGAIN { return nil }
            guard errno == EINTR else { throw .system(errno) }
        }
    }

    /// Sends all of it.
    func write(_ bytes: [UInt8], by deadline: Deadline) throws(WireFault) {
        var sent = 0
        while sent < bytes.count {
            let count = bytes.withUnsafeBytes {
                send(
                    descriptor, $0.baseAddress! + sent, $0.count - sent, CInt(MSG_NOSIGNAL)
                )
            }
            if count >= 0 {
                sent += count
            } else if errno == EAGAIN {
                try wait(for: POLLOUT, by: deadline)
            } else if errno != EINTR {
                throw .system(errno)
            }
        }
    }

    /// The address that this end has, such as 192.0.2.1.
    var ownAddress: String {
        var storage = sockaddr_storage()
        var length = socklen_t(MemoryLayout<sockaddr_storage>.size)
        return withUnsafeMutableBytes(of: &storage) { raw in
            let address = raw.assumingMemoryBound(to: sockaddr.self).baseAddress!
            guard getsockname(descriptor, address, &length) == 0 else { return "127.0.0.1" }
            return AddressList.text(of: address, length)
        }
    }

    private func wait(for event: CInt, by deadline: Deadline) throws(WireFault) {
        try Self.wait(for: event, on: descriptor, by: deadline)
    }
}

extension Socket {
    private static func connected(
        to address: addrinfo, by deadline: Deadline
    ) throws(WireFault) -> CInt {
        let kind = address.ai_socktype | CInt(SOCK_NONBLOCK.rawValue | SOCK_CLOEXEC.rawValue)
        let descriptor = socket(address.ai_family, kind, address.ai_protocol)
        guard descriptor >= 0 else { throw .system(errno) }
        do throws(WireFault) {
            try connect(descriptor, to: address, by: deadline)
            var on: CInt = 1
            setsockopt(
                descriptor, CInt(IPPROTO_TCP), TCP_NODELAY, &on, socklen_t(MemoryLayout<CInt>.size))
            return descriptor
        } catch {
            close(descriptor)
            throw error
        }
    }

    private static func connect(
        _ descriptor: CInt, to address: addrinfo, by deadline: Deadline
    ) throws(WireFault) {
        if Glibc.connect(descriptor, address.ai_addr, address.ai_addrlen) == 0 { return }
        guard errno == EINPROGRESS || errno == EINTR else { throw .system(errno) }
        try wait(for: POLLOUT, on: descriptor, by: deadline)
        var reason: CInt = 0
        var length = socklen_t(MemoryLayout<CInt>.size)
        getsockopt(descriptor, SOL_SOCKET, SO_ERROR, &reason, &length)
        guard reason == 0 else { throw .system(reason) }
    }

    private static func wait(
        for event: CInt, on descriptor: CInt, by deadline: Deadline
    ) throws(WireFault) {
        var watched = pollfd(fd: descriptor, events: Int16(event), revents: 0)
        while true {
            let ready = poll(&watched, 1, deadline.milliseconds)
            if ready > 0 { return }
            if ready == 0 { throw .late(deadline) }
            guard errno == EINTR else { throw .system(errno) }
        }
    }
}

extension WireFault {
    static func system(_ reason: CInt) -> WireFault {
        switch reason {
        case ECONNREFUSED: WireFault(words: "The server refused the connection.")
        case ECONNRESET, EPIPE: .closed
        default: WireFault(words: "The connection failed: \(String(cString: strerror(reason))).")
        }
    }
}
