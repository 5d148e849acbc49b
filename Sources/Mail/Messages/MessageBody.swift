/// What stands around a text and its HTML twin, which are the parts of one body in quoted-printable;
/// programs show the last one that they can.
enum MessageBody {
    // No line of quoted-printable text can hold "=_".
    private static let boundary = "=_rollbook"

    /// The MIME header fields, which end the message's headers, and the head of the text.
    static let beforeText =
        Array(
            """
            MIME-Version: 1.0\r
            Content-Type: multipart/alternative; boundary="\(boundary)"\r
            \r

            """.utf8) + head(of: "plain")

    static let beforeMarkup = head(of: "html")

    static let end = Array("--\(boundary)--\r\n".utf8)

    private static func head(of kind: StaticString) -> [UInt8] {
        Array(
            """
            --\(boundary)\r
            Content-Type: text/\(kind); charset=utf-8\r
            Content-Transfer-Encoding: quoted-printable\r
            \r

            """.utf8)
    }
}
