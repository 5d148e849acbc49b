package import Directory
package import HTTPTypes
package import Hummingbird

/// Why a request isn't answered as it was meant.
package enum Trouble: Sendable {
    /// Declined, with words for the caller.
    case refused(Refusal)
    /// Something broke. It is in the log under this id, and the caller learns nothing else.
    case fault(id: String)

    package var status: HTTPResponse.Status {
        switch self {
        case .refused(let refusal): refusal.code.status
        case .fault: .internalServerError
        }
    }
}

/// Renders trouble for people; the door adds the status and the headers.
package typealias TroublePage = @Sendable (Trouble, Visit<Void>) -> Response
