import Foundation

/// The spreadsheets beside the tests, and what fuzzing has found.
enum SampleFiles {
    private static let here = URL(filePath: #filePath).deletingLastPathComponent()
        .deletingLastPathComponent()
    static let folder = here.appending(path: "Samples")
    private static let fuzz = here.appending(path: "../../fuzz").standardized

    /// The samples that are read, by name.
    static let read = names(in: folder).filter { names.contains("\($0).expected.csv") }
    private static let names = Set(names(in: folder))

    /// The samples that are refused, with the code.
    static let refused: [(name: String, code: String)] = text("refusals.tsv").split(separator: "\n")
        .map { line in
            let fields = line.split(separator: "\t").map(String.init)
            return (fields[0], fields[1])
        }

    static func names(in folder: URL) -> [String] {
        let names = try? FileManager.default.contentsOfDirectory(atPath: folder.path)
        return (names ?? []).filter { !$0.hasPrefix(".") }.sorted()
    }

    static func path(_ name: String) -> String { folder.appending(path: name).path }

    static func bytes(_ name: String) -> [UInt8] { bytes(at: folder.appending(path: name)) }

    static func text(_ name: String) -> String { String(decoding: bytes(name), as: UTF8.self) }

    /// Inputs of a fuzz target: its seeds, and what has once gone wrong.
    static func fuzzInputs(_ target: String) -> [URL] {
        ["Seeds", "Found"].flatMap { kind in
            let folder = fuzz.appending(path: "\(kind)/\(target)")
            return names(in: folder).map { folder.appending(path: $0) }
        }
    }

    static func bytes(at url: URL) -> [UInt8] {
        (try? Data(contentsOf: url)).map { Array($0) } ?? []
    }
}
