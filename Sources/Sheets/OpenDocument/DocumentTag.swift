/// The elements that carry cells (ODF 1.3 part 3, 6 and 9), by local name.
enum DocumentTag {
    case table, row, cell, coveredCell
    /// `text:p` and `text:h`.
    case paragraph
    case spaces, tab, lineBreak
    /// What stands beside a text and isn't part of it: comments, notes, pronunciations, drawings.
    case aside
    case other

    init(_ view: ByteView, _ step: TagStep) {
        self.init(view, from: step.nameStart, to: step.nameEnd)
    }

    init(_ view: ByteView, from start: Int, to end: Int) {
        func isName(_ name: StaticString) -> Bool {
            end - start == name.utf8CodeUnitCount && view.starts(with: name, at: start)
        }
        self =
            switch end - start {
            case 1 where isName("p") || isName("h"): .paragraph
            case 1 where isName("s"): .spaces
            case 3 where isName("tab"): .tab
            case 4 where isName("note"): .aside
            case 5 where isName("table"): .table
            case 5 where isName("frame"): .aside
            case 9 where isName("table-row"): .row
            case 9 where isName("ruby-text"): .aside
            case 10 where isName("table-cell"): .cell
            case 10 where isName("line-break"): .lineBreak
            case 10 where isName("annotation"): .aside
            case 12 where isName("custom-shape"): .aside
            case 18 where isName("covered-table-cell"): .coveredCell
            default: .other
            }
    }
}

extension ByteView {
    /// Whether an attribute has this local name. LibreOffice repeats some of the standard's in a space of its own.
    func isNamed(_ name: StaticString, _ attribute: Attribute) -> Bool {
        let start = attribute.nameEnd - name.utf8CodeUnitCount
        guard start >= attribute.nameStart, starts(with: name, at: start) else { return false }
        return start == attribute.nameStart
            || self[start - 1] == UInt8(ascii: ":")
                && !starts(with: "calcext:", at: attribute.nameStart)
    }

    /// Behind the closing tag of the element whose contents begin at an offset; nil if the view ends before.
    func elementEnd(from start: Int, most: Int) throws(SheetError) -> Int? {
        var position = start
        var depth = 1
        while depth > 0 {
            guard let step = try nextStep(from: position) else { return nil }
            position = step.end
            if step.isClosing { depth -= 1 } else if !step.isEmpty { depth += 1 }
            if depth > most { throw SheetError(.markupTooComplex, limit: most) }
        }
        return position
    }
}
