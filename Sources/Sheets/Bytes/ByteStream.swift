/// Bytes that come one piece after the other: an entry of an archive, a file, or either decoded to UTF-8.
protocol ByteStream: AnyObject {
    /// Fills the buffer (of 64 bytes at least) in part or whole; 0 only at the end.
    func read(into buffer: UnsafeMutableBufferPointer<UInt8>) throws(SheetError) -> Int
    /// How much of the source has been read, from 0 to 1.
    var fractionRead: Double { get }
}

extension Inflater: ByteStream {}

/// A file from an offset to its end.
final class FileStream: ByteStream {
    private let file: FileBytes
    private var position: Int

    init(_ file: FileBytes, from offset: Int = 0) {
        self.file = file
        position = offset
    }

    func read(into buffer: UnsafeMutableBufferPointer<UInt8>) throws(SheetError) -> Int {
        let count = try file.read(at: position, into: buffer)
        position += count
        return count
    }

    var fractionRead: Double { Double(position) / Double(max(1, file.count)) }
}
