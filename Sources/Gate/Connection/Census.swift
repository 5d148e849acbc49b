import Synchronization

/// Counts what is open at once, in all and by source: connections, or a proxy's requests.
final class Census: Sendable {
    private struct Count {
        var total = 0
        var bySource: [String: Int] = [:]
    }

    private let count = Mutex(Count())
    private let total: Int
    private let perSource: Int

    init(total: Int, perSource: Int) {
        self.total = total
        self.perSource = perSource
    }

    /// Counts one more, unless that is one too many.
    /// - Parameter source: nil for one that counts only in all.
    func enter(_ source: String?) -> Bool {
        count.withLock { count in
            guard count.total < total else { return false }
            if let source {
                guard count.bySource[source, default: 0] < perSource else { return false }
                count.bySource[source, default: 0] += 1
            }
            count.total += 1
            return true
        }
    }

    func leave(_ source: String?) {
        count.withLock { count in
            count.total -= 1
            guard let source else { return }
            let rest = count.bySource[source, default: 1] - 1
            count.bySource[source] = rest > 0 ? rest : nil
        }
    }
}
