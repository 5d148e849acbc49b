import Markup

/// The head of a page: its title, what it is about, and what can be done there.
struct PageHead: Sendable {
    let title: HTML
    let words: HTML?
    /// Buttons and links, the one that matters most last.
    var actions: HTML?

    var html: HTML {
        """
        <div class="page-head"><div class="grow"><h1>\(title)</h1>\(words.map { "<p>\($0)</p>" as HTML })</div>\(actions.map { "<div class=\"acts\">\($0)</div>" as HTML })</div>

        """
    }
}
