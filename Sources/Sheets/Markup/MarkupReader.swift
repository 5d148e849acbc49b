/// An opening tag with its attributes.
struct Element {
    /// Without the namespace prefix.
    let name: String
    /// The elements around this one, innermost last.
    let path: [String]
    /// By name as written, prefix included.
    let attributes: [String: String]

    /// The attribute of a name, or else one with this local name and any prefix.
    func attribute(_ name: String) -> String? {
        attributes[name] ?? attributes.first { $0.key.hasSuffix(":\(name)") }?.value
    }
}

/// Reads the elements of the small parts of a workbook, and refuses what isn't well nested.
struct MarkupReader: ~Copyable {
    private var window: Window
    private let budget: Budget
    private var limits: Limits { budget.limits }
    private let part: String
    private var path: [String] = []
    private var elements = 0
    private var started: Double

    init(_ window: consuming Window, budget: Budget, part: String) {
        self.window = window
        self.budget = budget
        self.part = part
        started = budget.start()
    }

    /// The next opening tag; nil at the end.
    mutating func next() throws(SheetError) -> Element? {
        do {
            return try nextElement()
        } catch {
            throw SheetError(error.code, at: error.place ?? part, limit: error.limit)
        }
    }

    private mutating func nextElement() throws(SheetError) -> Element? {
        while true {
            let open = window.view.nextTag(from: window.position)
            window.position = open
            if open >= window.view.count {
                if window.isComplete { return try finish() }
                try refill()
            } else if let (end, element) = try element(at: open) {
                window.position = end
                if let element { return element }
            } else {
                try readOn()
            }
        }
    }

    private func finish() throws(SheetError) -> Element? {
        guard path.isEmpty && elements > 0 else { throw SheetError(.damaged) }
        return nil
    }

    private mutating func readOn() throws(SheetError) {
        if window.isComplete { throw SheetError(.damaged) }
        if window.unused > limits.rowBytes { throw SheetError(.markupTooComplex) }
        try refill()
    }

    private mutating func refill() throws(SheetError) {
        try window.refill()
        try budget.stop(started)
        started = budget.start()
    }

    /// What stands at a `<`, and where it ends; nil if the window ends before.
    private mutating func element(at open: Int) throws(SheetError) -> (Int, Element?)? {
        let view = window.view
        if view.isSpecial(at: open) {
            guard let end = try view.specialEnd(at: open) else { return nil }
            return (end, nil)
        }
        if view[open + 1] == UInt8(ascii: "/") { return try closing(at: open).map { ($0, nil) } }
        let nameEnd = TagName(view, at: open + 1).end
        var scan = AttributeScan(view, from: nameEnd, most: limits.xmlAttributes)
        let attributes = try attributes(&scan)
        guard let isOpen = try scan.isOpen() else { return nil }
        let name = localName(from: open + 1, to: nameEnd)
        guard !name.isEmpty else { throw SheetError(.damaged) }
        let element = Element(name: name, path: path, attributes: attributes)
        try enter(name, isOpen: isOpen)
        return (scan.position, element)
    }

    private mutating func enter(_ name: String, isOpen: Bool) throws(SheetError) {
        elements += 1
        if isOpen { path.append(name) }
        if elements > limits.xmlElements {
            throw SheetError(.markupTooComplex, limit: limits.xmlElements)
        }
        if path.count > limits.xmlDepth {
            throw SheetError(.markupTooComplex, limit: limits.xmlDepth)
        }
    }

    private mutating func closing(at open: Int) throws(SheetError) -> Int? {
        let view = window.view
        guard let end = view.tagEnd(from: open) else { return nil }
        let name = localName(from: open + 2, to: TagName(view, at: open + 2).end)
        guard path.popLast() == name else { throw SheetError(.damaged) }
        return end
    }

    private func attributes(_ scan: inout AttributeScan) throws(SheetError) -> [String: String] {
        let view = window.view
        var attributes: [String: String] = [:]
        while let attribute = scan.next() {
            var value = ByteStore(capacity: 64)
            try value.appendDecoded(view, from: attribute.start, to: attribute.end, escapes: false)
            let name = view.string(from: attribute.nameStart, to: attribute.nameEnd)
            attributes[name] = value.view.string(from: 0, to: value.count)
        }
        return attributes
    }

    private func localName(from start: Int, to end: Int) -> String {
        let name = window.view.string(from: start, to: min(end, window.view.count))
        return name.split(separator: ":").last.map(String.init) ?? ""
    }
}
