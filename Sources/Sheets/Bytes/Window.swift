/// The stretch of a stream that a scanner looks at. What lies before `position` is done with.
struct Window: ~Copyable {
    private let stream: any ByteStream
    private var bytes: ByteStore
    /// The first byte that hasn't been used.
    var position = 0
    /// Whether the stream's last byte is in the window.
    private(set) var isComplete = false

    static let piece = 256 << 10

    init(_ stream: any ByteStream) {
        self.stream = stream
        bytes = ByteStore(capacity: Self.piece + 4_096)
    }

    /// - Parameter head: Bytes already taken from the stream.
    init(_ stream: any ByteStream, head: consuming ByteStore) {
        self.stream = stream
        bytes = head
    }

    var view: ByteView { bytes.view }
    /// Bytes from `position` on.
    var unused: Int { bytes.count - position }
    var fractionRead: Double { stream.fractionRead }

    /// Forgets what is done with and reads on: twice as far when a scanner couldn't do with what there was.
    mutating func refill() throws(SheetError) {
        bytes.removeFirst(position)
        position = 0
        let stream = stream
        let room = max(Self.piece, bytes.count)
        let count = try bytes.fill(room: room) { (buffer) throws(SheetError) in
            try stream.read(into: buffer)
        }
        isComplete = count == 0
    }

    /// Reads to the end without looking, so that the stream's checksum is verified.
    mutating func drain() throws(SheetError) {
        while !isComplete {
            position = bytes.count
            try refill()
        }
    }
}
