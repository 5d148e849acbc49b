import CDeflate
import CIsal

/// Reads the bytes of one entry of an archive: stored or deflated, in pieces, checksum verified at its end.
final class Inflater {
    private let entry: ZipEntry
    private let file: FileBytes
    private let budget: Budget
    private let state: UnsafeMutablePointer<inflate_state>
    private var input = ByteStore(capacity: Inflater.piece)
    private var position: Int
    private var produced = 0
    private var checksum: UInt32 = 0
    private(set) var isAtEnd = false

    private static let piece = 64 << 10

    init(_ entry: ZipEntry, of file: FileBytes, budget: Budget) throws(SheetError) {
        if entry.isEncrypted { throw SheetError(.passwordProtected, at: entry.name) }
        guard entry.method == 0 || entry.method == 8 else {
            throw SheetError(.damaged, at: entry.name)
        }
        self.entry = entry
        self.file = file
        self.budget = budget
        position = entry.start
        state = .allocate(capacity: 1)
        state.initialize(to: inflate_state())
        isal_inflate_init(state)
    }

    deinit { state.deallocate() }

    var fractionRead: Double {
        isAtEnd ? 1 : Double(position - entry.start - pending) / Double(max(1, entry.compressed))
    }

    /// Fills the buffer at least in part; 0 only at the end.
    func read(into buffer: UnsafeMutableBufferPointer<UInt8>) throws(SheetError) -> Int {
        let (count, compressed) = try produce(into: buffer)
        try budget.charge(inflated: count, from: compressed, part: entry.name)
        return count
    }

    /// What `read` does, without counting it against the limits: how many bytes came out, and from how many.
    func produce(
        into buffer: UnsafeMutableBufferPointer<UInt8>
    ) throws(SheetError) -> (count: Int, compressed: Int) {
        if isAtEnd || buffer.isEmpty { return (0, 0) }
        let before = position - pending
        let count = entry.method == 0 ? try copy(into: buffer) : try inflate(into: buffer)
        produced += count
        checksum = libdeflate_crc32(checksum, buffer.baseAddress, count)
        if produced > entry.size || isAtEnd && (produced < entry.size || checksum != entry.checksum)
        {
            throw SheetError(.damaged, at: entry.name)
        }
        return (count, position - pending - before)
    }

    private var pending: Int { entry.method == 0 ? 0 : Int(state.pointee.avail_in) }

    private func copy(into buffer: UnsafeMutableBufferPointer<UInt8>) throws(SheetError) -> Int {
        let wanted = min(buffer.count, entry.start + entry.compressed - position)
        let count = try file.read(at: position, into: .init(rebasing: buffer[..<wanted]))
        position += count
        isAtEnd = position == entry.start + entry.compressed
        if count == 0 && !isAtEnd { throw SheetError(.damaged, at: entry.name) }
        return count
    }

    private func inflate(into buffer: UnsafeMutableBufferPointer<UInt8>) throws(SheetError) -> Int {
        state.pointee.next_out = buffer.baseAddress
        state.pointee.avail_out = UInt32(buffer.count)
        while true {
            let available = state.pointee.avail_in
            if available == 0 { try refill() }
            let before = (state.pointee.avail_in, state.pointee.avail_out)
            guard isal_inflate(state) == ISAL_DECOMP_OK else {
                throw SheetError(.damaged, at: entry.name)
            }
            isAtEnd = state.pointee.block_state == ISAL_BLOCK_FINISH
            let written = buffer.count - Int(state.pointee.avail_out)
            if isAtEnd || state.pointee.avail_out == 0 { return written }
            // Success without progress is how the library says that the data end too early.
            if before == (state.pointee.avail_in, state.pointee.avail_out) {
                throw SheetError(.damaged, at: entry.name)
            }
        }
    }

    private func refill() throws(SheetError) {
        let wanted = min(Self.piece, entry.start + entry.compressed - position)
        input.removeAll()
        let file = file
        let offset = position
        let count = try input.fill(room: wanted) { (buffer) throws(SheetError) in
            try file.read(at: offset, into: buffer)
        }
        position += count
        state.pointee.next_in = UnsafeMutablePointer(mutating: input.view.base)
        state.pointee.avail_in = UInt32(count)
    }
}
