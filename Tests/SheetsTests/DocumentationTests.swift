import Foundation
import Testing

@Suite("Documentation of the library")
struct DocumentationTests {
    private static let sources = URL(filePath: #filePath).deletingLastPathComponent()
        .appending(path: "../../Sources/Sheets").standardized.resolvingSymlinksInPath()

    private static func files(_ kind: String) -> [URL] {
        let all = FileManager.default.enumerator(at: sources, includingPropertiesForKeys: nil)
        return (all?.compactMap { $0 as? URL } ?? []).filter { $0.pathExtension == kind }
    }

    private static func text(_ file: URL) throws -> String {
        try String(contentsOf: file, encoding: .utf8)
    }

    @Test("Every public symbol has a sentence")
    func symbols() throws {
        var seen = 0
        for file in Self.files("swift") {
            let lines = try Self.text(file).split(separator: "\n", omittingEmptySubsequences: false)
            for (index, line) in lines.enumerated() where line.contains(#/^\s*public /#) {
                seen += 1
                let before = lines[..<index].last { !$0.contains(#/^\s*@/#) } ?? ""
                #expect(before.contains(#/^\s*\/\/\//#), "\(file.lastPathComponent): \(line)")
            }
        }
        #expect(seen > 30)
    }

    @Test("The articles name each limit and each format, and only what there is")
    func articles() throws {
        let articles = try Self.files("md").map(Self.text).joined()
        let code = try Self.files("swift").map(Self.text).joined()
        let limits = try Self.text(Self.sources.appending(path: "Limits.swift"))

        for limit in limits.matches(of: #/public var (\w+)/#) {
            #expect(articles.contains("Limits/\(limit.1)"), "\(limit.1)")
        }
        for link in articles.matches(of: #/``(?:\w+\/)*(\w+)(?:\([\w:]*\))?``/#)
        where link.1 != "Sheets" {
            #expect(code.contains(try Regex("(class|struct|enum|func|var|let|case) \(link.1)\\b")))
        }
    }
}
