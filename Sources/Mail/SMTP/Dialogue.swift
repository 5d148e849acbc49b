/// A conversation with a server: commands out, replies in, each at a phase that troubles are told by.
final class Dialogue {
    private let wire: Wire
    private var parser = ReplyParser()
    let patience: Patience
    var capabilities = Capabilities.none

    init(_ server: SMTPServer, _ patience: Patience) throws(Trouble) {
        self.patience = patience
        do {
            wire = try Wire(host: server.host, port: server.port, within: patience.connect)
        } catch {
            throw Trouble(phase: .connect, words: error.words)
        }
    }

    /// Our network address as EHLO takes it (RFC 5321, 4.1.3).
    var addressLiteral: String {
        let address = wire.ownAddress
        return address.contains(":") ? "[IPv6:\(address)]" : "[\(address)]"
    }

    /// Whether the server has said nothing since its last reply, and hasn't hung up.
    var isQuiet: Bool {
        guard parser.isEmpty else { return false }
        do {
            return try wire.readWaiting() == nil
        } catch {
            return false
        }
    }

    func secure(_ trust: Trust) throws(Trouble) {
        // What was sent in the open must not be taken for an answer from within.
        guard parser.isEmpty else {
            throw Trouble(phase: .tls, words: "The server went on without waiting for TLS.")
        }
        try at(.tls) { () throws(WireFault) in
            try wire.secure(trust, within: patience.command)
        }
    }

    /// Says something and waits for the answer.
    func ask(_ command: String, at phase: Trouble.Phase) throws(Trouble) -> SMTPReply {
        try say(command, at: phase)
        return try answer(at: phase)
    }

    func say(_ commands: String, at phase: Trouble.Phase) throws(Trouble) {
        try send(Array("\(commands)\r\n".utf8), at: phase)
    }

    func send(_ bytes: [UInt8], at phase: Trouble.Phase) throws(Trouble) {
        try at(phase) { () throws(WireFault) in
            try wire.write(bytes, within: patience.block)
        }
    }

    /// The server's next reply, all of it within the phase's time.
    func answer(at phase: Trouble.Phase) throws(Trouble) -> SMTPReply {
        let deadline = Deadline(within: patience.seconds(at: phase))
        while true {
            do throws(ReplyParser.Unreadable) {
                if let reply = try parser.next() { return reply }
            } catch {
                throw Trouble(phase: phase, words: error.words)
            }
            let more = try at(phase) { () throws(WireFault) in try wire.read(by: deadline) }
            parser.append(more)
        }
    }

    private func at<Answer>(
        _ phase: Trouble.Phase, _ act: () throws(WireFault) -> Answer
    ) throws(Trouble) -> Answer {
        do {
            return try act()
        } catch {
            throw Trouble(phase: phase, words: error.words)
        }
    }
}

extension Patience {
    fileprivate func seconds(at phase: Trouble.Phase) -> Double {
        switch phase {
        case .connect: connect
        case .greeting: greeting
        case .hello, .tls, .signIn, .sender, .recipient: command
        case .data: data
        case .body: block
        case .dot: dot
        }
    }
}
