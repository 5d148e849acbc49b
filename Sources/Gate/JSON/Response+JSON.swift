import Directory
package import HTTPTypes
package import Hummingbird
import NIOCore

extension Response {
    package static func json(
        _ status: HTTPResponse.Status = .ok, _ write: (inout JSONWriter) throws -> Void
    ) rethrows -> Response {
        var json = JSONWriter()
        try write(&json)
        return Response(
            status: status, headers: [.contentType: "application/json"],
            body: ResponseBody(byteBuffer: ByteBuffer(bytes: json.bytes)))
    }

    package static let noContent = Response(status: .noContent)

    /// Sends a browser on to another page of the console after a write.
    package static func see(_ path: String) -> Response {
        Response(status: .seeOther, headers: [.location: path])
    }

    /// A problem document (RFC 9457). `more` adds members of its own.
    package static func problem(
        _ trouble: Trouble, more: (inout JSONWriter) -> Void = { _ in }
    ) -> Response {
        var response = Response.json(trouble.status) { json in
            json.object { json in
                json.member("type", "about:blank")
                json.member("title", trouble.status.reasonPhrase)
                json.member("status", trouble.status.code)
                trouble.write(to: &json)
                more(&json)
            }
        }
        response.headers[.contentType] = "application/problem+json"
        return response
    }
}

extension Trouble {
    fileprivate func write(to json: inout JSONWriter) {
        switch self {
        case .refused(let refusal):
            json.member("code", refusal.code.rawValue)
            json.member("message", refusal.message)
            json.member("remedy", refusal.remedy)
            json.member("field", refusal.field)
            if let seconds = refusal.retryAfter { json.member("retry_after", seconds) }
            if !refusal.positions.isEmpty {
                json.member("positions") { json in
                    json.array(refusal.positions) { json, position in json.value(position) }
                }
            }
        case .fault(let id):
            json.member("code", "fault")
            json.member("message", "Something went wrong here. It was noted.")
            json.member("remedy", "Try again; if it stays, tell the operator this request's id.")
            json.member("field", nil)
            json.member("request", id)
        }
    }
}
