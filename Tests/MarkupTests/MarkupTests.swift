import Markup
import Testing

@Suite struct MarkupTests {
    @Test func aLiteralIsMarkup() {
        let line: HTML = "<p class=\"small\">Tom &amp; Jerry</p>"

        #expect(line.text == "<p class=\"small\">Tom &amp; Jerry</p>")
    }

    @Test(arguments: [
        ("<script>alert(1)</script>", "&lt;script&gt;alert(1)&lt;/script&gt;"),
        ("\" onmouseover=\"alert(1)", "&quot; onmouseover=&quot;alert(1)"),
        ("' onfocus='alert(1)", "&#39; onfocus=&#39;alert(1)"),
        ("Söhne & Töchter", "Söhne &amp; Töchter"),
        ("&lt;", "&amp;lt;"),
        ("]]><!--", "]]&gt;&lt;!--"),
        ("a\r\nb\tc", "a&#13;\nb\tc"),
        ("a\u{0}b\u{1B}[31m\u{7F}", "a\u{FFFD}b\u{FFFD}[31m\u{FFFD}"),
        ("e\u{301}<", "e\u{301}&lt;"),
        ("", ""),
    ])
    func interpolatedTextStaysText(hostile: String, escaped: String) {
        let line: HTML = "<p title=\"\(hostile)\">\(hostile)</p>"

        #expect(line.text == "<p title=\"\(escaped)\">\(escaped)</p>")
    }

    @Test func markupNestsAsItIs() {
        let part: HTML = "<b>\("<")</b>"
        let absent: HTML? = nil

        let whole: HTML = "\(part)\(absent)\([part, part]) \(42)"

        #expect(whole.text == "<b>&lt;</b><b>&lt;</b><b>&lt;</b> 42")
    }

    @Test func aLetterWithAMarkOverItCannotHideABracket() {
        let line: HTML = "<p>\("<\u{338}script>")</p>"

        #expect(line.text.unicodeScalars.filter { $0 == "<" }.count == 2)
    }

    @Test func isolatedTextStandsInItsOwnElement() {
        #expect(HTML.isolated("a<b").text == "<bdi>a&lt;b</bdi>")
    }

    @Test func theAddressOfAPageIsReadFromLeftToRight() {
        let address = "דוגמה.example/a<b"

        #expect(
            HTML.isolated(address: address).text
                == "<bdi dir=\"ltr\">דוגמה.example/a&lt;b</bdi>")
    }

    @Test func inATitleTextIsIsolatedByMarksThatItCannotEndItself() {
        let name = "Ana \u{202E}gnp\u{2069}\u{2067}.exe"

        #expect(name.isolated == "\u{2068}Ana gnp.exe\u{2069}")
    }

    @Test func tenThousandLettersAreEscapedAtOnce() {
        let name = String(repeating: "W<", count: 5_000)

        let line: HTML = "\(name)"

        #expect(line.text == String(repeating: "W&lt;", count: 5_000))
    }

    @Test func jsonCannotEndItsElement() {
        let json = #"{"name":"</script><!--<script>"}"#

        let data = HTML(json: json.utf8)

        #expect(!data.text.contains("<"))
        #expect(data.text == #"{"name":"\u003c/script>\u003c!--\u003cscript>"}"#)
    }
}
