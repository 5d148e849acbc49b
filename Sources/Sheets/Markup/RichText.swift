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
            guard let step = try view.nextStep(from: position) else { return false }
            position = step.end
            if step.isClosing && step.tag == closing { return true }
            if step.isEmpty { continue }
            if step.tag == .phonetic { phonetics += step.isClosing ? -1 : 1 }
            if step.tag == .text, !step.isClosing, phonetics <= 0 {
                guard try appendValue(to: &text, escapes: true) else { return false }
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
