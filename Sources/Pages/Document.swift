import Markup

/// A whole page as it is sent.
struct Document: Sendable {
    /// What the tab says; the product's name follows.
    var title: String
    /// The names of its own style sheets, beside those of every page.
    var styles: [String] = []
    /// The name of its module, which brings along all else.
    var script: String
    var body: HTML

    private static let everywhere = [
        "tokens", "base", "controls", "shell", "notices", "forms", "dialogs",
    ]

    func html(_ look: Look) -> HTML {
        """
        <!doctype html>
        <html lang="en"\(look.theme.map { " data-theme=\"\($0.rawValue)\"" as HTML })>
        <head>
        <meta charset="utf-8">
        <meta name="viewport" content="width=device-width, initial-scale=1">
        <meta name="color-scheme" content="light dark">
        <title>\(title) – Rollbook</title>
        <link rel="icon" href="\(look.assets)/img/favicon.svg" type="image/svg+xml">
        \((Self.everywhere + styles).map { "<link rel=\"stylesheet\" href=\"\(look.assets)/css/\($0).css\">\n" })\(modules(look))<script type="module" src="\(look.assets)/js/\(script).js"></script>
        </head>
        <body>
        \(body)
        </body>
        </html>

        """
    }

    private func modules(_ look: Look) -> [HTML] {
        look.modules.needed(by: "js/\(script).js").map {
            "<link rel=\"modulepreload\" href=\"\(look.assets)/\($0)\">\n"
        }
    }
}
