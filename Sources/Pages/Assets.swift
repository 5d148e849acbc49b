import Foundation
import NIOCore

/// Style sheets, scripts and pictures, held in memory under one hash of them all.
///
/// The hash stands in their addresses, so they may be kept for ever; and as one address holds them
/// all, scripts find each other by relative imports.
package struct Assets: Sendable {
    struct Asset: Sendable {
        let type: String
        let bytes: ByteBuffer
    }

    /// By their path below `Assets/`.
    let files: [String: Asset]
    let hash: String
    let modules: Modules

    /// Reads what was built into the package.
    package static func ofThePackage() throws -> Assets {
        let folder = Bundle.module.bundleURL.appending(path: "Assets")
        let paths = try FileManager.default.subpathsOfDirectory(atPath: folder.path())
        var files: [String: [UInt8]] = [:]
        for path in paths where types[fileExtension(of: path)] != nil {
            files[path] = Array(try Data(contentsOf: folder.appending(path: path)))
        }
        return Assets(files)
    }

    init(_ files: [String: [UInt8]]) {
        var hash = Self.offset
        for (path, bytes) in files.sorted(by: { $0.key < $1.key }) {
            hash = Self.mixed(Self.mixed(hash, Array(path.utf8) + [0]), bytes + [0])
        }
        self.hash = String(hash, radix: 36)
        modules = Modules(files)
        self.files = Dictionary(
            uniqueKeysWithValues: files.map { path, bytes in
                let type = Self.types[Self.fileExtension(of: path)] ?? "application/octet-stream"
                return (path, Asset(type: type, bytes: ByteBuffer(bytes: bytes)))
            })
    }

    /// Where they lie: `/assets/{hash}`.
    var root: String { "/assets/\(hash)" }

    private static let types = [
        "css": "text/css; charset=utf-8", "js": "text/javascript; charset=utf-8",
        "svg": "image/svg+xml",
    ]

    private static func fileExtension(of path: String) -> String {
        path.contains(".") ? String(path.split(separator: ".").last ?? "") : ""
    }

    // FNV-1a, 64 bits: nobody gains anything by finding two files with one hash.
    private static let offset: UInt64 = 0xcbf2_9ce4_8422_2325

    private static func mixed(_ hash: UInt64, _ bytes: [UInt8]) -> UInt64 {
        bytes.reduce(hash) { ($0 ^ UInt64($1)) &* 0x100_0000_01b3 }
    }
}
