extension TableScanner {
    /// What a cell holds (ODF 1.3 part 3, 19.385, office:value-type).
    fileprivate enum Kind {
        case text, number, boolean, date, time
    }

    fileprivate struct CellHead {
        var kind = Kind.text
        /// The value as the attributes have it.
        var value: Attribute?
        var repeats = 1
    }

    /// Reads any cell; returns the offset behind it.
    func cell(
        _ view: ByteView, _ step: TagStep, column: inout Int, into batch: inout CellBatch
    ) throws(SheetError) -> Int? {
        let head = try head(view, from: step.nameEnd)
        // What stands in a cell that is covered by a merged one is not seen.
        let isCovered = DocumentTag(view, step) == .coveredCell
        let start = batch.scratch.count
        var end = step.end
        if !step.isEmpty {
            let isText = head.kind == .text && !isCovered
            guard let next = try contents(view, from: end, isText: isText, to: &batch.scratch)
            else { return nil }
            end = next
            if batch.scratch.count > limits.rowBytes {
                throw SheetError(.rowTooLong, limit: limits.rowBytes)
            }
        }
        if !isCovered {
            if batch.scratch.count == start { try appendValue(head, view, to: &batch.scratch) }
            let count = batch.scratch.count - start
            if count > 0 {
                try refuseExcess(head.repeats, in: column)
                for column in column..<column + head.repeats {
                    batch.append(column, .scratch, from: start, count: count)
                }
            }
        }
        column = min(column + head.repeats, 1 << 40)
        return end
    }

    private func refuseExcess(_ repeats: Int, in column: Int) throws(SheetError) {
        if repeats > limits.columns - column {
            throw SheetError(.tooManyColumns, limit: limits.columns)
        }
    }

    private func head(_ view: ByteView, from start: Int) throws(SheetError) -> CellHead {
        var head = CellHead()
        var isError = false
        var attributes = AttributeScan(view, from: start, most: limits.xmlAttributes)
        while let attribute = attributes.next() {
            if view.isNamed("value-type", attribute) {
                head.kind = Kind(view.string(from: attribute.start, to: attribute.end))
            } else if view.isNamed("number-columns-repeated", attribute) {
                head.repeats = try Self.repeats(view, attribute)
            } else if Self.isValue(view, attribute) {
                head.value = attribute
            } else if view.starts(with: "calcext:value-type=\"error", at: attribute.nameStart) {
                isError = true
            }
        }
        _ = try attributes.isOpen()
        // An error is written as a number or an empty text; what it says stands in the cell.
        if isError { head.kind = .text }
        return head
    }

    private static func isValue(_ view: ByteView, _ attribute: Attribute) -> Bool {
        view.starts(with: "value", at: attribute.nameEnd - 5)
            && (view.isNamed("value", attribute) || view.isNamed("date-value", attribute)
                || view.isNamed("time-value", attribute) || view.isNamed("string-value", attribute)
                || view.isNamed("boolean-value", attribute))
    }

    /// Reads the elements of a cell up to its closing tag: paragraphs are its lines, all else stands beside them.
    private func contents(
        _ view: ByteView, from start: Int, isText: Bool, to text: inout ByteStore
    ) throws(SheetError) -> Int? {
        let most = text.count + limits.cellCharacters * 4
        var position = start
        var lines = 0
        while true {
            guard let step = try view.nextStep(from: position) else { return nil }
            position = step.end
            let tag = DocumentTag(view, step)
            if step.isClosing {
                guard tag == .cell || tag == .coveredCell else { throw SheetError(.damaged) }
                return position
            }
            if tag == .row { throw SheetError(.damaged) }
            let isLine = tag == .paragraph && isText
            if isLine {
                if lines > 0 { text.append(0x0A) }
                lines += 1
            }
            if step.isEmpty { continue }
            if isLine {
                var paragraph = ParagraphText(
                    view, from: position, most: most, limits: limits)
                guard try paragraph.append(to: &text) else { return nil }
                position = paragraph.position
            } else {
                guard let end = try view.elementEnd(from: position, most: limits.xmlDepth) else {
                    return nil
                }
                position = end
            }
        }
    }

    /// Appends the value of the attributes as it is shown.
    private func appendValue(
        _ head: CellHead, _ view: ByteView, to text: inout ByteStore
    ) throws(SheetError) {
        guard let value = head.value else { return }
        let isPlain =
            head.kind == .number
            && NumberText.isShortest(view, from: value.start, to: value.end)
        if isPlain {
            text.append(view, from: value.start, count: value.end - value.start)
            return
        }
        let written = try view.text(of: value)
        switch head.kind {
        case .text: text.append(written)
        case .number: text.append(NumberText.text(written, as: .number, in: .year1900))
        case .boolean: text.append(written.trimmed.uppercased())
        case .date: text.append(DateText.text(ofDate: written.trimmed))
        case .time: text.append(DateText.text(ofDuration: written.trimmed))
        }
    }
}

extension TableScanner.Kind {
    fileprivate init(_ name: String) {
        self =
            switch name {
            case "float", "currency", "percentage": .number
            case "boolean": .boolean
            case "date": .date
            case "time": .time
            default: .text
            }
    }
}
