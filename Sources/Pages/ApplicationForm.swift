import Directory
import Gate
import Markup

/// Add Application, and Edit.
struct ApplicationForm: Sendable {
    var name = ""
    var letter = ""
    var address = ""
    var refusal: Refusal?

    init() {}

    init(of application: Application) {
        name = application.name
        letter = application.letter
        address = application.address.text
    }

    init(_ fields: inout FormFields) throws {
        name = try fields.optional("name") ?? ""
        letter = try fields.optional("letter") ?? ""
        address = try fields.optional("address") ?? ""
    }

    var shortened: ApplicationForm {
        var form = self
        form.name = name.shortened
        form.letter = letter.shortened
        form.address = String(address.prefix(3_000))
        return form
    }

    func title(of application: Application?) -> String {
        (refusal == nil ? "" : "Error: ")
            + (application.map { "Edit \($0.name.isolated)" } ?? "Add Application")
    }

    /// - Parameter application: What is changed; nil for a new one.
    func overlaid(of application: Application?, in account: ID<Account>, _ look: Look)
        -> OverlaidForm
    {
        let back = Path.applications(account).text
        let path: Path =
            application.map { .application(account, $0.id) } ?? .newApplication(account)
        return OverlaidForm(
            back: back, action: path.text,
            title: application.map { "Edit \(HTML.isolated($0.name))" } ?? "Add Application",
            note: refusal.map { .error($0.message, $0.remedy) }, content: fields(look),
            buttons: """
                \(application == nil ? nil : "<button class=\"btn danger far\" type=\"submit\" form=\"deletion\">Delete</button>")<a class="btn" href="\(back)">Cancel</a><button class="btn primary" type="submit">\(application == nil ? "Add Application" : "Save")</button>
                """,
            other: application.map { deletion(of: $0, in: account) })
    }

    private func fields(_ look: Look) -> HTML {
        let first = refusal?.field ?? "name"
        let name = FormField(
            name: "name", label: "Name", value: name, hint: "What people call it.",
            isRequired: true, hasFocus: first == "name", isWrong: refusal?.field == "name")
        let address = FormField(
            name: "address", label: "Address", value: address, type: "url",
            hint: "Where it is found, such as https://mail.example.com. It opens in a new tab.",
            isRequired: true, hasFocus: first == "address", isWrong: refusal?.field == "address")
        let letter = FormField(
            name: "letter", label: "Letter", value: letter,
            hint: "Stands in its picture. Left empty, it is the first one of the name.",
            hasFocus: first == "letter", isWrong: refusal?.field == "letter")
        return "\(name.html(look))\(address.html(look))\(letter.html(look))"
    }

    /// It can be brought back, so nobody is asked.
    private func deletion(of application: Application, in account: ID<Account>) -> HTML {
        """
        <form id="deletion" method="post" action="\(Path.applicationDeletion(account, application.id).text)"></form>
        """
    }
}
