import NIOCore
import NIOHTTP1

/// Watches requests and answers next to the HTTP parser: puts the security headers on every
/// response, tells the stopwatch where a request stands, and closes what can't go on.
final class Doorkeeper: ChannelDuplexHandler, RemovableChannelHandler {
    typealias InboundIn = HTTPServerRequestPart
    typealias InboundOut = HTTPServerRequestPart
    typealias OutboundIn = HTTPServerResponsePart
    typealias OutboundOut = HTTPServerResponsePart

    private let stopwatch: Stopwatch
    private let headers: SecurityHeaders
    /// Heads that came and aren't answered to the end.
    private var unanswered = 0
    private var isReading = false
    private var expectsInvitation = false
    private var closesAfterAnswer = false
    /// The last answer is out; what still comes is thrown away.
    private var isClosing = false
    private var answerBytes = 0

    /// How long a caller may go on sending after an answer that came early. Closing at once would
    /// make the system reset the connection, and the answer might be lost.
    private static let patience = TimeAmount.seconds(2)

    init(_ stopwatch: Stopwatch, headers: SecurityHeaders) {
        self.stopwatch = stopwatch
        self.headers = headers
    }

    func channelRead(context: ChannelHandlerContext, data: NIOAny) {
        guard !isClosing else { return }
        switch unwrapInboundIn(data) {
        case .head(let head):
            context.fireChannelRead(wrapInboundOut(.head(receive(head))))
        case .body:
            context.fireChannelRead(data)
        case .end:
            isReading = false
            expectsInvitation = false
            stopwatch.enter(.answering)
            context.fireChannelRead(data)
        }
    }

    private func receive(_ head: HTTPRequestHead) -> HTTPRequestHead {
        var head = head
        unanswered += 1
        isReading = true
        expectsInvitation = head.headers[canonicalForm: "expect"].contains {
            $0.lowercased() == "100-continue"
        }
        closesAfterAnswer = closesAfterAnswer || !head.isKeepAlive
        // The threshold refuses a request without a host; two are as good as none (RFC 9112, 3.2).
        if head.headers["host"].count != 1 { head.headers.remove(name: "host") }
        stopwatch.enter(.body)
        return head
    }

    func triggerUserOutboundEvent(
        context: ChannelHandlerContext, event: Any, promise: EventLoopPromise<Void>?
    ) {
        guard event is Invitation else {
            context.triggerUserOutboundEvent(event, promise: promise)
            return
        }
        if expectsInvitation {
            expectsInvitation = false
            let head = HTTPResponseHead(version: .http1_1, status: .continue)
            context.writeAndFlush(wrapOutboundOut(.head(head)), promise: nil)
        }
        promise?.succeed()
    }

    func write(
        context: ChannelHandlerContext, data: NIOAny, promise: EventLoopPromise<Void>?
    ) {
        switch unwrapOutboundIn(data) {
        case .head(let head):
            context.write(wrapOutboundOut(.head(complete(head))), promise: promise)
        case .body(let body):
            answerBytes += body.readableBytes
            context.write(data, promise: promise)
        case .end:
            finish(context, data, promise)
        }
    }

    private func complete(_ head: HTTPResponseHead) -> HTTPResponseHead {
        var head = head
        headers.add(to: &head.headers)
        answerBytes = 0
        expectsInvitation = false
        // An answer before the end of the body: the rest isn't wanted.
        if isReading, unanswered == 1 { closesAfterAnswer = true }
        if closesAfterAnswer, unanswered == 1 {
            head.headers.replaceOrAdd(name: "Connection", value: "close")
        }
        return head
    }

    private func finish(
        _ context: ChannelHandlerContext, _ data: NIOAny, _ promise: EventLoopPromise<Void>?
    ) {
        unanswered = max(0, unanswered - 1)
        stopwatch.enter(.leaving(bytes: answerBytes))
        let promise = promise ?? context.eventLoop.makePromise()
        let bound = NIOLoopBound((self, context), eventLoop: context.eventLoop)
        promise.futureResult.whenSuccess {
            let (keeper, context) = bound.value
            keeper.answered(context)
        }
        context.writeAndFlush(data, promise: promise)
    }

    private func answered(_ context: ChannelHandlerContext) {
        guard closesAfterAnswer, unanswered == 0 else {
            stopwatch.enter(isReading ? .body : unanswered > 0 ? .answering : .resting)
            return
        }
        isClosing = true
        stopwatch.enter(.answering)
        context.close(mode: .output, promise: nil)
        let bound = NIOLoopBound(context, eventLoop: context.eventLoop)
        context.eventLoop.scheduleTask(in: Self.patience) {
            bound.value.close(promise: nil)
        }
    }
}
