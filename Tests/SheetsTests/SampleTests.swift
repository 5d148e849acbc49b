import Sheets
import Testing

@Suite("Sample files")
struct SampleTests {
    @Test("A sample is read as expected, from memory and from disk", arguments: SampleFiles.read)
    func read(name: String) throws {
        let written = SampleFiles.bytes("\(name).expected.csv")
        let expected = written.isEmpty ? [] : try Reading(written).rows

        let reading = try Reading(SampleFiles.bytes(name))

        #expect(filled(reading.rows) == filled(expected))
        #expect(try Reading(.file(path: SampleFiles.path(name))) == reading)
    }

    @Test(
        "A sample that can't be read is refused for the right reason",
        arguments: SampleFiles.refused)
    func refused(name: String, code: String) {
        #expect(refusal(of: SampleFiles.bytes(name))?.code.rawValue == code)
    }

    @Test("There are samples")
    func some() {
        #expect(SampleFiles.read.count > 40)
        #expect(SampleFiles.refused.count > 20)
    }

    /// Rows that have any text, without the empty cells at their ends.
    private func filled(_ rows: [[String]]) -> [[String]] {
        rows.map { Array($0.reversed().drop(while: \.isEmpty).reversed()) }.filter { !$0.isEmpty }
    }
}
