/// Turns a stream of another encoding into UTF-8, piece by piece.
final class DecodedStream: ByteStream {
    private let base: any ByteStream
    private let encoding: TextEncoding
    private var raw: ByteStore
    private var text = ByteStore()

    /// - Parameter prefix: Bytes already taken from the stream, without the byte order mark.
    init(_ base: any ByteStream, encoding: TextEncoding, prefix: consuming ByteStore) {
        self.base = base
        self.encoding = encoding
        raw = prefix
    }

    var fractionRead: Double { base.fractionRead }

    func read(into buffer: UnsafeMutableBufferPointer<UInt8>) throws(SheetError) -> Int {
        while text.count == 0 {
            let base = base
            let count = try raw.fill(room: 64 << 10) { (raw) throws(SheetError) in
                try base.read(into: raw)
            }
            try decode(isLast: count == 0)
            if count == 0 && text.count == 0 { return 0 }
        }
        let count = text.view.copy(into: buffer)
        text.removeFirst(count)
        return count
    }

    private func decode(isLast: Bool) throws(SheetError) {
        let view = raw.view
        let used =
            switch encoding {
            case .utf8: preconditionFailure("UTF-8 needs no decoding")
            case .windows1252: try Self.decodeWindows1252(view, into: &text)
            case .utf16LittleEndian:
                try Self.decodeUTF16(view, low: 0, isLast: isLast, into: &text)
            case .utf16BigEndian:
                try Self.decodeUTF16(view, low: 1, isLast: isLast, into: &text)
            }
        raw.removeFirst(used)
    }

    // The text is passed on as one value: a class's property is checked for exclusive access at each use.

    private static func decodeWindows1252(
        _ view: ByteView, into text: inout ByteStore
    ) throws(SheetError) -> Int {
        var offset = 0
        while offset < view.count {
            let plain = view.asciiEnd(from: offset)
            text.append(view, from: offset, count: plain - offset)
            guard plain < view.count else { break }
            let byte = view[plain]
            offset = plain + 1
            let upper =
                byte < 0xA0 ? TextEncoding.windows1252Upper[Int(byte) - 0x80] : UInt16(byte)
            guard upper != 0, let scalar = Unicode.Scalar(upper) else {
                throw SheetError(.unknownEncoding)
            }
            text.append(scalar)
        }
        return view.count
    }

    /// Decodes whole characters. `low` is the place of a unit's low byte.
    private static func decodeUTF16(
        _ view: ByteView, low: Int, isLast: Bool, into text: inout ByteStore
    ) throws(SheetError) -> Int {
        var offset = 0
        func unit(_ offset: Int) -> UInt32 {
            UInt32(view[offset + low]) | UInt32(view[offset + 1 - low]) << 8
        }
        while offset + 2 <= view.count {
            if offset + 8 <= view.count, let four = fourASCII(view.word64(offset), low: low) {
                text.append(fourBytes: four)
                offset += 8
                continue
            }
            var value = unit(offset)
            var width = 2
            if value & 0xFC00 == 0xD800 {
                if offset + 4 > view.count { break }
                let second = unit(offset + 2)
                guard second & 0xFC00 == 0xDC00 else { throw SheetError(.damaged) }
                value = 0x10000 + ((value & 0x3FF) << 10 | second & 0x3FF)
                width = 4
            }
            guard let scalar = Unicode.Scalar(value) else { throw SheetError(.damaged) }
            if value < 0x80 { text.append(UInt8(value)) } else { text.append(scalar) }
            offset += width
        }
        if isLast && offset < view.count { throw SheetError(.damaged) }
        return offset
    }

    /// Four units of UTF-16 as four bytes, the first one lowest; nil unless all are ASCII.
    @inline(__always) private static func fourASCII(_ units: UInt64, low: Int) -> UInt32? {
        var units = low == 0 ? units : units.byteSwappedPairs
        guard units & 0xFF80_FF80_FF80_FF80 == 0 else { return nil }
        units = (units | units >> 8) & 0x0000_FFFF_0000_FFFF
        return UInt32(truncatingIfNeeded: units | units >> 16)
    }
}

extension UInt64 {
    fileprivate var byteSwappedPairs: UInt64 {
        (self & 0x00FF_00FF_00FF_00FF) << 8 | (self >> 8) & 0x00FF_00FF_00FF_00FF
    }
}

extension ByteView {
    /// The first byte from an offset on that is not ASCII, or `count`.
    fileprivate func asciiEnd(from start: Int) -> Int {
        var offset = start
        while offset + 8 <= count, word64(offset) & 0x8080_8080_8080_8080 == 0 { offset += 8 }
        while offset < count, self[offset] < 0x80 { offset += 1 }
        return offset
    }
}
