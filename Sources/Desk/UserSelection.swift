package import Directory
import Store

/// Which users somebody chose on the Users page: some by their boxes, or all of a list but a few.
package enum UserSelection: Sendable {
    case ids([ID<User>])
    /// The query's page doesn't count, only what it filters.
    case filter(UserQuery, except: [ID<User>])

    func chosen(at now: Timestamp) -> ChosenUsers {
        switch self {
        case .ids(let ids): ChosenUsers(ids: ids)
        case .filter(let query, let exceptions):
            ChosenUsers(UserFilter(query, at: now), except: exceptions)
        }
    }
}
