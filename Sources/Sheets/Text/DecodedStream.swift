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
            case .windows1252: try decodeWindows1252(view)
            case .utf16LittleEndian: try decodeUTF16(view, low: 0, isLast: isLast)
            case .utf16BigEndian: try decodeUTF16(view, low: 1, isLast: isLast)
            }
        raw.removeFirst(used)
    }

    private func decodeWindows1252(_ view: ByteView) throws(SheetError) -> Int {
        for offset in 0..<view.count {
            let byte = view[offset]
            if byte < 0x80 {
                text.append(byte)
                continue
            }
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
    private func decodeUTF16(_ view: ByteView, low: Int, isLast: Bool) throws(SheetError) -> Int {
        var offset = 0
        func unit(_ offset: Int) -> UInt32 {
            UInt32(view[offset + low]) | UInt32(view[offset + 1 - low]) << 8
        }
        while offset + 2 <= view.count {
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
}
