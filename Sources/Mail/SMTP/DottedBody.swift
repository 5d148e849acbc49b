/// A message's bytes as DATA takes them: a line that begins with a dot gets another one, and the last
/// line is ended (RFC 5321, 4.5.2).
struct DottedBody {
    private(set) var bytes: [UInt8] = []

    init(_ message: [UInt8]) {
        bytes.reserveCapacity(message.count + 64)
        var start = 0
        for dot in Self.dotsInFront(of: message) {
            bytes += message[start..<dot]
            bytes.append(UInt8(ascii: "."))
            start = dot
        }
        bytes += message[start...]
        if let last = bytes.last, last != UInt8(ascii: "\n") { bytes += [0x0D, 0x0A] }
    }

    /// Where lines begin with a dot.
    private static func dotsInFront(of message: [UInt8]) -> [Int] {
        var dots: [Int] = []
        let message = message.span
        for place in message.indices where message[place] == UInt8(ascii: ".") {
            if place == 0 || message[place - 1] == UInt8(ascii: "\n") { dots.append(place) }
        }
        return dots
    }
}
