import Testing

@testable import Directory

@Suite("Domains with A-labels that are known")
struct KnownDomainsTests {
    @Test("A right domain is known, and again when it comes again")
    func right() {
        #expect(known(["xn--cole-9oa.example", "xn--cole-9oa.example"]) == [true, true])
    }

    @Test(
        "What is wrong or kept otherwise than it is written is never known",
        arguments: [
            "xn--a.example", "xn--cole-9oa", "XN--cole-9oa.example", "école.example", "", "x y",
            "xn--cole-9oa.example@b.co", "xn--cole-9oa.example.",
        ])
    func wrong(_ written: String) {
        #expect(known([written, "xn--cole-9oa.example", written]) == [false, true, false])
    }

    @Test("More domains than it remembers are found right all the same")
    func many() {
        let written = (0..<100).map { "xn--cole-9oa.example\($0)" }

        #expect(known(written + written).allSatisfy { $0 })
    }

    private func known(_ written: [String]) -> [Bool] {
        var domains = KnownDomains()
        return written.map { domains.includes(Array($0.utf8).span) }
    }
}
