package import Directory

/// What is said about one issue of a row, and the ways out that are offered.
package struct IssueWords: Sendable, Equatable {
    /// A way out, as one press.
    package enum Fix: Sendable, Equatable {
        case change(to: String)
        case role(Role)
        case goToRow(Int)
        case deleteRow
    }

    /// Stable: `name_missing`, `email_taken`, …
    package let code: String
    /// The field that is marked.
    package let field: Field
    /// A few words for the STATUS column: what to do.
    package let status: String
    /// One or two sentences for the card.
    package let card: String
    package let fixes: [Fix]
    /// For `email_malformed`: the code of the reason.
    package var reason: String?
}

extension IssueWords {
    /// The words for each issue of a row, in the order in which a row names its problems.
    ///
    /// - Parameters:
    ///   - twin: For `emailRepeated`: the number of the other row.
    ///   - holder: For `emailTaken`: the display name of the user who has the address, if known.
    package static func all(
        for issues: Issues, of row: Row, twin: Int? = nil, holder: String? = nil
    ) -> [IssueWords] {
        Issues.kinds.filter { issues.contains($0.issue) }.map { kind in
            switch kind.issue {
            case .nameMissing: nameMissing(code: kind.code)
            case .nameTooLong: nameTooLong(row, code: kind.code)
            case .emailMissing: emailMissing(code: kind.code)
            case .emailMalformed: emailMalformed(row, code: kind.code)
            case .emailTaken: emailTaken(row, holder: holder, code: kind.code)
            case .emailRepeated: emailRepeated(twin: twin, code: kind.code)
            default: roleUnknown(row, code: kind.code)
            }
        }
    }

    private static func nameMissing(code: String) -> IssueWords {
        IssueWords(
            code: code, field: .firstName, status: "Enter a name",
            card: "Enter a first name, a last name or a name. One is enough.", fixes: [])
    }

    private static func nameTooLong(_ row: Row, code: String) -> IssueWords {
        let names: [Field] = [.firstName, .lastName, .name]
        let longest = names.max { row[$0].unicodeScalars.count < row[$1].unicodeScalars.count }
        return IssueWords(
            code: code, field: longest ?? .name, status: "Shorten the name",
            card: "A name can have at most \(RowRules.longestName) characters. Shorten it.",
            fixes: [])
    }

    private static func emailMissing(code: String) -> IssueWords {
        IssueWords(
            code: code, field: .email, status: "Enter an email address",
            card: "Enter an email address. Every user signs in with one.", fixes: [])
    }

    private static func emailMalformed(_ row: Row, code: String) -> IssueWords {
        let malformed = RowRules().judge(row).emailReason
        return IssueWords(
            code: code, field: .email, status: malformed?.status ?? "Check the email address",
            card: malformed?.card ?? "Check the email address.",
            fixes: malformed?.repairs.map { .change(to: $0) } ?? [],
            reason: malformed?.reason.rawValue)
    }

    private static func emailTaken(_ row: Row, holder: String?, code: String) -> IssueWords {
        IssueWords(
            code: code, field: .email, status: "Already a user here",
            card: "\(row.email) already belongs to \(holder ?? "a user") in this account. "
                + "Change the email or delete this row.",
            fixes: [.deleteRow])
    }

    private static func emailRepeated(twin: Int?, code: String) -> IssueWords {
        let other = twin.map { "row \($0)" } ?? "another row"
        return IssueWords(
            code: code, field: .email, status: "Same email as \(other)",
            card: (twin.map { "Row \($0)" } ?? "Another row")
                + " has the same email. Change one of them or delete one.",
            fixes: (twin.map { [.goToRow($0)] } ?? []) + [.deleteRow])
    }

    private static func roleUnknown(_ row: Row, code: String) -> IssueWords {
        IssueWords(
            code: code, field: .role, status: "“\(row.role)” is not a role",
            card: "“\(row.role)” is not a role. Choose User or Account Admin.",
            fixes: Role.allCases.map { .role($0) })
    }
}
