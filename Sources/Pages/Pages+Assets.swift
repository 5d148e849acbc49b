import Directory
import Gate
import HTTPTypes
import Hummingbird

extension Pages {
    func addAssets(to door: Door) {
        let assets = assets

        door.open(.get, Path.Pattern.asset) { visit in
            try assets.response(
                visit.parameter("folder") + "/" + visit.parameter("name"),
                hash: visit.parameter("hash"))
        }

        door.open(.get, Path.Pattern.deepAsset) { visit in
            try assets.response(
                ["folder", "name", "file"].map(visit.parameter).joined(separator: "/"),
                hash: visit.parameter("hash"))
        }

        door.open(.get, Path.Pattern.favicon) { _ in
            .see("\(assets.root)/img/favicon.svg")
        }
    }
}

extension Assets {
    /// A page that was opened before the server was renewed asks for scripts under an old hash: it is
    /// sent on to the new ones.
    func response(_ path: String, hash: String) throws -> Response {
        guard let asset = files[path] else { throw Refusal.noSuchAsset }
        guard hash == self.hash else {
            return Response(
                status: .temporaryRedirect, headers: [.location: "\(root)/\(path)"])
        }
        return Response(
            status: .ok,
            headers: [
                .contentType: asset.type, .cacheControl: "public, max-age=31536000, immutable",
            ],
            body: ResponseBody(byteBuffer: asset.bytes))
    }
}

extension Refusal {
    fileprivate static let noSuchAsset = Refusal(.notFound, "There is no such file.")
}
