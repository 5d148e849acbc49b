package import HummingbirdCore
package import Logging
package import NIOCore
import NIOHTTP1

/// A connection of Hummingbird's with our own guards in front: deadlines next to the socket, and
/// headers, hosts and lengths next to the HTTP parser, where malformed requests pass too.
package struct HouseChannel: ServerChildChannel {
    private let inner: HTTP1Channel
    private let rules: GateRules
    private let census: Census

    package typealias Value = HTTP1Channel.Value

    init(responder: @escaping HTTPChannelHandler.Responder, rules: GateRules) {
        inner = HTTP1Channel(
            responder: responder,
            configuration: HTTP1Channel.Configuration(
                httpDecoderConfiguration: .init(
                    maxHeaderFieldSize: rules.headerBytes, maxHeaderListSize: rules.headerBytes)))
        self.rules = rules
        census = Census(total: rules.connections, perSource: rules.connectionsPerSource)
    }

    package func setup(channel: any Channel, logger: Logger) -> EventLoopFuture<Value> {
        inner.setup(channel: channel, logger: logger).flatMapThrowing { value in
            let stopwatch = Stopwatch(rules)
            let pipeline = channel.pipeline.syncOperations
            try pipeline.addHandler(stopwatch, position: .first)
            try pipeline.addHandler(
                Doorkeeper(stopwatch, headers: SecurityHeaders(isSecure: rules.isSecure)),
                position: .after(
                    pipeline.handler(type: ByteToMessageHandler<HTTPRequestDecoder>.self)))
            count(channel)
            return value
        }
    }

    package func handle(value: Value, logger: Logger) async {
        await inner.handle(value: value, logger: logger)
    }

    /// Closes a connection that is one too many. (To fail here would reach the listening socket.)
    /// Those of a proxy bring many callers: the threshold counts their requests.
    private func count(_ channel: any Channel) {
        let peer = channel.remoteAddress?.ipAddress ?? "local"
        let source = rules.isProxy(peer) ? nil : peer
        guard census.enter(source) else {
            channel.close(promise: nil)
            return
        }
        channel.closeFuture.whenComplete { [census] _ in census.leave(source) }
    }
}

extension HTTPServerBuilder {
    static func house(_ rules: GateRules) -> HTTPServerBuilder {
        HTTPServerBuilder { HouseChannel(responder: $0, rules: rules) }
    }
}
