/// Why a spreadsheet couldn't be written.
public struct WriteError: Error, Sendable, Equatable {
    public let reason: String
}
