package import Directory

/// What the door itself declines.
extension Refusal {
    package static let signInNeeded = Refusal(
        .signInNeeded, "You are not signed in.", remedy: "Sign in and try again.")

    static let methodNotAllowed = Refusal(
        .methodNotAllowed, "This address doesn't take requests of this kind.")

    static let hostMissing = Refusal(
        .malformedRequest, "The request doesn't name one host.")

    static let crowded = Refusal(
        .busy, "Too many requests come from your network at once.",
        remedy: "Try again in a moment.", retryAfter: 1)

    static let manyUploads = Refusal(
        .busy, "Many spreadsheets are being uploaded at the moment.",
        remedy: "Try again in a few seconds.", retryAfter: 5)

    static let crossSite = Refusal(
        .crossSite, "This request came from another site and was not carried out.",
        remedy: "Open the console by its own address and repeat there what you were doing.")

    static func tooLarge(_ limit: Int, for body: Route.Body) -> Refusal {
        switch body {
        case .small:
            Refusal(.tooLarge, "The request is larger than \(limit.bytesInWords).")
        case .spreadsheet:
            Refusal(
                .fileTooLarge, "The file is larger than \(limit.bytesInWords).",
                remedy: "Split it into several files.")
        }
    }

    package static func malformed(_ message: String) -> Refusal {
        Refusal(.malformedRequest, message)
    }

    /// A key, form field or query that the address doesn't know.
    package static func unknownKey(_ key: String) -> Refusal {
        Refusal(
            .unknownKey, "There is no key \u{201C}\(key.prefix(100))\u{201D} here.",
            remedy: "Leave it out.", field: String(key.prefix(100)))
    }

    package static func wrongValue(_ key: String, _ expected: String) -> Refusal {
        Refusal(
            .wrongValue, "\u{201C}\(key)\u{201D} must be \(expected).", field: key)
    }
}

extension Int {
    /// A number of bytes as people read it: "256 MiB".
    fileprivate var bytesInWords: String {
        if self >= 1 << 20, self % (1 << 20) == 0 {
            "\(self >> 20) MiB"
        } else if self >= 1 << 10, self % (1 << 10) == 0 {
            "\(self >> 10) KiB"
        } else {
            "\(self) bytes"
        }
    }
}
