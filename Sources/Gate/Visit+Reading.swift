import Directory
import HTTPTypes
import Hummingbird
import HummingbirdCore
import NIOCore

extension Visit {
    /// Reads an HTML form (application/x-www-form-urlencoded). Fields that `read` doesn't take are
    /// refused.
    /// - Throws: `Refusal` with `unsupportedMediaType`, `tooLarge`, `malformedRequest`, `unknownKey`.
    package func form<Form>(_ read: (inout FormFields) throws -> Form) async throws -> Form {
        try checkType("application/x-www-form-urlencoded")
        var fields = try FormFields(encoded: try await wholeBody().readableBytesView)
        let form = try read(&fields)
        try fields.checkAllTaken()
        return form
    }

    /// Reads a JSON object. Keys that `read` doesn't take are refused.
    /// - Throws: `Refusal` as `form` does.
    package func json<Value>(_ read: (inout JSONObject) throws -> Value) async throws -> Value {
        try checkType("application/json")
        return try JSONObject.reading(JSON(parsing: try await wholeBody()), read)
    }

    /// For writes that need no words: refuses whatever the body says.
    package func nothing() async throws {
        let body = try await wholeBody()
        guard body.readableBytes > 0 else { return }
        try JSONObject.reading(JSON(parsing: body)) { _ in }
    }

    /// Reads the query. Keys that `read` doesn't take are refused.
    package func query<Query>(_ read: (inout FormFields) throws -> Query) throws -> Query {
        var fields = try FormFields(encoded: (request.uri.query ?? "").utf8)
        let query = try read(&fields)
        try fields.checkAllTaken()
        return query
    }

    /// One value of the query, whatever else stands there.
    package func query(_ key: String) throws -> String? {
        var fields = try FormFields(encoded: (request.uri.query ?? "").utf8)
        return try fields.optional(key)
    }

    /// The version in `If-Match: "7"`.
    /// - Throws: `Refusal` with `versionMissing` or `malformedRequest`.
    package func version() throws -> Int {
        guard let text = request.headers[.ifMatch] else { throw Refusal.versionMissing }
        guard text.hasPrefix("\""), text.hasSuffix("\""), text.utf8.count > 2,
            let version = Int(text.dropFirst().dropLast()), version >= 0
        else { throw Refusal.malformed("If-Match must hold one version in quotes.") }
        return version
    }

    /// The next bytes of the body after asking a waiting caller for them, nil at its end.
    func chunks() -> RequestBody {
        // It wakes the connection's thread, and few callers wait.
        if request.headers[.expect] != nil {
            doorway.channel.triggerUserOutboundEvent(Invitation(), promise: nil)
        }
        return request.body
    }

    private func wholeBody() async throws -> ByteBuffer {
        var body = ByteBuffer()
        do {
            for try await var chunk in chunks() {
                body.writeBuffer(&chunk)
                guard body.readableBytes <= rules.bodyBytes else {
                    throw Refusal.tooLarge(rules.bodyBytes, for: .small)
                }
            }
        } catch let refusal as Refusal {
            throw refusal
        } catch {
            throw Refusal.malformed("The request broke off before its end.")
        }
        return body
    }

    private func checkType(_ expected: String) throws {
        let type = request.headers[.contentType]?.split(separator: ";").first ?? ""
        guard type.lowercased().filter({ $0 != " " }) == expected else {
            throw Refusal(
                .unsupportedMediaType, "The body must be \(expected).",
                remedy: "Say so in Content-Type.")
        }
    }
}

extension Refusal {
    fileprivate static let versionMissing = Refusal(
        .versionMissing, "The request doesn't say which version it changes.",
        remedy: "Send If-Match with the version that you read.")
}
