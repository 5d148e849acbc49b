import HTTPTypes

/// Which site's page made the browser send a request, as far as its headers tell (Fetch Metadata, RFC 6454).
struct Provenance {
    let site: [String]
    let origin: [String]

    init(_ headers: HTTPFields) {
        site = headers[values: .secFetchSite]
        origin = headers[values: .origin]
    }

    /// Strict: without either header nothing is known, and that is not the same origin. With
    /// `Referrer-Policy: no-referrer` browsers send `Origin: null` along with a same-origin form.
    func isSameOrigin(as house: String) -> Bool {
        guard site.count <= 1, origin.count <= 1 else { return false }
        let isOwn = origin.first.map { $0.lowercased() == house.lowercased() }
        return switch site.first {
        case "same-origin": isOwn ?? true || origin.first == "null"
        case nil: isOwn ?? false
        default: false
        }
    }
}

extension HTTPField.Name {
    static let secFetchSite = Self("Sec-Fetch-Site")!
}
