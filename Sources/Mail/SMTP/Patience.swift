/// For how many seconds each answer is waited for (RFC 5321, 4.5.3.2); for connecting it says nothing.
package struct Patience: Sendable, Equatable {
    package var connect = 30.0
    package var greeting = 300.0
    /// For each command but DATA and the final dot, and for shaking hands.
    package var command = 300.0
    package var data = 120.0
    /// Until a block of the body is out.
    package var block = 180.0
    /// A server may do all its work then, and whoever gives up too soon doubles letters.
    package var dot = 600.0

    package init() {}

    /// The same for everything.
    package init(seconds: Double) {
        connect = seconds
        greeting = seconds
        command = seconds
        data = seconds
        block = seconds
        dot = seconds
    }
}
