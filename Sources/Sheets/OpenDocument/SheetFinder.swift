/// Finds the tables of an OpenDocument spreadsheet, one after the other (ODF 1.3 part 3, 9.1.2).
struct SheetFinder: ~Copyable {
    struct Table {
        var name = ""
        var isVisible = true
    }

    private var window: Window
    private let budget: Budget
    /// The styles whose tables aren't shown (17.15, table:display).
    private var hiddenStyles: Set<String> = []
    private var style = ""
    /// How deep in tables the window stands: 0 between them.
    private var depth = 0

    /// More styles than a document can use; further ones are not looked at.
    private static let mostStyles = 1 << 16

    init(_ window: consuming Window, budget: Budget) {
        self.window = window
        self.budget = budget
    }

    /// The next table, behind whose opening tag the window then stands; nil at the end of the document.
    mutating func next() throws(SheetError) -> Table? {
        while true {
            let start = budget.start()
            if let table = try scan() { return table }
            if window.isComplete {
                guard depth == 0, window.unused == 0 else { throw SheetError(.damaged) }
                return nil
            }
            if window.unused > budget.limits.rowBytes { throw SheetError(.markupTooComplex) }
            try window.refill()
            try budget.stop(start)
        }
    }

    consuming func finish() -> Window { window }

    /// Looks for a table as far as the window reaches.
    private mutating func scan() throws(SheetError) -> Table? {
        let view = window.view
        while true {
            let open = view.nextTag(from: window.position)
            window.position = open
            guard open < view.count, let end = try end(ofTag: open, in: view) else { return nil }
            window.position = end
            if view.isSpecial(at: open) { continue }
            let isClosing = view[open + 1] == UInt8(ascii: "/")
            let name = TagName(view, at: open + (isClosing ? 2 : 1))
            if let table = try enter(view, name, isClosing: isClosing, end: end) { return table }
        }
    }

    private func end(ofTag open: Int, in view: ByteView) throws(SheetError) -> Int? {
        view.isSpecial(at: open) ? try view.specialEnd(at: open) : view.tagEnd(from: open)
    }

    /// Takes note of a tag; returns the table that it opens.
    private mutating func enter(
        _ view: ByteView, _ name: TagName, isClosing: Bool, end: Int
    ) throws(SheetError) -> Table? {
        let isEmpty = view.isEmptyTag(endingAt: end)
        if DocumentTag(view, from: name.start, to: name.end) == .table {
            if isClosing {
                depth -= 1
                if depth < 0 { throw SheetError(.damaged) }
            } else if !isEmpty {
                depth += 1
                if depth == 1 { return try table(view, name) }
            }
        } else if depth == 0, !isClosing {
            try readStyle(view, name)
        }
        return nil
    }

    /// A table with a name is a sheet; others are what sheets refer to.
    private func table(_ view: ByteView, _ name: TagName) throws(SheetError) -> Table? {
        var table = Table()
        var isNamed = false
        var attributes = AttributeScan(view, from: name.end, most: budget.limits.xmlAttributes)
        while let attribute = attributes.next() {
            if view.isNamed("name", attribute) {
                table.name = try view.name(of: attribute)
                isNamed = true
            } else if view.isNamed("style-name", attribute) {
                table.isVisible = !hiddenStyles.contains(try view.name(of: attribute))
            }
        }
        _ = try attributes.isOpen()
        return isNamed ? table : nil
    }

    private mutating func readStyle(_ view: ByteView, _ tag: TagName) throws(SheetError) {
        let length = tag.end - tag.start
        let isStyle = length == 5 && view.starts(with: "style", at: tag.start)
        let isProperties = length == 16 && view.starts(with: "table-properties", at: tag.start)
        guard isStyle || isProperties else { return }
        var attributes = AttributeScan(view, from: tag.end, most: budget.limits.xmlAttributes)
        while let attribute = attributes.next() {
            if isStyle, view.isNamed("name", attribute) {
                style = try view.name(of: attribute)
            } else if isProperties, view.isNamed("display", attribute),
                try view.text(of: attribute) == "false", hiddenStyles.count < Self.mostStyles
            {
                hiddenStyles.insert(style)
            }
        }
        _ = try attributes.isOpen()
    }
}

extension ByteView {
    /// The value of an attribute that names something.
    func name(of attribute: Attribute) throws(SheetError) -> String {
        SheetSummary.cut(try text(of: attribute))
    }

    /// The value of an attribute.
    func text(of attribute: Attribute) throws(SheetError) -> String {
        var text = ByteStore(capacity: 64)
        try text.appendDecoded(self, from: attribute.start, to: attribute.end, escapes: false)
        return text.view.string(from: 0, to: text.count)
    }
}
