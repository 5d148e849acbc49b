/// The text of a paragraph (ODF 1.3 part 3, 6.1): white space counts once and not at the beginning, and what shall
/// count more is an element.
struct ParagraphText {
    private let view: ByteView
    private let limits: Limits
    /// Behind the opening tag; after `append`, behind the closing one.
    private(set) var position: Int
    private var depth = 1
    private var isAtStart = true
    private var waiting = Waiting.nothing

    private enum Waiting {
        case nothing
        /// White space that counts if a text follows.
        case space
        /// A carriage return, which at the end of a line is part of the line end.
        case lineEnd
    }

    /// How many bytes the text that it is appended to may have in the end.
    private let most: Int

    init(_ view: ByteView, from start: Int, most: Int, limits: Limits) {
        self.view = view
        self.limits = limits
        self.most = most
        position = start
    }

    /// Appends the text up to the closing tag; false if the view ends before.
    mutating func append(to text: inout ByteStore) throws(SheetError) -> Bool {
        while depth > 0 {
            guard try appendRun(to: &text) else { return false }
            if view.isSpecial(at: position) {
                guard try appendSection(to: &text) else { return false }
                continue
            }
            guard let step = try view.nextStep(from: position) else { return false }
            position = step.end
            if step.isClosing {
                depth -= 1
            } else {
                guard try enter(step, text: &text) else { return false }
            }
        }
        if waiting == .space { text.append(0x20) }
        return true
    }

    /// Appends the text up to the next `<`.
    private mutating func appendRun(to text: inout ByteStore) throws(SheetError) -> Bool {
        var isOdd = false
        let end = view.textEnd(from: min(position, view.count), isOdd: &isOdd)
        guard end < view.count else { return false }
        if isOdd {
            var decoded = ByteStore(capacity: 256)
            try decoded.appendDecoded(view, from: position, to: end, escapes: false)
            collapse(decoded.view, from: 0, to: decoded.count, into: &text)
        } else {
            collapse(view, from: position, to: end, into: &text)
        }
        position = end
        return true
    }

    /// Appends a CDATA section, or steps over a comment or an instruction.
    private mutating func appendSection(to text: inout ByteStore) throws(SheetError) -> Bool {
        var section = ByteStore(capacity: 256)
        guard let end = try view.specialEnd(at: position, text: &section) else { return false }
        collapse(section.view, from: 0, to: section.count, into: &text)
        position = end
        return true
    }

    private mutating func collapse(
        _ source: ByteView, from start: Int, to end: Int, into text: inout ByteStore
    ) {
        for offset in start..<end {
            let byte = source[offset]
            switch byte {
            case 0x20, 0x09, 0x0A: if !isAtStart { waiting = .space }
            case 0x0D: if !isAtStart && waiting == .nothing { waiting = .lineEnd }
            default: append(byte, to: &text)
            }
        }
    }

    private mutating func append(_ byte: UInt8, to text: inout ByteStore) {
        if waiting != .nothing { text.append(0x20) }
        waiting = .nothing
        isAtStart = false
        text.append(byte)
    }

    private mutating func enter(_ step: TagStep, text: inout ByteStore) throws(SheetError) -> Bool {
        switch DocumentTag(view, step) {
        case .spaces: try appendSpaces(step, to: &text)
        case .tab: append(0x09, to: &text)
        case .lineBreak: append(0x0A, to: &text)
        case .cell, .coveredCell, .row, .table: throw SheetError(.damaged)
        case .aside:
            if step.isEmpty { return true }
            guard let end = try view.elementEnd(from: position, most: limits.xmlDepth) else {
                return false
            }
            position = end
            return true
        default: break
        }
        if !step.isEmpty { depth += 1 }
        if depth > limits.xmlDepth {
            throw SheetError(.markupTooComplex, limit: limits.xmlDepth)
        }
        return true
    }

    private mutating func appendSpaces(
        _ step: TagStep, to text: inout ByteStore
    ) throws(SheetError) {
        var count = 1
        var attributes = AttributeScan(view, from: step.nameEnd, most: limits.xmlAttributes)
        while let attribute = attributes.next() {
            guard view.isNamed("c", attribute) else { continue }
            count = view.number(from: attribute.start, to: attribute.end) ?? 1
        }
        // A few bytes of markup stand for many, and there may be any number of them.
        if count > most - text.count {
            throw SheetError(.cellTooLong, limit: limits.cellCharacters)
        }
        for _ in 0..<count { append(0x20, to: &text) }
    }
}
