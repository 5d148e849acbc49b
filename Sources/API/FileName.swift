import Gate

/// The name of an uploaded file in `Content-Disposition` (RFC 6266, RFC 8187). It is only shown.
package struct FileName {
    /// At most 200 characters, without folders and control characters.
    package let text: String

    /// - Parameter header: `Content-Disposition`.
    init(_ header: String) {
        let parameters = header.split(separator: ";").map { $0.drop { $0 == " " } }
        let extended = parameters.compactMap { Self.value(of: "filename*", in: $0) }.first
        let plain = parameters.compactMap { Self.value(of: "filename", in: $0) }.first
        self.init(path: extended.flatMap(Self.decoded) ?? plain.map(Self.unquoted) ?? "")
    }

    package init(path: String) {
        let last = path.split { $0 == "/" || $0 == "\\" }.last ?? ""
        let visible = String.UnicodeScalarView(
            last.unicodeScalars.filter { $0.properties.generalCategory != .control })
        text = visible.isEmpty ? "spreadsheet" : String(String(visible).prefix(200))
    }

    private static func value(of key: String, in parameter: Substring) -> Substring? {
        guard let sign = parameter.firstIndex(of: "="), parameter[..<sign].lowercased() == key
        else { return nil }
        return parameter[sign...].dropFirst()
    }

    private static func unquoted(_ value: Substring) -> String {
        guard value.hasPrefix("\""), value.hasSuffix("\""), value.utf8.count > 1 else {
            return String(value)
        }
        return String(value.dropFirst().dropLast()).filter { $0 != "\\" }
    }

    /// `UTF-8''` and percent escapes; nil for anything else.
    private static func decoded(_ value: Substring) -> String? {
        guard value.lowercased().hasPrefix("utf-8'"),
            let quote = value.dropFirst(6).firstIndex(of: "'")
        else { return nil }
        return try? percentDecoded(value[quote...].dropFirst().utf8)
    }
}
