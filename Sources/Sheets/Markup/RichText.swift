/// The text of a string item, `si` or `is` (ECMA-376 part 1, 18.4.8): its runs joined, phonetic hints left out.
struct RichText {
    let view: ByteView
    /// Behind the opening tag; after `append`, behind the closing one.
    var position: Int
    private var phonetics = 0

    init(_ view: ByteView, from start: Int) {
        self.view = view
        position = start
    }

    /// Appends the text up to the closing tag; false if the view ends before.
    mutating func append(to text: inout ByteStore, until closing: Tag) throws(SheetError) -> Bool {
        while true {
            let open = view.nextTag(from: position)
            guard open < view.count else { return false }
            if view.isSpecial(at: open) {
                guard let end = try view.specialEnd(at: open) else { return false }
                position = end
                continue
            }
            let isClosing = view[open + 1] == UInt8(ascii: "/")
            let name = TagName(view, at: open + (isClosing ? 2 : 1))
            guard let end = view.tagEnd(from: open) else { return false }
            position = end
            if isClosing {
                if name.tag == closing { return true }
                if name.tag == .phonetic { phonetics -= 1 }
            } else if !view.isEmptyTag(endingAt: end) {
                if name.tag == .phonetic { phonetics += 1 }
                if name.tag == .text, phonetics <= 0 {
                    guard try appendValue(to: &text, escapes: true) else { return false }
                }
            }
        }
    }

    /// Appends the text and CDATA sections up to the next tag, which must close the element; false if the view ends before.
    mutating func appendValue(to text: inout ByteStore, escapes: Bool) throws(SheetError) -> Bool {
        while true {
            var isOdd = false
            let end = view.textEnd(from: min(position, view.count), isOdd: &isOdd)
            guard end < view.count else { return false }
            if isOdd {
                try text.appendDecoded(view, from: position, to: end, escapes: escapes)
            } else {
                text.append(view, from: position, count: end - position)
            }
            position = end
            guard view.isSpecial(at: end) else {
                guard end + 1 < view.count else { return false }
                guard view[end + 1] == UInt8(ascii: "/") else { throw SheetError(.damaged) }
                return true
            }
            guard let next = try view.specialEnd(at: end, text: &text) else { return false }
            position = next
        }
    }
}
