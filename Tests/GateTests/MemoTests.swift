import Directory
import Testing

@testable import Pages

/// What one request leaves for the page after it.
@Suite struct MemoTests {
    private let anna = Viewer.user(ID(1), of: ID(7))

    @Test func aMemoIsReadAsOftenAsItsReaderComes() {
        let memos = Memos()
        let key = memos.leave("words", for: anna)

        for _ in 0..<3 { #expect(memos.memo(key, for: anna) == "words") }
    }

    @Test func nobodyElseReadsItAndNothingElseIsTakenForIt() {
        let memos = Memos()
        let key = memos.leave("words", for: anna)

        #expect(memos.memo(key, for: .user(ID(2), of: ID(7))) as String? == nil)
        #expect(memos.memo(key, for: .user(ID(1), of: ID(8))) as String? == nil)
        #expect(memos.memo(key, for: nil) as String? == nil)
        #expect(memos.memo(key, for: anna) as Int? == nil)
        #expect(memos.memo("other", for: anna) as String? == nil)
        #expect(memos.memo(nil, for: anna) as String? == nil)
    }

    @Test func theOldestGoFirst() {
        let memos = Memos(most: 3)
        let keys = (1...5).map { memos.leave($0, for: anna) }

        #expect(keys.map { memos.memo($0, for: anna) as Int? } == [nil, nil, 3, 4, 5])
    }

    @Test func nobodyPushesOutWhatOthersLeft() {
        let memos = Memos(most: 20, each: 3)
        let own = memos.leave("words", for: anna)
        let choice = memos.leave("choice", for: nil, from: "192.0.2.1")

        let keys = (1...100).map { memos.leave($0, for: nil, from: "192.0.2.2") }
        for _ in 1...100 { _ = memos.leave("other", for: .user(ID(2), of: ID(7))) }

        #expect(memos.memo(own, for: anna) == "words")
        #expect(memos.memo(choice, for: nil) == "choice")
        let kept = keys.compactMap { memos.memo($0, for: nil) as Int? }
        #expect(kept == [98, 99, 100])
    }

    @Test func aMemoIsSpentOnceAndByItsReaderOnly() {
        let memos = Memos()
        let key = memos.leave("words", for: anna)

        #expect(memos.spend(key, for: nil) as String? == nil)
        #expect(memos.spend(key, for: anna) as Int? == nil)
        #expect(memos.spend(key, for: anna) == "words")
        #expect(memos.spend(key, for: anna) as String? == nil)
        #expect(memos.memo(key, for: anna) as String? == nil)
    }

    @Test func aMemoEnds() {
        let memos = Memos(life: .zero)
        let key = memos.leave("words", for: nil)

        #expect(memos.memo(key, for: nil) as String? == nil)
        #expect(Set((0..<100).map { memos.leave($0, for: nil) }).count == 100)
    }

    @Test func longTextsAreCut() {
        #expect(String(repeating: "ü", count: 2_000).shortened.count == 1_000)
        #expect("Ana".shortened == "Ana")
    }
}
