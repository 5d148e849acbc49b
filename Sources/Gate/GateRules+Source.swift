import HTTPTypes

extension GateRules {
    /// Whether a connection comes from one of our own proxies.
    func isProxy(_ peer: String) -> Bool {
        NetworkAddress(peer).map(proxies.contains) ?? false
    }

    /// Where a request comes from.
    ///
    /// Of a connection from one of our proxies that is the last address in `X-Forwarded-For`, the one
    /// that this proxy wrote itself; what stands before it anybody may have written. Nobody else's
    /// header is believed.
    /// - Parameter peer: Whom the connection comes from.
    func source(_ headers: HTTPFields, from peer: String) -> String {
        guard isProxy(peer) else { return NetworkAddress(peer)?.text ?? peer }
        let steps = headers[values: .xForwardedFor].flatMap {
            $0.split(separator: ",", omittingEmptySubsequences: false)
        }
        for step in steps.reversed() {
            guard let address = NetworkAddress(forwarded: step) else { break }
            if !proxies.contains(address) { return address.text }
        }
        return NetworkAddress(peer)?.text ?? peer
    }
}

extension HTTPField.Name {
    static let xForwardedFor = Self("X-Forwarded-For")!
}
