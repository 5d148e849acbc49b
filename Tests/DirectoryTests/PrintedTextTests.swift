import Directory
import Testing

@Suite("Texts on a terminal")
struct PrintedTextTests {
    @Test("A text is as wide as the terminal draws it")
    func width() {
        #expect(PrintedText("Ana").width == 3)
        #expect(PrintedText("田中").width == 4)
        #expect(PrintedText("e\u{301}").width == 1)
        #expect(PrintedText("").width == 0)
    }

    @Test(
        "What would steer the terminal is a question mark",
        arguments: [
            ("\u{1B}[2J", "?[2J"), ("a\nb", "a?b"), ("\u{202E}abc", "?abc"), ("a\u{2028}b", "a?b"),
            ("\u{9B}31m", "?31m"),
        ])
    func steering(_ written: String, _ shown: String) {
        #expect(PrintedText(written).value == shown)
    }

    @Test("What is cut ends in an ellipsis and fits")
    func cut() {
        #expect(PrintedText("Anneliese").cut(to: 5).value == "Anne…")
        #expect(PrintedText("Ana").cut(to: 3).value == "Ana")
        #expect(PrintedText("田中太郎").cut(to: 6).value == "田中…")
        #expect(PrintedText("田中太郎").cut(to: 6).width <= 6)
    }

    @Test("Texts are filled up with blanks")
    func padding() {
        #expect(PrintedText("田").padded(to: 4) == "田  ")
        #expect(PrintedText("7").indented(to: 3) == "  7")
    }
}
