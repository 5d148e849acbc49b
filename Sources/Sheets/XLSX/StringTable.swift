/// Strings by number, all in one block of bytes.
struct StringTable: ~Copyable {
    /// Of each string its offset and, in the bits above that, its length.
    private var entries = PlainList<UInt64>()
    private var text = ByteStore(capacity: 4_096)

    private static let offsetBits = 40

    var count: Int { entries.count }
    /// The bytes of all strings, and of one that is being added.
    var view: ByteView { text.view }

    @inline(__always) subscript(index: Int) -> (start: Int, count: Int) {
        let entry = entries[index]
        return (Int(entry & (1 << Self.offsetBits - 1)), Int(entry >> Self.offsetBits))
    }

    /// Lets `write` append the text of a string, without adding it yet.
    @inline(__always) mutating func write<Result>(
        _ write: (inout ByteStore) throws(SheetError) -> Result
    ) throws(SheetError) -> Result {
        try write(&text)
    }

    @inline(__always) mutating func append(_ source: ByteView, from start: Int, count: Int) {
        text.append(source, from: start, count: count)
    }

    mutating func dropText(from offset: Int) { text.removeLast(keeping: offset) }

    /// Adds the string that was written from an offset on.
    @inline(__always) mutating func add(from offset: Int) {
        entries.append(UInt64(offset) | UInt64(text.count - offset) << Self.offsetBits)
    }
}
