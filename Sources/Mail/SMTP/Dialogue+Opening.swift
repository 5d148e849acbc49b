import FoundationEssentials

/// From the connection to the point where letters may be sent.
extension Dialogue {
    /// Connects, greets, starts TLS and signs in, as far as the server is to have it.
    static func opened(
        _ server: SMTPServer, _ trust: Trust?, _ patience: Patience
    ) throws(Trouble) -> Dialogue {
        let dialogue = try Dialogue(server, patience)
        if server.security == .tls, let trust { try dialogue.secure(trust) }
        try dialogue.expect(220, dialogue.answer(at: .greeting), at: .greeting)
        try dialogue.greet(server)
        if server.security == .startTLS, let trust { try dialogue.startTLS(server, trust) }
        if let credentials = server.credentials { try dialogue.signIn(credentials) }
        return dialogue
    }

    private func greet(_ server: SMTPServer) throws(Trouble) {
        let reply = try ask("EHLO \(server.ownName ?? addressLiteral)", at: .hello)
        try expect(250, reply, at: .hello)
        capabilities = Capabilities(reply.lines.dropFirst())
    }

    private func startTLS(_ server: SMTPServer, _ trust: Trust) throws(Trouble) {
        guard capabilities.startTLS else {
            throw Trouble(phase: .tls, words: "The server does not offer STARTTLS.")
        }
        try expect(220, ask("STARTTLS", at: .tls), at: .tls)
        try secure(trust)
        try greet(server)
    }

    private func signIn(_ credentials: SMTPServer.Credentials) throws(Trouble) {
        let offered = capabilities.signIns ?? []
        if offered.contains("PLAIN") {
            let response = Self.base64("\0\(credentials.user)\0\(credentials.password)")
            try expect(235, ask("AUTH PLAIN \(response)", at: .signIn), at: .signIn)
        } else if offered.contains("LOGIN") {
            try expect(334, ask("AUTH LOGIN", at: .signIn), at: .signIn)
            try expect(334, ask(Self.base64(credentials.user), at: .signIn), at: .signIn)
            try expect(235, ask(Self.base64(credentials.password), at: .signIn), at: .signIn)
        } else {
            throw Trouble(
                phase: .signIn,
                words: offered.isEmpty
                    ? "The server does not let anybody sign in on this connection."
                    : "The server offers only \(offered.joined(separator: ", ")) for signing in; "
                        + "PLAIN or LOGIN is needed.")
        }
    }

    private func expect(
        _ code: Int, _ reply: SMTPReply, at phase: Trouble.Phase
    ) throws(Trouble) {
        guard reply.code == code else { throw Trouble(phase, reply) }
    }

    private static func base64(_ text: String) -> String {
        Data(text.utf8).base64EncodedString()
    }
}
