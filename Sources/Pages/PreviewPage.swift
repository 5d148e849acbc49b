import Directory
import Imports
import Markup

/// The Preview of a draft: the frame that the page's script fills, and the first window of rows.
///
/// What `js/preview.js` reads:
/// - `main#preview` with `data-account` (11 letters), `data-account-name`, `data-draft` (its number)
///   `data-users` (where to go when it is closed) and `data-matched` if its columns can be matched anew,
/// - `script#opening` of type `application/json`: the window of docs/api.md for view 0 from offset 0.
struct PreviewPage: Sendable {
    let look: Look
    let account: Account
    let number: Int
    /// The name of the file, which people know the import by.
    let file: String
    /// Its columns were matched, and can be matched anew.
    var isMatched = false
    /// The first window, as the API writes it.
    let opening: [UInt8]

    /// As many rows as the grid holds in one page.
    static let rows = 128

    func html() -> HTML {
        let users = Path.users(account.id).asking(["added": "\(number)"])
        let matched: HTML? = isMatched ? " data-matched" : nil
        let body: HTML = """
            <main class="win" id="preview" data-account="\(account.id.text)" data-account-name="\(account.name)" data-draft="\(number)" data-users="\(users)"\(matched)>
            <div class="dh"><h1>Preview</h1></div>
            <noscript><div class="db"><div class="note err"><div class="b"><p><strong>The Preview needs JavaScript.</strong> Switch it on and open this page again. Nothing is lost: the import waits here. <a href="\(Path.users(account.id).text)">Back to the users</a></p></div></div></div></noscript>
            </main>
            <script type="application/json" id="opening">\(HTML(json: opening))</script>
            """
        return Document(
            title: "Preview of \(file.isolated), \(account.name.isolated)",
            styles: ["preview", "grid"],
            script: "preview", body: body
        ).html(look)
    }
}
