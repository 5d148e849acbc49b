/// Why bytes didn't get through.
struct WireFault: Error {
    let words: String

    static let closed = WireFault(words: "The server closed the connection.")

    static func late(_ deadline: Deadline) -> WireFault {
        let seconds = deadline.seconds
        let text = seconds < 10 ? "\((seconds * 10).rounded() / 10)" : "\(Int(seconds))"
        return WireFault(words: "The server did not answer within \(text) seconds.")
    }
}
