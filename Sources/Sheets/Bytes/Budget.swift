/// What reading one file has cost so far, against its limits. Sizes that the file declares are never believed.
final class Budget {
    let limits: Limits
    /// Whether large parts are inflated on a thread of their own.
    let readsAhead: Bool
    private var inflated = 0
    private var consumed = 0
    private var seconds = 0.0

    init(_ limits: Limits, readsAhead: Bool = false) {
        self.limits = limits
        self.readsAhead = readsAhead
    }

    /// Counts bytes that came out of the decompressor for bytes that went in.
    func charge(inflated bytes: Int, from compressed: Int, part: String) throws(SheetError) {
        inflated += bytes
        consumed += compressed
        let byRatio = max(
            limits.inflatedAnyway,
            consumed.multipliedReportingOverflow(by: limits.inflateRatio).partialValue)
        let limit = min(limits.inflatedBytes, byRatio)
        if inflated > limit { throw SheetError(.inflatesTooMuch, at: part, limit: limit) }
    }

    /// Runs a look at something whose cost doesn't count afterwards; while it lasts the limits hold.
    func aside<Answer>(_ look: () -> Answer) -> Answer {
        let before = (inflated, consumed, seconds)
        defer { (inflated, consumed, seconds) = before }
        return look()
    }

    /// The beginning of a stretch of work, for `stop`.
    func start() -> Double { FileBytes.threadSeconds() }

    /// Counts the processor time since `start` on this thread.
    func stop(_ start: Double) throws(SheetError) {
        try add(FileBytes.threadSeconds() - start)
    }

    /// Counts processor time, of whichever thread.
    func add(_ more: Double) throws(SheetError) {
        seconds += max(0, more)
        if seconds > limits.seconds {
            throw SheetError(.timeExceeded, limit: Int(limits.seconds))
        }
    }
}
