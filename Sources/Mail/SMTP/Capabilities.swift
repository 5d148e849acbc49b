/// What a server offers, as it says in its answer to EHLO.
struct Capabilities {
    private let words: [String: [String]]

    static let none = Capabilities([])

    /// - Parameter lines: Without the first, which greets.
    init(_ lines: some Sequence<String>) {
        var words: [String: [String]] = [:]
        for line in lines {
            let parts = line.uppercased().split(separator: " ").map(String.init)
            if let name = parts.first { words[name] = Array(parts.dropFirst()) }
        }
        self.words = words
    }

    var startTLS: Bool { words["STARTTLS"] != nil }
    var pipelining: Bool { words["PIPELINING"] != nil }
    var eightBit: Bool { words["8BITMIME"] != nil }
    var utf8: Bool { words["SMTPUTF8"] != nil }
    /// The ways to sign in; nil if there is none at all.
    var signIns: [String]? { words["AUTH"] }
}
