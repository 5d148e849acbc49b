import Foundation
import Sheets
import Testing

/// The spreadsheets of other projects, which lie beside the checkout or where `ROLLBOOK_SAMPLES` says. They aren't ours
/// to keep, and the tests run without them.
@Suite("Samples of other projects", .enabled(if: !SharedSamples.all.isEmpty))
struct SharedSampleTests {
    @Test("Each is read or refused as its manifest says", arguments: SharedSamples.all)
    func sample(_ sample: SharedSample) throws {
        let outcome = Result { try Reading(.file(path: sample.path)) }

        switch (outcome, sample.verdict) {
        case (.success(let reading), "rows"), (.success(let reading), "rows-or-refuse"):
            #expect(SharedSamples.compared(reading.rows) == (try sample.expected()))
        case (.failure(let error), "rows"):
            Issue.record("It was refused: \(error)")
        case (.success, "must be refused"):
            Issue.record("It was read.")
        default: break
        }
    }

    @Test("They are counted")
    func count() {
        var counts: [String: Int] = [:]
        for sample in SharedSamples.all {
            let isRead = (try? Reading(.file(path: sample.path))) != nil
            counts["\(sample.verdict): \(isRead ? "read" : "refused")", default: 0] += 1
        }
        for (kind, count) in counts.sorted(by: { $0.key < $1.key }) {
            print("Samples of other projects, \(kind): \(count)")
        }
        #expect(counts.values.reduce(0, +) == SharedSamples.all.count)
    }
}

/// A line of the manifest.
struct SharedSample: Sendable, CustomTestStringConvertible {
    let path: String
    let verdict: String
    private let expectedPath: String

    var testDescription: String { path.split(separator: "/").suffix(2).joined(separator: "/") }

    init?(_ line: Substring, in folder: URL) {
        let fields = line.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
        guard fields.count >= 9 else { return nil }
        let file = folder.appending(path: fields[0])
        guard FileManager.default.fileExists(atPath: file.path) else { return nil }
        path = file.path
        verdict = fields[3]
        expectedPath = file.deletingLastPathComponent().appending(path: fields[8]).path
    }

    func expected() throws -> [[String]] {
        let written = SampleFiles.bytes(at: URL(filePath: expectedPath))
        return written.isEmpty ? [] : SharedSamples.compared(try Reading(written).rows)
    }
}

enum SharedSamples {
    private static let folder =
        ProcessInfo.processInfo.environment["ROLLBOOK_SAMPLES"].map { URL(filePath: $0) }
        ?? SampleFiles.folder.appending(path: "../../../../shared/samples").standardized

    static let all: [SharedSample] = {
        let manifest = SampleFiles.bytes(at: folder.appending(path: "manifest.tsv"))
        return String(decoding: manifest, as: UTF8.self).split(separator: "\n").dropFirst()
            .compactMap { SharedSample($0, in: folder) }
    }()

    /// Rows that have any text, without the empty cells at their ends. The expected files were made without carriage
    /// returns and without the text that stands for one.
    static func compared(_ rows: [[String]]) -> [[String]] {
        rows.map { row in
            row.map { $0.replacing("_x000D_", with: "").replacing("\r\n", with: "\n") }
                .reversed().drop(while: \.isEmpty).reversed()
        }.filter { !$0.isEmpty }
    }
}
