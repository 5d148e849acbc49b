#if canImport(Glibc)
    import Glibc

    /// A few pieces of inflated bytes on their way from one thread to another.
    final class InflateRing: @unchecked Sendable {
        struct Piece {
            /// Nil if there was an error; empty at the end.
            var bytes: UnsafeBufferPointer<UInt8>?
            var error: SheetError?
            var compressed = 0
            var seconds = 0.0
            var fraction = 1.0
        }

        private let inflater: Inflater
        private let lock: UnsafeMutablePointer<pthread_mutex_t> = .allocate(capacity: 1)
        private let change: UnsafeMutablePointer<pthread_cond_t> = .allocate(capacity: 1)
        private let rooms: [UnsafeMutableBufferPointer<UInt8>]
        private var pieces: [Piece] = []
        private var made = 0
        private var used = 0
        private var isCancelled = false

        private static let count = 3

        init(_ inflater: Inflater) {
            self.inflater = inflater
            rooms = (0..<Self.count).map { _ in .allocate(capacity: Window.piece) }
            pthread_mutex_init(lock, nil)
            pthread_cond_init(change, nil)
        }

        deinit {
            rooms.forEach { $0.deallocate() }
            pthread_mutex_destroy(lock)
            pthread_cond_destroy(change)
            lock.deallocate()
            change.deallocate()
        }

        /// Makes pieces until the end, an error, or nobody wants them any more.
        func run() {
            while hasRoom() {
                let piece = make(in: rooms[made % Self.count])
                pthread_mutex_lock(lock)
                pieces.append(piece)
                made += 1
                pthread_cond_broadcast(change)
                pthread_mutex_unlock(lock)
                if piece.bytes?.isEmpty ?? true { return }
            }
        }

        /// The oldest piece; the last one stays for ever.
        func next() -> Piece {
            pthread_mutex_lock(lock)
            defer { pthread_mutex_unlock(lock) }
            while pieces.isEmpty { pthread_cond_wait(change, lock) }
            return pieces[0]
        }

        func giveBack() {
            pthread_mutex_lock(lock)
            pieces.removeFirst()
            used += 1
            pthread_cond_broadcast(change)
            pthread_mutex_unlock(lock)
        }

        func cancel() {
            pthread_mutex_lock(lock)
            isCancelled = true
            pthread_cond_broadcast(change)
            pthread_mutex_unlock(lock)
        }

        private func hasRoom() -> Bool {
            pthread_mutex_lock(lock)
            defer { pthread_mutex_unlock(lock) }
            while made - used == Self.count && !isCancelled { pthread_cond_wait(change, lock) }
            return !isCancelled
        }

        private func make(in room: UnsafeMutableBufferPointer<UInt8>) -> Piece {
            let start = FileBytes.threadSeconds()
            var piece = Piece()
            do throws(SheetError) {
                let (count, compressed) = try inflater.produce(into: room)
                piece.bytes = UnsafeBufferPointer(rebasing: room[..<count])
                piece.compressed = compressed
            } catch {
                piece.error = error
            }
            piece.fraction = inflater.fractionRead
            piece.seconds = FileBytes.threadSeconds() - start
            return piece
        }
    }
#endif
