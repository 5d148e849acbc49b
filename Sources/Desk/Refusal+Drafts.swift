import Directory
import Imports

extension Refusal {
    static let noSuchView = Refusal(
        .notFound, "This list of rows is not kept any more.", remedy: "Choose the filter again.")

    static let draftKeyReused = Refusal(
        .draftKeyReused, "Another file was uploaded under this key.",
        remedy: "Choose a new key for each file.")

    static let draftExpired = Refusal(
        .draftExpired, "This import was left for too long and its rows are gone.",
        remedy: "Upload the spreadsheet again.")

    static let draftCommitting = Refusal(
        .draftCommitting, "The users of this import are being added.",
        remedy: "Wait until it is done.")

    static let draftFinished = Refusal(
        .draftClosed, "This import was already finished.",
        remedy: "Start a new one to add more users.")

    static let draftDiscarded = Refusal(
        .draftClosed, "This import was cancelled.", remedy: "Undo the cancellation first.")

    static let draftUnmatched = Refusal(
        .draftClosed, "Nobody has said yet which column of this spreadsheet holds what.",
        remedy: "Match its columns first.")

    static let draftMatched = Refusal(
        .draftClosed, "The columns of this import are matched.", remedy: "Open its Preview.")

    static let nothingToCommit = Refusal(
        .nothingToCommit, "No row is ready.", remedy: "Correct the errors or add a row.")

    static let readingTakesLong = Refusal(
        .busy, "This spreadsheet is still being read.", remedy: "Try again in a moment.",
        retryAfter: 5)

    static let longWindow = Refusal(
        .wrongValue, "At most \(AccountDesk.longestWindow) rows can be asked for at once.",
        remedy: "Ask for fewer rows.", field: "limit")

    static let emptyEdit = Refusal(
        .wrongValue, "A change names between 1 and \(AccountDesk.longestEdit) operations.",
        remedy: "Send them in several requests.", field: "ops")

    static func draftLimit(_ limit: Int) -> Refusal {
        Refusal(
            .draftLimit, "This account has \(limit) unfinished imports.",
            remedy: "Finish or cancel one of them first.")
    }

    static func rowsChanged(_ positions: [Int]) -> Refusal {
        var refusal = Refusal(
            .rowChanged, "Somebody else changed this row meanwhile.",
            remedy: "Look at the row as it is now and try again.")
        refusal.positions = positions
        return refusal
    }

    static let stepChanged = Refusal(
        .stepChanged, "Another change is the last one by now.",
        remedy: "Look at the rows as they are now and try again.")

    static func noSuchRow(_ position: Int) -> Refusal {
        Refusal(
            .wrongValue, "There is no row at position \(position).", remedy: "Load the rows again.",
            field: "position")
    }

    /// Why a draft in this state can't be changed; nil when it is open.
    static func closed(_ state: Draft.State) -> Refusal? {
        switch state {
        case .open: nil
        case .committing: .draftCommitting
        case .finished: .draftFinished
        case .discarded: .draftDiscarded
        case .matching: .draftUnmatched
        case .reading: .noSuchDraft
        }
    }
}
