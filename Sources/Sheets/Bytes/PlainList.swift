#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#else
    import Darwin
#endif

/// A growable list of plain values that is never copied: no reference counts in hot loops, and its bounds always checked.
struct PlainList<Element: BitwiseCopyable>: ~Copyable {
    private var base: UnsafeMutablePointer<Element>
    private var capacity: Int
    private(set) var count = 0

    init(capacity: Int = 16) {
        self.capacity = max(1, capacity)
        base = Self.resized(nil, to: self.capacity)
    }

    deinit { free(base) }

    @inline(__always) subscript(index: Int) -> Element {
        get {
            precondition(index >= 0 && index < count)
            return base[index]
        }
        set {
            precondition(index >= 0 && index < count)
            base[index] = newValue
        }
    }

    @inline(__always) mutating func append(_ element: Element) {
        if count == capacity { grow() }
        base[count] = element
        count &+= 1
    }

    mutating func append(repeating element: Element, count wanted: Int) {
        for _ in 0..<wanted { append(element) }
    }

    @inline(__always) mutating func removeAll() { count = 0 }

    mutating func removeLast(_ dropped: Int) {
        precondition(dropped >= 0 && dropped <= count)
        count -= dropped
    }

    @inline(never) private mutating func grow() {
        capacity *= 2
        base = Self.resized(base, to: capacity)
    }

    /// The system moves large blocks by their pages, without a copy.
    private static func resized(
        _ base: UnsafeMutablePointer<Element>?, to capacity: Int
    ) -> UnsafeMutablePointer<Element> {
        guard let block = realloc(base, capacity * MemoryLayout<Element>.stride) else {
            fatalError("out of memory")
        }
        return block.assumingMemoryBound(to: Element.self)
    }
}
