import Directory

/// What a row must satisfy on its own, whatever the other rows say. The rules are written down in docs/rules.md.
package struct RowRules: Sendable {
    /// Kept with each draft; a draft judged by older rules is judged again when it opens.
    package static let version = 2
    /// The most characters (Unicode scalars) of each name.
    package static let longestName = 200

    package init() {}

    package func judge(_ written: Row) -> Judgement {
        var row = tidied(written)
        let address = address(in: row.email)
        row.email = (try? address?.get().text) ?? row.email
        return Judgement(
            row: row,
            issues: nameIssues(row).union(emailIssues(address)).union(roleIssues(row)),
            hints: row == written ? [] : .tidied,
            emailKey: try? address?.get().key,
            emailReason: address?.failure)
    }

    private func address(in text: String) -> Result<EmailAddress, EmailAddress.Malformed>? {
        text.isEmpty
            ? nil : Result { () throws(EmailAddress.Malformed) in try EmailAddress(text) }
    }

    private func trimmed(address text: String) -> String {
        text.trimming { $0.isBlank || $0.isInvisible }
    }

    private func tidied(_ written: Row) -> Row {
        var row = written
        for field in Field.allCases {
            row[field] = TidiedText(written[field]).value
        }
        row.email = trimmed(address: row.email)
        row.role = Role(title: row.role)?.title ?? row.role
        return row
    }

    private func nameIssues(_ row: Row) -> Issues {
        let names = [row.firstName, row.lastName, row.name]
        if names.allSatisfy(\.isEmpty) { return .nameMissing }
        return names.contains(where: isTooLong) ? .nameTooLong : []
    }

    private func isTooLong(_ name: String) -> Bool {
        name.utf8.count > Self.longestName && name.unicodeScalars.count > Self.longestName
    }

    private func emailIssues(
        _ address: Result<EmailAddress, EmailAddress.Malformed>?
    ) -> Issues {
        switch address {
        case nil: .emailMissing
        case .success: []
        case .failure: .emailMalformed
        }
    }

    /// A blank role means User.
    private func roleIssues(_ row: Row) -> Issues {
        row.role.isEmpty || Role(title: row.role) != nil ? [] : .roleUnknown
    }
}

extension Result {
    fileprivate var failure: Failure? {
        if case .failure(let failure) = self { failure } else { nil }
    }
}
