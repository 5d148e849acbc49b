import Markup

/// A form in a dialog that lies over a page and has an address of its own.
///
/// The server sends it open, so that it works without script; with script it becomes modal, and
/// closing it leads back.
struct OverlaidForm: Sendable {
    /// Where it came from and where its form goes.
    let back: String
    let action: String
    let title: HTML
    var note: Note?
    let content: HTML
    /// The buttons, the one that does it last.
    let buttons: HTML
    /// A form that one of the buttons belongs to instead.
    var other: HTML?

    func html(_ look: Look) -> HTML {
        """
        <dialog class="modal" open aria-labelledby="overlaid" data-back="\(back)">
        <form method="post" action="\(action)" novalidate>
        <div class="dh"><h2 id="overlaid">\(title)</h2><a class="btn quiet icon" href="\(back)" aria-label="Close">\(look.icon(.x, large: true))</a></div>
        <div class="db">\(note?.html(look))\(content)</div>
        <div class="df">\(buttons)</div>
        </form>
        \(other)</dialog>
        """
    }
}
