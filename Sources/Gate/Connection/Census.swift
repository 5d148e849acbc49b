import Synchronization

/// Counts the open connections, in all and by source.
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
    func enter(_ source: String) -> Bool {
        count.withLock { count in
            guard count.total < total, count.bySource[source, default: 0] < perSource else {
                return false
            }
            count.total += 1
            count.bySource[source, default: 0] += 1
            return true
        }
    }

    func leave(_ source: String) {
        count.withLock { count in
            count.total -= 1
            let rest = count.bySource[source, default: 1] - 1
            count.bySource[source] = rest > 0 ? rest : nil
        }
    }
}
