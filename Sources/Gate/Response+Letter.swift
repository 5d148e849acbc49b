import HTTPTypes
package import Hummingbird
import NIOCore

extension Response {
    /// An email's HTML for a frame: nothing in it runs, and its links don't open in the frame.
    package static func letter(_ html: String) -> Response {
        let linksOpenBeside = html.replacing(
            "<head>", with: "<head><base target=\"_blank\">", maxReplacements: 1)
        return Response(
            status: .ok,
            headers: [
                .contentType: "text/html; charset=utf-8",
                .contentSecurityPolicy: SecurityHeaders.letterPolicy,
            ],
            body: ResponseBody(byteBuffer: ByteBuffer(string: linksOpenBeside)))
    }
}
