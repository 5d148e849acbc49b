import Foundation

/// Our own Swift files.
struct SourceFile {
    /// From the root of the package.
    let path: String
    let lines: [String]

    /// The modules it imports.
    var imports: [String] {
        lines.compactMap { line in
            var words = line.split(separator: " ").map(String.init)
            while let first = words.first, first.hasPrefix("@") || Self.access.contains(first) {
                words.removeFirst()
            }
            guard words.first == "import", words.count > 1 else { return nil }
            let name = Self.kinds.contains(words[1]) && words.count > 2 ? words[2] : words[1]
            return name.split(separator: ".").first.map(String.init)
        }
    }

    private static let access: Set = ["public", "package", "internal", "fileprivate", "private"]
    private static let kinds: Set = [
        "struct", "class", "enum", "func", "protocol", "typealias", "var",
    ]
}

enum SourceTree {
    static let root = URL(filePath: #filePath)
        .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

    /// The files of each Swift target, by its name.
    static func targets() throws -> [String: [SourceFile]] {
        let sources = root.appending(path: "Sources")
        let folders = try FileManager.default.contentsOfDirectory(atPath: sources.path)
            .filter { $0 != "C" && !$0.hasPrefix(".") }
        return try Dictionary(
            uniqueKeysWithValues: folders.map { target in
                (target, try files(in: sources.appending(path: target)))
            })
    }

    private static func files(in folder: URL) throws -> [SourceFile] {
        let all = FileManager.default.enumerator(at: folder, includingPropertiesForKeys: nil)
        return try (all?.allObjects as? [URL] ?? []).filter { $0.pathExtension == "swift" }.map {
            SourceFile(
                path: String($0.path.dropFirst(root.path.count + 1)),
                lines: try String(contentsOf: $0, encoding: .utf8)
                    .split(separator: "\n", omittingEmptySubsequences: false).map(String.init))
        }
    }
}
