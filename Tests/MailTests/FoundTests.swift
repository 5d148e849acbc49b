import Foundation
import Testing

/// What fuzzing has found, and what it begins with.
@Suite struct FoundTests {
    @Test(arguments: inputs("reply"))
    func repliesKeepTheirPromises(input: URL) throws {
        #expect(ReplyPromises.broken(by: Array(try Data(contentsOf: input))) == nil)
    }

    @Test(arguments: inputs("letter"))
    func lettersKeepTheirPromises(input: URL) throws {
        let text = String(decoding: try Data(contentsOf: input), as: UTF8.self)

        #expect(LetterPromises.broken(by: text) == nil)
    }

    @Test func hostileTextsKeepThem() {
        for text in Hostile.texts {
            #expect(LetterPromises.broken(by: text) == nil, "\(text.debugDescription)")
            #expect(ReplyPromises.broken(by: Array("250-\(text)\r\n250 x\r\n".utf8)) == nil)
        }
    }

    @Test func thereIsSomethingToBeginWith() {
        #expect(!Self.inputs("reply").isEmpty)
        #expect(!Self.inputs("letter").isEmpty)
    }

    private static func inputs(_ name: String) -> [URL] {
        let root = URL(filePath: #filePath).deletingLastPathComponent()
            .deletingLastPathComponent().deletingLastPathComponent()
        return ["fuzz/Found/\(name)", "fuzz/Seeds/\(name)"].flatMap { folder in
            (try? FileManager.default.contentsOfDirectory(
                at: root.appending(path: folder), includingPropertiesForKeys: nil)) ?? []
        }
    }
}
