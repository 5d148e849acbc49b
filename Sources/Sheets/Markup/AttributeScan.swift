/// An attribute's name and value, as offsets of a view.
struct Attribute {
    let nameStart: Int
    let nameEnd: Int
    let start: Int
    let end: Int
}

/// Steps through the attributes of an opening tag.
struct AttributeScan {
    enum End {
        /// The tag ended: `<a>`.
        case open
        /// The tag ended and closed itself: `<a/>`.
        case empty
        /// The view ends before the tag.
        case cut
        case malformed
        case tooMany
    }

    private let view: ByteView
    private let most: Int
    private var seen = 0
    /// After the last attribute: behind the tag.
    private(set) var position: Int
    private(set) var end = End.cut

    /// - Parameter start: Behind the tag's name.
    @inline(__always) init(_ view: ByteView, from start: Int, most: Int) {
        self.view = view
        self.most = most
        position = start
    }

    @inline(__always) mutating func next() -> Attribute? {
        var isEmpty = false
        while position < view.count {
            let byte = view[position]
            if byte == UInt8(ascii: ">") {
                return finish(isEmpty ? .empty : .open, at: position + 1)
            }
            if byte == UInt8(ascii: "/") {
                isEmpty = true
            } else if byte > 0x20 {
                return isEmpty ? finish(.malformed, at: position) : attribute()
            }
            position += 1
        }
        return nil
    }

    /// - Throws: `damaged` or `markupTooComplex`.
    /// - Returns: Whether the tag has contents; nil when the view ends before the tag.
    func isOpen() throws(SheetError) -> Bool? {
        switch end {
        case .open: true
        case .empty: false
        case .cut: nil
        case .malformed: throw SheetError(.damaged)
        case .tooMany: throw SheetError(.markupTooComplex, limit: most)
        }
    }

    private mutating func attribute() -> Attribute? {
        seen += 1
        if seen > most { return finish(.tooMany, at: position) }
        let name = position
        while position < view.count, isNamePart(view[position]) { position += 1 }
        let nameEnd = position
        skipSpace()
        guard position < view.count else { return nil }
        guard view[position] == UInt8(ascii: "="), nameEnd > name else {
            return finish(.malformed, at: position)
        }
        position += 1
        skipSpace()
        guard position < view.count else { return nil }
        let quote = view[position]
        guard quote == UInt8(ascii: "\"") || quote == UInt8(ascii: "'") else {
            return finish(.malformed, at: position)
        }
        let start = position + 1
        position = start
        while position < view.count, view[position] != quote { position += 1 }
        guard position < view.count else { return nil }
        position += 1
        return Attribute(nameStart: name, nameEnd: nameEnd, start: start, end: position - 1)
    }

    private func isNamePart(_ byte: UInt8) -> Bool {
        switch byte {
        case ...0x20, UInt8(ascii: "="), UInt8(ascii: ">"), UInt8(ascii: "<"), UInt8(ascii: "/"):
            false
        default: true
        }
    }

    private mutating func skipSpace() {
        while position < view.count, view[position] <= 0x20 { position += 1 }
    }

    private mutating func finish(_ end: End, at offset: Int) -> Attribute? {
        self.end = end
        position = offset
        return nil
    }
}
