import Sheets
import Testing

@Suite("Archives")
struct ArchiveTests {
    private let parts = WorkbookParts(rows: "<row><c><v>1</v></c></row>")

    @Test("Stored and deflated parts read the same")
    func methods() throws {
        var deflated = parts
        deflated.isDeflated = true

        #expect(try Reading(deflated) == Reading(parts))
    }

    @Test("Names of parts may differ in case, slashes and a leading slash")
    func names() throws {
        var archive = parts.archive
        archive.entries[3].name = "XL\\Worksheets\\Sheet1.XML"
        archive.entries[1].name = "/xl/workbook.xml"

        #expect(try Reading(archive.bytes()).rows == [["1"]])
    }

    @Test("Of two names that differ in case the exact one counts")
    func exactName() throws {
        var archive = parts.archive
        archive.entries.insert(.init("xl/worksheets/SHEET1.xml", "<other/>"), at: 0)

        #expect(try Reading(archive.bytes()).rows == [["1"]])
    }

    @Test("Two parts of one name are refused")
    func duplicates() {
        var archive = parts.archive
        archive.entries.append(archive.entries[3])

        #expect(refusal(of: archive.bytes())?.code == .damaged)
    }

    @Test("Parts that overlap are refused")
    func overlap() {
        var archive = parts.archive
        archive.entries.append(.init("xl/other.xml", "<other/>"))
        archive.entries[6].claimedOffset = 0

        #expect(refusal(of: archive.bytes())?.code == .damaged)
    }

    @Test("A wrong checksum or size is damage", arguments: [false, true])
    func lies(isDeflated: Bool) {
        var checksum = parts.archive
        checksum.entries[3].isDeflated = isDeflated
        checksum.entries[3].claimedChecksum = 1
        var size = parts.archive
        size.entries[3].isDeflated = isDeflated
        size.entries[3].claimedSize = 9

        #expect(refusal(of: checksum.bytes())?.code == .damaged)
        #expect(refusal(of: size.bytes())?.code == .damaged)
    }

    @Test("A part with a password is refused as such")
    func password() {
        var archive = parts.archive
        archive.entries[3].flags = 1

        #expect(refusal(of: archive.bytes())?.code == .passwordProtected)
    }

    @Test("A bomb is refused after little work, whatever size it claims", arguments: [nil, 4_096])
    func bomb(claimedSize: Int?) {
        var limits = Limits()
        limits.inflatedAnyway = 1 << 20
        let spaces = [UInt8](repeating: 0x20, count: 16 << 20)
        var archive = parts.archive
        archive.entries[3] = .init("xl/worksheets/sheet1.xml", bytes: spaces, isDeflated: true)
        archive.entries[3].claimedSize = claimedSize

        let code = refusal(of: archive.bytes(), limits: limits)?.code

        #expect(code == (claimedSize == nil ? .inflatesTooMuch : .damaged))
    }

    @Test("A workbook whose sheet isn't there, or that has none, is damaged")
    func missingSheet() {
        var missing = parts.archive
        missing.entries.remove(at: 3)
        var none = parts
        none.workbook = "<workbook><sheets/></workbook>"

        #expect(refusal(of: missing.bytes())?.code == .damaged)
        #expect(refusal(of: none)?.code == .damaged)
    }

    @Test("A workbook without strings, styles or relationships of the archive can be read")
    func leastParts() throws {
        var archive = parts.archive
        archive.entries.removeLast(2)
        archive.entries[2].bytes = Array(
            #"<Relationships><Relationship Id="rId1" Type="x/worksheet" Target="worksheets/sheet1.xml"/></Relationships>"#
                .utf8)
        archive.entries.removeFirst()

        #expect(try Reading(archive.bytes()).rows == [["1"]])
    }

    @Test("A part that the workbook refers to and that isn't there is damage", arguments: [4, 5])
    func missingPart(place: Int) {
        var archive = parts.archive
        archive.entries.remove(at: place)

        #expect(refusal(of: archive.bytes())?.code == .damaged)
    }
}
