/// Why a spreadsheet couldn't be written.
public struct WriteError: Error, Sendable, Equatable {
    /// A sentence fragment for the log, such as "String exceeds Excel's limit of 32,767 characters."
    public let reason: String
}
