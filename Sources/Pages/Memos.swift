import Directory
import Synchronization

/// What one request leaves for the page after it: a refused form with what was typed, or a name.
///
/// A form is always answered by a redirection, also when it is refused: the page that says why is a
/// plain GET, so Back and Reload send nothing twice, with script and without. Its address holds a
/// random key and nothing that people wrote. Kept in memory: after a restart the form is as fresh.
final class Memos: Sendable {
    /// Who left a memo, and can push out only their own: a viewer, or a network of people not signed in.
    private struct Owner: Equatable {
        let reader: Viewer?
        let source: String
    }

    private struct Kept {
        let memo: any Sendable
        let owner: Owner
        let end: ContinuousClock.Instant
    }

    private struct Shelf {
        var kept: [String: Kept] = [:]
        /// The oldest first.
        var keys: [String] = []
    }

    private let shelf = Mutex(Shelf())
    private let most: Int
    private let mostEach: Int
    private let life: Duration

    init(most: Int = 512, each mostEach: Int = 8, life: Duration = .seconds(1800)) {
        self.mostEach = mostEach
        self.most = most
        self.life = life
    }

    /// - Parameters:
    ///   - reader: Who alone may read it; nil if nobody is signed in.
    ///   - source: The network that it comes from, if nobody is signed in.
    /// - Returns: The key under which it is found.
    func leave(_ memo: some Sendable, for reader: Viewer?, from source: String = "") -> String {
        let key = (0..<2).map { _ in String(UInt64.random(in: .min ... .max), radix: 36) }.joined()
        let now = ContinuousClock.now
        let owner = Owner(reader: reader, source: source)
        let kept = Kept(memo: memo, owner: owner, end: now + life)
        shelf.withLock { shelf in
            let own = shelf.keys.filter { shelf.kept[$0]?.owner == owner }
            for key in own.prefix(max(0, own.count + 1 - mostEach)) {
                shelf.kept[key] = nil
                shelf.keys.removeAll { $0 == key }
            }
            shelf.kept[key] = kept
            shelf.keys.append(key)
            let old = shelf.keys.prefix { shelf.kept[$0]?.end ?? now <= now }.count
            for key in shelf.keys.prefix(max(old, shelf.keys.count - most)) {
                shelf.kept[key] = nil
            }
            shelf.keys.removeFirst(max(old, shelf.keys.count - most))
        }
        return key
    }

    /// What was left under a key; nil if that was too long ago, or for somebody else.
    func memo<Memo: Sendable>(_ key: String?, for reader: Viewer?) -> Memo? {
        guard let key, let kept = shelf.withLock({ $0.kept[key] }), kept.owner.reader == reader,
            kept.end > .now
        else { return nil }
        return kept.memo as? Memo
    }

    /// The same, once: whoever comes again with the key finds nothing.
    func spend<Memo: Sendable>(_ key: String, for reader: Viewer?) -> Memo? {
        shelf.withLock { shelf in
            guard let kept = shelf.kept[key], kept.owner.reader == reader, kept.end > .now,
                let memo = kept.memo as? Memo
            else { return nil }
            shelf.kept[key] = nil
            shelf.keys.removeAll { $0 == key }
            return memo
        }
    }
}

extension String {
    /// Cut to a length that is worth keeping for a while.
    var shortened: String { String(String.UnicodeScalarView(unicodeScalars.prefix(1_000))) }
}
