import Synchronization

/// Where people open the console, as letters name it. A server that takes any free port knows it
/// only when it listens.
package final class ConsoleAddress: Sendable {
    private let text: Mutex<String>

    /// - Parameter url: Without a slash at the end.
    package init(_ url: String) {
        text = Mutex(url)
    }

    package var url: String { text.withLock { $0 } }

    package func move(to url: String) {
        text.withLock { $0 = url }
    }
}
