/// What reading one file has cost so far, against its limits. Sizes that the file declares are never believed.
final class Budget {
    let limits: Limits
    /// Whether large parts are inflated on a thread of their own.
    let readsAhead: Bool
    private var spent = Spent()
    /// What all looks aside have cost together.
    private var spentAside = Spent()

    private var isAside = false

    private struct Spent {
        var inflated = 0
        var consumed = 0
        var seconds = 0.0
    }

    init(_ limits: Limits, readsAhead: Bool = false) {
        self.limits = limits
        self.readsAhead = readsAhead
    }

    /// Counts bytes that came out of the decompressor for bytes that went in.
    func charge(inflated bytes: Int, from compressed: Int, part: String) throws(SheetError) {
        spent.inflated += bytes
        spent.consumed += compressed
        let byRatio = max(
            limits.inflatedAnyway,
            spent.consumed.multipliedReportingOverflow(by: limits.inflateRatio).partialValue)
        let limit = min(limits.inflatedBytes, byRatio)
        if spent.inflated > limit { throw SheetError(.inflatesTooMuch, at: part, limit: limit) }
    }

    /// Runs a look at something whose cost doesn't count for what is read: all such looks have the limits together.
    func aside<Answer, Failure: Error>(
        _ look: () throws(Failure) -> Answer
    ) throws(Failure) -> Answer {
        if isAside { return try look() }
        isAside = true
        swap(&spent, &spentAside)
        defer {
            swap(&spent, &spentAside)
            isAside = false
        }
        return try look()
    }

    /// The beginning of a stretch of work, for `stop`.
    func start() -> Double { FileBytes.threadSeconds() }

    /// Counts the processor time since `start` on this thread.
    func stop(_ start: Double) throws(SheetError) {
        try add(FileBytes.threadSeconds() - start)
    }

    /// Counts processor time, of whichever thread.
    func add(_ more: Double) throws(SheetError) {
        spent.seconds += max(0, more)
        if spent.seconds > limits.seconds {
            throw SheetError(.timeExceeded, limit: Int(limits.seconds))
        }
    }
}
