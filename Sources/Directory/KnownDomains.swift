/// Domains with A-labels (`xn--…`) that were found right and are kept as they are written. To look at one takes
/// fifty times as long as at the rest of a plain address, and a spreadsheet has few of them.
package struct KnownDomains: Sendable {
    private static let most = 32

    private var domains: [[UInt8]] = []

    package init() {}

    /// Whether this is a right domain that is kept as it is written.
    mutating func includes(_ written: Span<UInt8>) -> Bool {
        for domain in domains where Self.isSame(domain, written) { return true }
        let bytes = written.indices.map { written[$0] }
        let text = String(decoding: bytes, as: UTF8.self)
        guard let domain = try? DomainName(text), domain.ascii == text, domain.text == text else {
            return false
        }
        if domains.count == Self.most { domains.removeFirst() }
        domains.append(bytes)
        return true
    }

    private static func isSame(_ domain: [UInt8], _ written: Span<UInt8>) -> Bool {
        guard domain.count == written.count else { return false }
        for place in domain.indices where domain[place] != written[place] { return false }
        return true
    }
}
