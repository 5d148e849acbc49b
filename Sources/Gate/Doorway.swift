package import Hummingbird
import NIOCore

/// What the framework carries along with a request.
package struct Doorway: RequestContext {
    package var coreContext: CoreRequestContextStorage
    /// The caller's network address, without the port.
    package let sourceAddress: String
    let channel: any Channel

    package init(source: ApplicationRequestContextSource) {
        coreContext = CoreRequestContextStorage(source: source)
        sourceAddress = source.channel.remoteAddress?.ipAddress ?? "local"
        channel = source.channel
    }
}
