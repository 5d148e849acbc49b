import Markup

/// The pictures of the sprite that pages use (scripts use more). They say nothing by themselves: words
/// stand beside them.
enum Icon: String, Sendable, CaseIterable {
    case alert, art, building, check, clock, dot, leave, letter, logo, mail, menu, okc, person,
        plus, search, screen
    case theme, upload, users, warn, x
}

extension Look {
    func icon(_ icon: Icon, large: Bool = false) -> HTML {
        """
        <svg class="\(large ? "i l" : "i")" aria-hidden="true"><use href="\(assets)/img/icons.svg#\(icon.rawValue)"/></svg>
        """
    }
}
