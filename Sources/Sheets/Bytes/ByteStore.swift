import CScan

#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#else
    import Darwin
#endif

// Raw pointers of the scanners stay in this file and in `ByteView`: whatever goes through them is
// checked against the bounds first, so that a wrong offset stops and never reads foreign memory.

/// A growable block of bytes. It ends in a `<`, which stops searches, and a margin of zeros to read over.
struct ByteStore: ~Copyable {
    static let margin = 64

    private var base: UnsafeMutablePointer<UInt8>
    private var capacity: Int
    private(set) var count = 0

    init(capacity: Int = 4_096) {
        self.capacity = capacity
        base = Self.resized(nil, to: capacity)
        seal()
    }

    deinit { free(base) }

    /// The bytes as they are now; it must not be used after the store has changed.
    var view: ByteView { ByteView(base: UnsafePointer(base), count: count) }

    mutating func removeAll() { count = 0 }

    mutating func removeLast(keeping kept: Int) {
        precondition(kept >= 0 && kept <= count)
        count = kept
    }

    /// Drops the first bytes and moves the rest to the front.
    mutating func removeFirst(_ dropped: Int) {
        precondition(dropped >= 0 && dropped <= count)
        base.update(from: base + dropped, count: count - dropped)
        count -= dropped
        seal()
    }

    @inline(__always) mutating func append(_ byte: UInt8) {
        if count == capacity { grow(1) }
        base[count] = byte
        count &+= 1
    }

    /// Appends four bytes, the lowest first.
    @inline(__always) mutating func append(fourBytes word: UInt32) {
        if 4 > capacity &- count { grow(4) }
        UnsafeMutableRawPointer(base + count)
            .storeBytes(of: word.littleEndian, as: UInt32.self)
        count &+= 4
    }

    mutating func append(_ scalar: Unicode.Scalar) {
        if scalar.value >= 0x80 && scalar.value < 0x800 {
            append(UInt8(truncatingIfNeeded: 0xC0 | scalar.value >> 6))
            append(UInt8(truncatingIfNeeded: 0x80 | scalar.value & 0x3F))
        } else {
            for byte in UTF8.encode(scalar)! { append(byte) }
        }
    }

    mutating func append(_ text: String) {
        for byte in text.utf8 { append(byte) }
    }

    /// Appends bytes of another store.
    @inline(__always) mutating func append(_ source: ByteView, from start: Int, count length: Int) {
        precondition(UnsafePointer(base) != source.base)
        if length > capacity &- count { grow(length) }
        source.copy(from: start, count: length, to: base + count)
        count &+= length
    }

    /// Lets `produce` write up to `room` bytes behind the last one; it returns how many it wrote.
    mutating func fill<Failure: Error>(
        room: Int, _ produce: (UnsafeMutableBufferPointer<UInt8>) throws(Failure) -> Int
    ) throws(Failure) -> Int {
        if room > capacity - count { grow(room) }
        let written = try produce(UnsafeMutableBufferPointer(start: base + count, count: room))
        precondition(written >= 0 && written <= room)
        count += written
        seal()
        return written
    }

    /// Ends the bytes with the `<` and the margin.
    mutating func seal() {
        base[count] = UInt8(ascii: "<")
        (base + count + 1).update(repeating: 0, count: Self.margin - 1)
    }

    @inline(never) private mutating func grow(_ room: Int) {
        let wanted = max(capacity * 2, count + room)
        base = Self.resized(base, to: wanted)
        capacity = wanted
        seal()
    }

    /// The system moves large blocks by their pages, without a copy.
    private static func resized(
        _ base: UnsafeMutablePointer<UInt8>?, to capacity: Int
    ) -> UnsafeMutablePointer<UInt8> {
        guard let block = realloc(base, capacity + margin) else { fatalError("out of memory") }
        return block.assumingMemoryBound(to: UInt8.self)
    }
}
