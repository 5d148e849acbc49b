import Mail

/// What the parser of replies promises for any bytes at all.
enum ReplyPromises {
    /// The promise that bytes break, in words; nil if all are kept.
    static func broken(by bytes: [UInt8]) -> String? {
        let whole = read(bytes, by: max(1, bytes.count))
        for step in [1, 7] {
            guard read(bytes, by: step) == whole else { return "it depends on how they arrive" }
        }
        for reply in whole.replies {
            guard (200...599).contains(reply.code) else { return "there is no such code" }
            guard !reply.lines.isEmpty, reply.lines.count <= 100 else { return "too many lines" }
            let words = reply.words.utf8
            guard words.allSatisfy({ $0 >= 0x20 && $0 != 0x7F }) else {
                return "its words are more than a line"
            }
        }
        return nil
    }

    private struct Read: Equatable {
        var replies: [SMTPReply] = []
        var isUnreadable = false
    }

    private static func read(_ bytes: [UInt8], by step: Int) -> Read {
        var parser = ReplyParser()
        var read = Read()
        for start in stride(from: 0, to: bytes.count, by: step) {
            parser.append(Array(bytes[start..<min(start + step, bytes.count)]))
            do throws(ReplyParser.Unreadable) {
                while let reply = try parser.next() { read.replies.append(reply) }
            } catch {
                read.isUnreadable = true
                return read
            }
        }
        return read
    }
}
