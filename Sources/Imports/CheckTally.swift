/// How many rows a check met, and how many have each kind of issue.
package struct CheckTally: Sendable, Equatable {
    package private(set) var rows = 0
    package private(set) var faulty = 0
    /// A count for each of `Issues.kinds`, in that order.
    package private(set) var ofKind = Array(repeating: 0, count: Issues.kinds.count)

    package var clean: Int { rows - faulty }

    mutating func count(_ issues: Issues) {
        rows += 1
        guard !issues.isEmpty else { return }
        faulty += 1
        countKinds(issues)
    }

    /// An issue is found of a row that was counted already.
    mutating func add(_ issue: Issues, toClean wasClean: Bool) {
        if wasClean { faulty += 1 }
        countKinds(issue)
    }

    private mutating func countKinds(_ issues: Issues) {
        for (place, kind) in Issues.kinds.enumerated() where issues.contains(kind.issue) {
            ofKind[place] += 1
        }
    }
}
