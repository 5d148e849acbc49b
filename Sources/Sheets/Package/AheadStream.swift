#if canImport(Glibc)
    import Glibc

    /// The bytes of an entry, inflated on a thread of their own a few pieces ahead of whoever scans them.
    ///
    /// The ring is guarded by its lock: the thread writes a piece that nobody reads, and reading takes one that is whole.
    final class AheadStream: ByteStream {
        /// Below this many compressed bytes a thread costs more than it saves.
        static let leastBytes = 256 << 10

        private let ring: InflateRing
        private let budget: Budget
        private let part: String
        private var thread: pthread_t?
        private var taken = 0

        init(_ inflater: Inflater, part: String, budget: Budget) throws(SheetError) {
            ring = InflateRing(inflater)
            self.part = part
            self.budget = budget
            var started = pthread_t()
            let result = pthread_create(
                &started, nil,
                { ring in
                    Unmanaged<InflateRing>.fromOpaque(ring!).takeRetainedValue().run()
                    return nil
                }, Unmanaged.passRetained(ring).toOpaque())
            if result != 0 {
                Unmanaged.passUnretained(ring).release()
                throw SheetError(.unreadable)
            }
            thread = started
        }

        deinit {
            ring.cancel()
            if let thread { pthread_join(thread, nil) }
        }

        private(set) var fractionRead = 0.0

        func read(into buffer: UnsafeMutableBufferPointer<UInt8>) throws(SheetError) -> Int {
            let piece = ring.next()
            guard let bytes = piece.bytes else { throw piece.error ?? SheetError(.unreadable) }
            let count = min(bytes.count - taken, buffer.count)
            buffer.baseAddress?.update(from: bytes.baseAddress! + taken, count: count)
            taken += count
            if taken < bytes.count || bytes.isEmpty { return count }
            taken = 0
            fractionRead = piece.fraction
            let cost = (inflated: bytes.count, compressed: piece.compressed, seconds: piece.seconds)
            ring.giveBack()
            try budget.charge(inflated: cost.inflated, from: cost.compressed, part: part)
            try budget.add(cost.seconds)
            return count
        }
    }
#endif
