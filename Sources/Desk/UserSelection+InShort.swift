import Directory

extension UserSelection {
    /// The same for the same choice, and short however many were chosen.
    var inShort: String {
        let digest = RunningDigest()
        Array(written.utf8).withUnsafeBytes { digest.update($0) }
        return Base64URL.text(digest.finish())
    }

    private var written: String {
        switch self {
        case .ids(let ids): "ids \(Self.written(ids))"
        case .filter(let query, let exceptions):
            """
            filter \([
                query.search, query.role?.rawValue, query.draft.map { "\($0)" },
                query.welcome?.rawValue, query.quietDays.map { "\($0)" },
            ]) except \(Self.written(exceptions))
            """
        }
    }

    private static func written(_ ids: [ID<User>]) -> String {
        ids.map(\.value).sorted().map(String.init).joined(separator: ",")
    }
}
