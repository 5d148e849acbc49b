import Logging

/// The log: a line on standard error for each event. What is known of a request is made into text only
/// when there is something to tell of it.
struct LogLines: LogHandler {
    let label: String
    var logLevel = Logger.Level.notice
    var metadata: Logger.Metadata = [:]

    init(label: String) {
        self.label = label
    }

    subscript(metadataKey key: String) -> Logger.Metadata.Value? {
        get { metadata[key] }
        set { metadata[key] = newValue }
    }

    func log(event: LogEvent) {
        var lines = StreamLogHandler.standardError(label: label)
        lines.metadata = metadata
        lines.log(event: event)
    }
}
