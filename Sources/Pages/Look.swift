/// What every page is drawn with.
struct Look: Sendable {
    /// The theme that a person chose instead of the system's.
    enum Theme: String, Sendable {
        case light
        case dark
    }

    /// Where the assets lie: `/assets/{hash}`.
    let assets: String
    let theme: Theme?
    let modules: Modules

    init(assets: String, modules: Modules = Modules([:]), theme: Theme? = nil) {
        self.assets = assets
        self.modules = modules
        self.theme = theme
    }

    /// Reads the theme from `Cookie` headers; the page's own script writes it there.
    init(assets: String, modules: Modules = Modules([:]), cookies: [String]) {
        let pairs = cookies.flatMap { $0.split(separator: ";") }
        let themes = pairs.compactMap { pair -> Theme? in
            let pair = pair.drop { $0 == " " }
            return pair.hasPrefix("theme=") ? Theme(rawValue: String(pair.dropFirst(6))) : nil
        }
        self.init(assets: assets, modules: modules, theme: themes.first)
    }
}
