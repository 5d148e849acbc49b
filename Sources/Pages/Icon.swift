import Markup

/// The pictures of the sprite. They say nothing by themselves: words stand beside them.
enum Icon: String, Sendable, CaseIterable {
    case alert, art, building, check, clock, dot, down, download, filter, key, keys, leave, logo
    case mail, menu, more, next, okc, paste, person, plus, redo, right, search, sheet, spark, theme
    case trash, undo, upload, users, warn, x
}

extension Look {
    func icon(_ icon: Icon, large: Bool = false) -> HTML {
        """
        <svg class="\(large ? "i l" : "i")" aria-hidden="true"><use href="\(assets)/img/icons.svg#\(icon.rawValue)"/></svg>
        """
    }
}
