import Directory
import Markup

/// A page that stands alone: what was asked for isn't there, is refused, or something broke.
struct LonePage: Sendable {
    let title: String
    let message: String
    let remedy: String

    init(_ refusal: Refusal) {
        title =
            switch refusal.code {
            case .notFound: "Nothing is here"
            case .busy: "Too busy just now"
            default: "This was not done"
            }
        message = refusal.message
        remedy = refusal.remedy
    }

    /// - Parameter id: Under which it stands in the log.
    init(fault id: String) {
        title = "Something went wrong"
        message = "It was noted."
        remedy = "Try again. If it stays, tell the operator the number \(id)."
    }

    func html(_ look: Look) -> HTML {
        let body: HTML = """
            <div class="alone"><header><a class="brand" href="\(Path.home.text)">\(look.icon(.logo, large: true))<span>Rollbook</span></a></header>
            <main class="card" id="main">
            <div class="art">\(look.icon(.alert))</div>
            <h1>\(title)</h1>
            <p>\(message) \(remedy)</p>
            <div class="acts"><a class="btn primary" href="\(Path.home.text)">Go to the console</a></div>
            </main></div>
            """
        return Document(title: title, styles: ["signin"], script: "shell", body: body).html(look)
    }
}
