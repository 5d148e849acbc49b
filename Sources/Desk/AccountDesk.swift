package import Directory

/// What a viewer may do in one account. Nobody else can make one, and each write checks the right again.
package struct AccountDesk: Sendable {
    let office: Office
    let viewer: Viewer
    package let account: Account
}
