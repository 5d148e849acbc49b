import Foundation

/// A message as a reader of mail takes it apart (RFC 5322, 2045, 2047): written for the tests, and
/// knowing nothing of how it was made.
struct ReadMessage {
    struct Malformed: Error {}

    /// Names and unfolded values, in their order.
    private(set) var fields: [(name: String, value: String)] = []
    /// The parts of the body: content type and decoded text.
    private(set) var parts: [(type: String, text: String)] = []
    let lines: [String]

    init(_ bytes: [UInt8]) throws {
        let text = String(decoding: bytes, as: UTF8.self)
        let bare = text.replacing("\r\n", with: "").unicodeScalars
        guard !bare.contains("\r"), !bare.contains("\n"), !bare.contains("\0") else {
            throw Malformed()
        }
        lines = text.components(separatedBy: "\r\n")
        let (fields, body) = try Self.split(lines[...])
        self.fields = fields
        guard let boundary = self["Content-Type"].firstMatch(of: /boundary="(.*)"/)?.output.1 else {
            throw Malformed()
        }
        guard let end = body.firstIndex(of: "--\(boundary)--"),
            body[end...] == ["--\(boundary)--", ""]
        else { throw Malformed() }
        for part in body[..<end].split(separator: "--\(boundary)") {
            let (fields, body) = try Self.split(part)
            let type = fields.first { $0.name == "Content-Type" }?.value ?? ""
            parts.append((type, try Self.decoded(body)))
        }
    }

    subscript(name: String) -> String {
        fields.filter { $0.name == name }.map(\.value).joined(separator: " AND ")
    }

    private static func split(
        _ lines: ArraySlice<String>
    ) throws -> (fields: [(name: String, value: String)], body: ArraySlice<String>) {
        var fields: [(name: String, value: String)] = []
        guard let end = lines.firstIndex(of: "") else { throw Malformed() }
        for line in lines[..<end] {
            if line.hasPrefix(" "), var last = fields.popLast() {
                last.value += line
                fields.append(last)
            } else {
                guard let colon = line.firstIndex(of: ":") else { throw Malformed() }
                let value = line[line.index(after: colon)...].drop { $0 == " " }
                fields.append((String(line[..<colon]), String(value)))
            }
        }
        return (fields, lines[(end + 1)...])
    }

    /// Quoted-printable.
    private static func decoded(_ lines: ArraySlice<String>) throws -> String {
        var bytes: [UInt8] = []
        for line in lines {
            var rest = Array(line.utf8)[...]
            let isSoft = rest.last == UInt8(ascii: "=")
            if isSoft { rest.removeLast() }
            while let byte = rest.popFirst() {
                guard byte == UInt8(ascii: "=") else {
                    bytes.append(byte)
                    continue
                }
                guard let digits = String(bytes: rest.prefix(2), encoding: .ascii),
                    let value = UInt8(digits, radix: 16)
                else { throw Malformed() }
                bytes.append(value)
                rest = rest.dropFirst(2)
            }
            if !isSoft { bytes.append(0x0A) }
        }
        guard let text = String(bytes: bytes, encoding: .utf8) else { throw Malformed() }
        return text
    }
}

extension ReadMessage {
    /// The text of a field with its encoded words read; each must be UTF-8 by itself.
    static func words(_ value: String) throws -> String {
        var read = ""
        var wasEncoded = false
        for word in value.split(separator: " ") {
            let encoded = word.firstMatch(of: /^=\?UTF-8\?B\?([A-Za-z0-9+\/=]*)\?=$/)?.output.1
            if !read.isEmpty, encoded == nil || !wasEncoded { read += " " }
            wasEncoded = encoded != nil
            guard let encoded else {
                read += word
                continue
            }
            guard word.utf8.count <= 75, let bytes = Data(base64Encoded: String(encoded)),
                let text = String(bytes: bytes, encoding: .utf8)
            else { throw Malformed() }
            read += text
        }
        return read
    }
}
