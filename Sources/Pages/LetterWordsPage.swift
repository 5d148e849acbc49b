import Directory
import Markup

/// The welcome email of an account: its own words beside the product's, and what comes of them.
struct LetterWordsPage: Sendable {
    let console: Console
    let account: Account
    let form: LetterWordsForm
    let wasSaved: Bool

    private var look: Look { console.look }

    func html() -> HTML {
        let main: HTML = """
            \(head.html)\(note?.html(look))<div class="beside">
            \(fields)
            <section class="card" aria-label="The email as it is sent now"><iframe class="letter" src="\(Path.welcomeLetter(account.id).text)" title="The email as it is sent now" sandbox></iframe></section>
            </div>
            """
        let title = "Welcome email, \(account.name.isolated)"
        return Document(
            title: form.refusal == nil ? title : "Error: \(title)", styles: ["mailbox"],
            script: "shell", body: console.body(main: main)
        ).html(look)
    }

    private var head: PageHead {
        PageHead(
            title: "Welcome email",
            words: "What new users of \(HTML.isolated(account.name)) read first.")
    }

    private var note: Note? {
        if let refusal = form.refusal { return .error(refusal.message, refusal.remedy) }
        return wasSaved
            ? .done("Your words were saved. Emails that are sent from now on have them.") : nil
    }

    private var fields: HTML {
        let subject = FormField(
            name: "subject", label: "Subject", value: form.subject,
            hint: "Left empty: Your \(account.name.isolated) account is ready – set it up",
            isWrong: isWrong("subject"))
        let replyTo = FormField(
            name: "reply_to", label: "Answers go to", value: form.replyTo, type: "email",
            hint: "Left empty: to the person who sends the emails.", isWrong: isWrong("reply_to"))
        return """
            <section class="card" aria-label="Your words"><form class="pad" method="post" action="\(Path.welcomeEmail(account.id).text)" novalidate>
            \(subject.html(look))<div class="field"><label for="greeting">Greeting</label>
            <p class="hint" id="greeting-hint">Stands above the button. Left empty, it says who added the user. An empty line begins a new paragraph.</p>
            <textarea class="input" id="greeting" name="greeting" rows="7" maxlength="2000" dir="auto" aria-describedby="greeting-hint"\(isWrong("greeting") ? " aria-invalid=\"true\"" : nil)>
            \(form.greeting)</textarea></div>
            \(replyTo.html(look))<div class="acts"><button class="btn primary" type="submit">Save</button></div>
            </form></section>
            """
    }

    private func isWrong(_ field: String) -> Bool { form.refusal?.field == field }
}
