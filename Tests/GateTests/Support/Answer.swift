import Foundation

/// A response as it came over the wire.
struct Answer: Sendable {
    let status: Int
    let headers: [(name: String, value: String)]
    let body: [UInt8]

    subscript(_ name: String) -> String? {
        headers.first { $0.name.lowercased() == name.lowercased() }?.value
    }

    var text: String { String(decoding: body, as: UTF8.self) }

    var json: [String: Any] {
        (try? JSONSerialization.jsonObject(with: Data(body))) as? [String: Any] ?? [:]
    }

    /// The code of a problem document.
    var code: String? { json["code"] as? String }

    /// Everything that a caller can compare: without the time of day.
    var comparable: String {
        let lines = headers.filter { $0.name.lowercased() != "date" }.map {
            "\($0.name): \($0.value)"
        }
        return "\(status)\n\(lines.joined(separator: "\n"))\n\n\(text)"
    }
}
