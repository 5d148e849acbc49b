/// A message's bytes as DATA takes them: a line that begins with a dot gets another one, and the last
/// line is ended (RFC 5321, 4.5.2).
struct DottedBody {
    let bytes: [UInt8]

    init(_ message: [UInt8]) {
        guard Self.needsWork(message) else {
            bytes = message
            return
        }
        var bytes: [UInt8] = []
        bytes.reserveCapacity(message.count + 16)
        var isAtStart = true
        for byte in message {
            if isAtStart, byte == UInt8(ascii: ".") { bytes.append(byte) }
            bytes.append(byte)
            isAtStart = byte == UInt8(ascii: "\n")
        }
        if !isAtStart { bytes += [0x0D, 0x0A] }
        self.bytes = bytes
    }

    /// Whether a line begins with a dot, or the last has no end.
    private static func needsWork(_ message: [UInt8]) -> Bool {
        var previous = UInt8(ascii: "\n")
        for byte in message {
            if byte == UInt8(ascii: "."), previous == UInt8(ascii: "\n") { return true }
            previous = byte
        }
        return previous != UInt8(ascii: "\n")
    }
}
