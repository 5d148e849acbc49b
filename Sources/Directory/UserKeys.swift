/// What is made of a user's texts to show, list and find the user, as UTF-8: an import makes it of a hundred thousand,
/// and these bytes are the same ones again for each. `User.displayName`, `SortKey` and `SearchKey` say what it is.
package struct UserKeys: Sendable {
    package private(set) var displayName: [UInt8] = []
    package private(set) var sortKey: [UInt8] = []
    package private(set) var searchKey: [UInt8] = []
    /// Where the pieces of `searchKey` stand.
    private var pieces: [Range<Int>] = []
    /// The display name, folded: most pieces of `searchKey` are that again.
    private var foldedName: [UInt8] = []

    package init() {}

    /// - Parameter texts: First name, last name, name, address and its key, one behind the other.
    /// - Parameter ends: Where each of the five ends.
    package mutating func make(of texts: Span<UInt8>, _ ends: Span<Int>) {
        let firstName = texts.extracting(0..<ends[0])
        let lastName = texts.extracting(ends[0]..<ends[1])
        let name = texts.extracting(ends[1]..<ends[2])
        let nothing = texts.extracting(0..<0)
        show(firstName, lastName, name)
        makeSortKey()
        searchKey.removeAll(keepingCapacity: true)
        pieces.removeAll(keepingCapacity: true)
        add(name, nothing)
        add(firstName, lastName)
        add(texts.extracting(ends[2]..<ends[3]), nothing)
        add(texts.extracting(ends[3]..<ends[4]), nothing)
    }

    private mutating func show(
        _ firstName: Span<UInt8>, _ lastName: Span<UInt8>, _ name: Span<UInt8>
    ) {
        displayName.removeAll(keepingCapacity: true)
        if name.isEmpty {
            displayName.append(firstName, lastName)
        } else {
            displayName.append(name)
        }
    }

    private mutating func makeSortKey() {
        let name = displayName
        foldedName.removeAll(keepingCapacity: true)
        let isLatin = FoldedText.fold(name.span, onto: &foldedName, from: 0)
        if !isLatin { foldedName = Self.folded(name) }
        sortKey.removeAll(keepingCapacity: true)
        sortKey.append(contentsOf: foldedName)
        if isLatin, addAccents(of: name), sortKey.count <= SortKey.mostBytes { return }
        let key = SortKey(of: Self.text(name), folded: Self.text(foldedName))
        sortKey = Array(key.value.utf8)
    }

    /// Adds the spelling with accents, if it has some. False if that needs the long way.
    private mutating func addAccents(of name: [UInt8]) -> Bool {
        if name.allSatisfy({ $0 < 0x80 }) { return true }
        let plain = sortKey.count
        sortKey.append(0x01)
        guard UnicodeText.lower(name.span, onto: &sortKey) else { return false }
        if sortKey[..<plain] == sortKey[(plain + 1)...] {
            sortKey.removeLast(sortKey.count - plain)
        }
        return true
    }

    /// Adds two texts with a blank between them to the search key, unless they are there already.
    private mutating func add(_ one: Span<UInt8>, _ other: Span<UInt8>) {
        let end = searchKey.count
        if end > 0 { searchKey.append(0x0A) }
        let start = searchKey.count
        if displayName.isMade(of: one, other) {
            searchKey.append(contentsOf: foldedName)
        } else {
            fold(one, other)
        }
        if isKnown(from: start) {
            searchKey.removeLast(searchKey.count - end)
        } else {
            pieces.append(start..<searchKey.count)
        }
    }

    private mutating func fold(_ one: Span<UInt8>, _ other: Span<UInt8>) {
        let start = searchKey.count
        let isLatin =
            FoldedText.fold(one, onto: &searchKey, from: start)
            && FoldedText.fold(other, onto: &searchKey, from: start)
        guard !isLatin else { return }
        searchKey.removeLast(searchKey.count - start)
        var both: [UInt8] = []
        both.append(one, other)
        searchKey.append(contentsOf: Self.folded(both))
    }

    private func isKnown(from start: Int) -> Bool {
        let piece = searchKey[start...]
        return piece.isEmpty || pieces.contains { searchKey[$0] == piece }
    }

    private static func folded(_ text: [UInt8]) -> [UInt8] {
        Array(FoldedText(of: Self.text(text)).value.utf8)
    }

    private static func text(_ bytes: [UInt8]) -> String {
        String(decoding: bytes, as: UTF8.self)
    }
}

extension [UInt8] {
    fileprivate mutating func append(_ bytes: Span<UInt8>) {
        bytes.withUnsafeBufferPointer { append(contentsOf: $0) }
    }

    /// With a blank between the two, if there are two.
    fileprivate mutating func append(_ one: Span<UInt8>, _ other: Span<UInt8>) {
        append(one)
        if !one.isEmpty, !other.isEmpty { append(0x20) }
        append(other)
    }

    fileprivate func isMade(of one: Span<UInt8>, _ other: Span<UInt8>) -> Bool {
        let gap = one.isEmpty || other.isEmpty ? 0 : 1
        guard count == one.count + gap + other.count else { return false }
        return self[..<one.count].elementsEqual(one)
            && self[(count - other.count)...].elementsEqual(other)
            && (gap == 0 || self[one.count] == 0x20)
    }
}

extension Sequence<UInt8> {
    fileprivate func elementsEqual(_ bytes: Span<UInt8>) -> Bool {
        bytes.withUnsafeBufferPointer { elementsEqual($0) }
    }
}
