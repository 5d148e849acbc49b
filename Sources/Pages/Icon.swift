import Markup

/// The pictures of the sprite that pages use (scripts use more). They say nothing by themselves: words
/// stand beside them.
enum Icon: String, Sendable, CaseIterable {
    case alert, apps, art, building, check, clock, dot, down, leave, letter, logo, mail, menu, okc,
        outside, person,
        plus, search, screen
    case theme, up, upload, users, warn, x
}

extension Look {
    func icon(_ icon: Icon, large: Bool = false) -> HTML {
        """
        <svg class="\(large ? "i l" : "i")" aria-hidden="true"><use href="\(assets)/img/icons.svg#\(icon.rawValue)"/></svg>
        """
    }
}
