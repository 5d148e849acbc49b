import Glibc

/// The network addresses of a host, in the order in which they should be tried.
struct AddressList: Sequence {
    private let first: Entry

    /// Frees the list with its last owner.
    private final class Entry {
        let pointer: UnsafeMutablePointer<addrinfo>

        init(_ pointer: UnsafeMutablePointer<addrinfo>) {
            self.pointer = pointer
        }

        deinit {
            freeaddrinfo(pointer)
        }
    }

    init(host: String, port: Int) throws(WireFault) {
        var wanted = addrinfo()
        wanted.ai_socktype = CInt(SOCK_STREAM.rawValue)
        var found: UnsafeMutablePointer<addrinfo>?
        let answer = getaddrinfo(host, "\(port)", &wanted, &found)
        guard answer == 0, let found else {
            let reason = answer == 0 ? "no address" : String(cString: gai_strerror(answer))
            throw WireFault(words: "The host \(host) was not found: \(reason).")
        }
        first = Entry(found)
    }

    func makeIterator() -> AnyIterator<addrinfo> {
        var next: UnsafeMutablePointer<addrinfo>? = first.pointer
        return AnyIterator { [first] in
            withExtendedLifetime(first) {
                guard let entry = next?.pointee else { return nil }
                next = entry.ai_next
                return entry
            }
        }
    }

    /// An address in digits.
    static func text(of address: UnsafeMutablePointer<sockaddr>, _ length: socklen_t) -> String {
        var text = [CChar](repeating: 0, count: Int(NI_MAXHOST))
        guard
            getnameinfo(address, length, &text, socklen_t(text.count), nil, 0, NI_NUMERICHOST) == 0
        else { return "127.0.0.1" }
        return text.withUnsafeBufferPointer { String(cString: $0.baseAddress!) }
    }
}
