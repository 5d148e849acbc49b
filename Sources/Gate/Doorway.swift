package import Hummingbird
import Logging
import NIOCore

/// What the framework carries along with a request.
package struct Doorway: RequestContext {
    package var coreContext: CoreRequestContextStorage
    /// Whom the connection comes from: the caller, or a proxy; without the port.
    package let sourceAddress: String
    let channel: any Channel

    package init(source: ApplicationRequestContextSource) {
        coreContext = CoreRequestContextStorage(source: source)
        sourceAddress = source.channel.remoteAddress?.ipAddress ?? "local"
        channel = source.channel
    }

    /// Names the request in the log and in the answer to a fault.
    package var id: String {
        // A logger that keeps nothing has no id either.
        logger[metadataKey: "hb.request.id"].map { "\($0)" } ?? "unknown"
    }
}
