/// Takes letters to an SMTP server.
package struct SMTPCarrier: Carrier {
    private let server: SMTPServer
    private let patience: Patience
    /// Read once: opening the system's certificates takes longer than a letter.
    private let trust: Result<Trust, WireFault>?

    package init(_ server: SMTPServer, _ patience: Patience = Patience()) {
        self.server = server
        self.patience = patience
        trust =
            server.security == .none
            ? nil : Result { () throws(WireFault) in try Trust(file: server.trustFile) }
    }

    package func open() -> any Delivery {
        SMTPDelivery(self)
    }

    func dialogue() throws(Trouble) -> Dialogue {
        let believed: Trust?
        do throws(WireFault) {
            believed = try trust?.get()
        } catch {
            throw Trouble(phase: .tls, words: error.words)
        }
        return try .opened(server, believed, patience)
    }
}
