import Synchronization

/// A bar on the terminal for what takes more than a second; it leaves no trace. There is none
/// where nobody would see it, or where it would run into what is printed.
final class ProgressBar: Sendable {
    private struct State {
        var drawn: ContinuousClock.Instant
        var isVisible = false
    }

    private static let width = 30
    private static let firstAfter = Duration.seconds(1)
    private static let pause = Duration.milliseconds(100)

    private let terminal: OpenFile?
    private let start = ContinuousClock.now
    private let state: Mutex<State>

    /// - Parameter besidesOutput: Whether something is printed to standard output meanwhile.
    init(besidesOutput: Bool) {
        let isSeen = OpenFile.standardError.isTerminal
        let runsInto = besidesOutput && OpenFile.standardOutput.isTerminal
        terminal = isSeen && !runsInto ? .standardError : nil
        state = Mutex(State(drawn: start))
    }

    /// - Parameter fraction: From 0 to 1.
    func show(_ label: String, _ fraction: Double) {
        guard let terminal else { return }
        let now = ContinuousClock.now
        guard now - start > Self.firstAfter else { return }
        let isDue = state.withLock { state in
            guard !state.isVisible || now - state.drawn > Self.pause else { return false }
            state = State(drawn: now, isVisible: true)
            return true
        }
        if isDue { try? terminal.write("\r" + Self.line(label, fraction) + "\u{1B}[K") }
    }

    /// Takes the bar away.
    func end() {
        let wasVisible = state.withLock { state in
            let was = state.isVisible
            state.isVisible = false
            return was
        }
        if wasVisible { try? terminal?.write("\r\u{1B}[K") }
    }

    static func line(_ label: String, _ fraction: Double) -> String {
        let done = min(max(fraction, 0), 1)
        let full = Int(done * Double(width))
        let bar =
            String(repeating: "█", count: full)
            + String(repeating: "░", count: width - full)
        let percent = String(Int(done * 100))
        return "\(label)  \(bar) \(String(repeating: " ", count: 3 - percent.count))\(percent) %"
    }
}
