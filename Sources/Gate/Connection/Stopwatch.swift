import NIOCore

/// Ends connections that take too long, whichever way: resting, sending headers, a trickling body,
/// or not reading the answer. Sits next to the socket, where bytes are still bytes.
final class Stopwatch: ChannelInboundHandler, RemovableChannelHandler {
    typealias InboundIn = ByteBuffer
    typealias InboundOut = ByteBuffer

    enum Phase {
        /// Between requests; the first byte begins one.
        case resting
        case headers
        case body
        /// The request is complete, the answer isn't: our own time.
        case answering
        /// The answer is made, and the caller has to take it.
        case leaving(bytes: Int)
    }

    private let rules: GateRules
    private var phase = Phase.resting
    /// Of the body in the present window.
    private var bytes = 0
    /// When the phase has to be over; nil if it may last.
    private var deadline: NIODeadline?
    private var alarm: Scheduled<Void>?
    private var ringsAt = NIODeadline.distantFuture
    private var context: ChannelHandlerContext?

    init(_ rules: GateRules) {
        self.rules = rules
    }

    func handlerAdded(context: ChannelHandlerContext) {
        self.context = context
        enter(.resting)
    }

    func handlerRemoved(context: ChannelHandlerContext) {
        alarm?.cancel()
        self.context = nil
    }

    func channelInactive(context: ChannelHandlerContext) {
        alarm?.cancel()
        context.fireChannelInactive()
    }

    func channelRead(context: ChannelHandlerContext, data: NIOAny) {
        if case .resting = phase { enter(.headers) }
        bytes += unwrapInboundIn(data).readableBytes
        context.fireChannelRead(data)
    }

    func enter(_ phase: Phase) {
        self.phase = phase
        bytes = 0
        deadline = allowance.map { .now() + $0 }
        setAlarm()
    }

    /// One that rings too early stays, and is set again then: a request has five phases, and nearly
    /// all are over in time.
    private func setAlarm() {
        guard let context, let deadline, deadline < ringsAt else { return }
        alarm?.cancel()
        ringsAt = deadline
        alarm = context.eventLoop.assumeIsolated().scheduleTask(deadline: deadline) {
            [weak self] in self?.ring()
        }
    }

    private var allowance: TimeAmount? {
        switch phase {
        case .resting: .seconds(rules.idleSeconds)
        case .headers: .seconds(rules.headerSeconds)
        case .body: .seconds(rules.bodySeconds)
        case .answering: nil
        case .leaving(let bytes):
            .seconds(rules.idleSeconds + Int64(bytes / rules.bytesPerSecond))
        }
    }

    private func ring() {
        ringsAt = .distantFuture
        guard let deadline else { return }
        if deadline > .now() {
            setAlarm()
        } else if case .body = phase, bytes >= rules.bytesPerSecond * Int(rules.bodySeconds) {
            enter(.body)
        } else {
            context?.close(promise: nil)
        }
    }
}
