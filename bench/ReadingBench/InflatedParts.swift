import CDeflate
import CIsal
import Glibc

/// The floor under every reader: the parts with rows and strings inflated in pieces, and summed; nothing is read.
///
/// It trusts its file, which the bench has made.
struct InflatedParts {
    private struct Part {
        let header: Int
        let compressed: Int
        let checksum: UInt32
    }

    private static let piece = 64 << 10

    private let file: Int32
    private let parts: [Part]

    init(of path: String) {
        file = open(path, O_RDONLY)
        let size = Int(lseek(file, 0, SEEK_END))
        let end = Self.bytes(of: file, at: size - 22, count: 22)
        precondition(Self.number(end, 0, 4) == 0x0605_4b50, "\(path) is no plain zip archive")
        let directory = Self.bytes(
            of: file, at: Self.number(end, 16, 4), count: Self.number(end, 12, 4))
        parts = Self.parts(in: directory, count: Self.number(end, 10, 2))
    }

    func sum() -> String {
        var inflated = 0
        for part in parts { inflated += Self.inflate(part, of: file) }
        return "\(inflated)"
    }

    private static func parts(in directory: [UInt8], count: Int) -> [Part] {
        var parts: [Part] = []
        var offset = 0
        for _ in 0..<count {
            let nameEnd = offset + 46 + number(directory, offset + 28, 2)
            let name = String(decoding: directory[offset + 46..<nameEnd], as: UTF8.self)
            if ["sheet1.xml", "sharedStrings.xml", "content.xml"].contains(where: name.hasSuffix) {
                parts.append(
                    Part(
                        header: number(directory, offset + 42, 4),
                        compressed: number(directory, offset + 20, 4),
                        checksum: UInt32(number(directory, offset + 16, 4))))
            }
            offset = nameEnd + number(directory, offset + 30, 2) + number(directory, offset + 32, 2)
        }
        return parts
    }

    private static func inflate(_ part: Part, of file: Int32) -> Int {
        let local = bytes(of: file, at: part.header, count: 30)
        var position = part.header + 30 + number(local, 26, 2) + number(local, 28, 2)
        let end = position + part.compressed
        let input = UnsafeMutablePointer<UInt8>.allocate(capacity: piece)
        let output = UnsafeMutablePointer<UInt8>.allocate(capacity: piece)
        let state = UnsafeMutablePointer<inflate_state>.allocate(capacity: 1)
        defer {
            input.deallocate()
            output.deallocate()
            state.deallocate()
        }
        isal_inflate_init(state)
        var (checksum, total) = (UInt32(0), 0)
        repeat {
            if state.pointee.avail_in == 0 {
                let count = pread(file, input, min(piece, end - position), off_t(position))
                precondition(count >= 0, "The file can't be read.")
                position += count
                state.pointee.next_in = input
                state.pointee.avail_in = UInt32(count)
            }
            state.pointee.next_out = output
            state.pointee.avail_out = UInt32(piece)
            precondition(isal_inflate(state) == ISAL_DECOMP_OK, "A part is damaged.")
            let count = piece - Int(state.pointee.avail_out)
            checksum = libdeflate_crc32(checksum, output, count)
            total += count
        } while state.pointee.block_state != ISAL_BLOCK_FINISH
        precondition(checksum == part.checksum, "A part is damaged.")
        return total
    }

    private static func bytes(of file: Int32, at offset: Int, count: Int) -> [UInt8] {
        [UInt8](unsafeUninitializedCapacity: count) { room, filled in
            filled = max(0, pread(file, room.baseAddress, count, off_t(offset)))
        }
    }

    private static func number(_ bytes: [UInt8], _ offset: Int, _ count: Int) -> Int {
        (0..<count).reduce(0) { $0 | Int(bytes[offset + $1]) << (8 * $1) }
    }
}
