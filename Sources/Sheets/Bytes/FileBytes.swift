#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#else
    import Darwin
#endif

/// The bytes of a source, read in pieces from any offset.
final class FileBytes {
    private enum Origin {
        case memory([UInt8])
        /// Read with pread and never mapped: a file that another process cuts short must not stop this one.
        case descriptor(Int32)
    }

    private let origin: Origin
    let count: Int

    init(_ source: Source, limits: Limits) throws(SheetError) {
        switch source.storage {
        case .bytes(let bytes):
            origin = .memory(bytes)
            count = bytes.count
        case .file(let path):
            let descriptor = open(path, O_RDONLY | O_CLOEXEC)
            guard descriptor >= 0 else { throw SheetError(.unreadable) }
            origin = .descriptor(descriptor)
            count = Int(lseek(descriptor, 0, SEEK_END))
        }
        if count < 0 { throw SheetError(.unreadable) }
        if count == 0 { throw SheetError(.empty) }
        if count > limits.fileBytes { throw SheetError(.tooLarge, limit: limits.fileBytes) }
    }

    deinit {
        if case .descriptor(let descriptor) = origin { close(descriptor) }
    }

    /// Fills the buffer as far as the source reaches; returns how many bytes.
    func read(at offset: Int, into buffer: UnsafeMutableBufferPointer<UInt8>) throws(SheetError)
        -> Int
    {
        guard offset >= 0, offset < count, let start = buffer.baseAddress else { return 0 }
        let wanted = min(buffer.count, count - offset)
        switch origin {
        case .memory(let bytes):
            bytes.withUnsafeBufferPointer {
                start.update(from: $0.baseAddress! + offset, count: wanted)
            }
            return wanted
        case .descriptor(let descriptor):
            var done = 0
            while done < wanted {
                let got = pread(descriptor, start + done, wanted - done, off_t(offset + done))
                if got < 0 && errno == EINTR { continue }
                if got <= 0 { throw SheetError(.unreadable) }
                done += got
            }
            return done
        }
    }

    /// A piece of the source; shorter if the source ends before.
    func bytes(at offset: Int, count wanted: Int) throws(SheetError) -> ByteStore {
        var piece = ByteStore(capacity: wanted)
        _ = try piece.fill(room: wanted) { (buffer) throws(SheetError) in
            try read(at: offset, into: buffer)
        }
        return piece
    }

    /// Seconds of processor time that this thread has used.
    static func threadSeconds() -> Double {
        var time = timespec()
        clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time)
        return Double(time.tv_sec) + Double(time.tv_nsec) * 1e-9
    }
}
