/// A text and its HTML twin as the parts of one body; programs show the last one that they can.
struct MessageBody {
    // No line of quoted-printable text can hold "=_".
    private static let boundary = "=_rollbook"

    let bytes: [UInt8]

    /// With the MIME header fields in front, which end the message's headers.
    /// - Parameter html: In quoted-printable already.
    init(text: [UInt8], html: [UInt8]) {
        var bytes = Array(
            """
            MIME-Version: 1.0\r
            Content-Type: multipart/alternative; boundary="\(Self.boundary)"\r
            \r

            """.utf8)
        bytes += Self.head(of: "plain")
        bytes += QuotedPrintable(text).bytes
        bytes += Self.head(of: "html")
        bytes += html
        bytes += "--\(Self.boundary)--\r\n".utf8
        self.bytes = bytes
    }

    private static func head(of kind: StaticString) -> String.UTF8View {
        """
        --\(boundary)\r
        Content-Type: text/\(kind); charset=utf-8\r
        Content-Transfer-Encoding: quoted-printable\r
        \r

        """.utf8
    }
}
