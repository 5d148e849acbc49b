/// A tag on the way through a part.
struct TagStep {
    let tag: Tag
    /// The local name, behind a namespace prefix.
    let nameStart: Int
    /// Behind the name, where the attributes begin.
    let nameEnd: Int
    /// Behind the tag.
    let end: Int
    /// `</a>`
    let isClosing: Bool
    /// `<a/>`
    let isEmpty: Bool
}

extension ByteView {
    /// The next tag, past text, comments and instructions; nil if the view ends before.
    func nextStep(from offset: Int) throws(SheetError) -> TagStep? {
        var open = nextTag(from: offset)
        while open < count, isSpecial(at: open) {
            guard let end = try specialEnd(at: open) else { return nil }
            open = nextTag(from: end)
        }
        guard open < count, let end = tagEnd(from: open) else { return nil }
        let isClosing = self[open + 1] == UInt8(ascii: "/")
        let name = TagName(self, at: open + (isClosing ? 2 : 1))
        return TagStep(
            tag: name.tag, nameStart: name.start, nameEnd: name.end, end: end, isClosing: isClosing,
            isEmpty: isEmptyTag(endingAt: end))
    }
}
