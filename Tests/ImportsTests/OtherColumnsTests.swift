import Testing

@testable import Imports

@Suite("Columns that are not imported") struct OtherColumnsTests {
    @Test(
        "they are kept as text and read again, whatever their headings hold",
        arguments: [[], ["Access"], ["a\nb", "", "“x”, 2"], (1...40).map { "Column \($0)" }])
    func text(headings: [String]) {
        let columns = OtherColumns(headings)
        let again = OtherColumns(text: columns.text)

        #expect(again == columns)
        #expect(again.count == headings.count)
        #expect(again.headings.allSatisfy { !$0.contains("\n") })
    }
}
