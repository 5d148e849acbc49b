import Markup

/// A labelled line to type into, with what is wrong with it.
struct FormField: Sendable {
    var name: String
    var label: String
    var value = ""
    var type = "text"
    var autocomplete = "off"
    var hint: String?
    var isRequired = false
    var hasFocus = false
    /// What to do about it, in a few words.
    var error: String?
    /// Something is wrong with it that is said elsewhere.
    var isWrong = false

    func html(_ look: Look) -> HTML {
        """
        <div class="field"><label for="\(name)" id="\(name)-label">\(label)</label>
        \(hint.map { "<p class=\"hint\" id=\"\(name)-hint\">\($0)</p>" as HTML })\(control)\(message(look))</div>

        """
    }

    private var control: HTML {
        let input: HTML = """
            <input class="input" id="\(name)" name="\(name)" type="\(kind)"\(inputMode) value="\(value)" autocomplete="\(autocomplete)" spellcheck="false" dir="\(direction)"\(described)\(isRequired ? " required" : nil)\(hasFocus ? " autofocus" : nil)>
            """
        guard type == "password" else { return input }
        return """
            <div class="pw">\(input)<button class="btn quiet sm" type="button" data-reveal="\(name)" aria-pressed="false" aria-describedby="\(name)-label" hidden>Show</button></div>
            """
    }

    private var inputMode: HTML? {
        ["email", "url"].contains(type) ? " inputmode=\"\(type)\" autocapitalize=\"none\"" : nil
    }

    /// Browsers rewrite what stands in a field for addresses (blanks, other scripts), so it is one for text.
    private var kind: String { type == "password" ? type : "text" }

    /// Names are written in either direction, addresses and passwords in one.
    private var direction: String { type == "text" ? "auto" : "ltr" }

    private var described: HTML {
        let ids = [hint.map { _ in "\(name)-hint" }, error.map { _ in "\(name)-error" }]
            .compactMap { $0 }
        let invalid: HTML? = error == nil && !isWrong ? nil : " aria-invalid=\"true\""
        guard !ids.isEmpty else { return "\(invalid)" }
        return "\(invalid) aria-describedby=\"\(ids.joined(separator: " "))\""
    }

    private func message(_ look: Look) -> HTML? {
        error.map { words in
            """
            <p class="err-msg" id="\(name)-error">\(look.icon(.alert))<span>\(words)</span></p>
            """
        }
    }
}

/// A labelled list to choose from.
struct ChoiceField: Sendable {
    var name: String
    var label: String
    /// What is sent, and what is read.
    var choices: [(value: String, title: String)]
    var chosen: String
    /// What is the matter with it is said elsewhere.
    var isWrong = false

    func html() -> HTML {
        """
        <div class="field"><label for="\(name)">\(label)</label><select class="input" id="\(name)" name="\(name)"\(isWrong ? " aria-invalid=\"true\" autofocus" : nil)>\(options)</select></div>

        """
    }

    var options: [HTML] {
        choices.map { choice in
            """
            <option value="\(choice.value)"\(choice.value == chosen ? " selected" : nil)>\(choice.title)</option>
            """
        }
    }
}
