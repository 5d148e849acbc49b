import CScan

#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#else
    import Darwin
#endif

/// Bytes of a `ByteStore`, seen by offset. Offsets up to `ByteStore.margin` past the end may be read.
struct ByteView {
    let base: UnsafePointer<UInt8>
    let count: Int

    @inline(__always) subscript(offset: Int) -> UInt8 {
        check(offset, 1)
        return base[offset]
    }

    @inline(__always) func word64(_ offset: Int) -> UInt64 {
        check(offset, 8)
        return scan_load64(base + offset)
    }

    @inline(__always) func word32(_ offset: Int) -> UInt32 {
        check(offset, 4)
        return scan_load32(base + offset)
    }

    /// The next `<` from an offset, or `count`; `isOdd` tells whether the text before it needs decoding.
    @inline(__always) func textEnd(from offset: Int, isOdd: inout Bool) -> Int {
        precondition(offset >= 0 && offset <= count)
        var odd: Int32 = 0
        let end = scan_text_end(base + offset, &odd)
        isOdd = odd != 0
        return end - base
    }

    /// The next separator, quote or line end of a text file from an offset, or `count`.
    @inline(__always) func separator(from offset: Int, delimiter: UInt8) -> Int {
        precondition(offset >= 0 && offset <= count)
        return scan_separator(base + offset, base + count, delimiter) - base
    }

    @inline(__always) func hasHigh(from start: Int, to end: Int) -> Bool {
        precondition(start >= 0 && start <= end && end <= count)
        return scan_any_high(base + start, end - start) != 0
    }

    @inline(__always) func prefetch(_ offset: Int) {
        if offset < count { scan_prefetch(base + offset) }
    }

    /// Whether these bytes, and not none, stand at an offset.
    @inline(__always) func has(_ bytes: [UInt8], at offset: Int) -> Bool {
        guard offset >= 0, !bytes.isEmpty, bytes.count <= count &- offset else { return false }
        return bytes.withUnsafeBufferPointer {
            memcmp($0.baseAddress!, base + offset, bytes.count) == 0
        }
    }

    /// Copies bytes out. Short texts are copied as one block of 32, over what lies behind them.
    @inline(__always) func copy(
        from start: Int, count length: Int, to target: UnsafeMutablePointer<UInt8>
    ) {
        precondition(start >= 0 && length >= 0 && length <= count &- start)
        if length <= 32 {
            scan_copy32(target, base + start)
        } else {
            target.update(from: base + start, count: length)
        }
    }

    /// Copies as many of the first bytes as the buffer holds; returns how many.
    func copy(into buffer: UnsafeMutableBufferPointer<UInt8>) -> Int {
        let length = min(count, buffer.count)
        buffer.baseAddress?.update(from: base, count: length)
        return length
    }

    func append(from start: Int, count length: Int, to bytes: inout [UInt8]) {
        precondition(start >= 0 && length >= 0 && length <= count - start)
        bytes.append(contentsOf: UnsafeBufferPointer(start: base + start, count: length))
    }

    func withSpan<Result, Failure: Error>(
        from start: Int, count length: Int, _ body: (Span<UInt8>) throws(Failure) -> Result
    ) throws(Failure) -> Result {
        precondition(start >= 0 && length >= 0 && length <= count - start)
        return try body(UnsafeBufferPointer(start: base + start, count: length).span)
    }

    func string(from start: Int, to end: Int) -> String {
        precondition(start >= 0 && start <= end && end <= count)
        return String(
            decoding: UnsafeBufferPointer(start: base + start, count: end - start), as: UTF8.self)
    }

    @inline(__always) private func check(_ offset: Int, _ width: Int) {
        // Unsigned, so that a negative offset is a far too large one.
        precondition(
            UInt(bitPattern: offset) <= UInt(bitPattern: count &+ ByteStore.margin &- width))
    }
}
