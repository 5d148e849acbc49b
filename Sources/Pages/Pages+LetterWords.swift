import Desk
import Directory
import Gate
import Hummingbird

extension Pages {
    /// What the account says in its own words, with the email that comes of it.
    func addLetterWords(to door: Door) {
        door.account(.get, Path.Pattern.welcomeEmail) { visit in
            let words = try await visit.desk.letterWords()
            let kept: LetterWordsForm? = memos.memo(
                try visit.query("memo"), for: visit.session.viewer)
            let page = LetterWordsPage(
                console: try await console(visit, .welcomeEmail(visit.desk.account)),
                account: visit.desk.account, form: kept ?? LetterWordsForm(of: words),
                wasSaved: try kept == nil && visit.query("saved") == "yes")
            return .page(page.html())
        }

        door.account(.post, Path.Pattern.welcomeEmail) { visit in
            var form = try await visit.form { try LetterWordsForm(&$0) }
            let page = Path.welcomeEmail(visit.desk.account.id)
            do {
                _ = try await visit.desk.setLetterWords(
                    subject: form.subject, greeting: form.greeting, replyTo: form.replyTo)
                return .see(page.asking(["saved": "yes"]))
            } catch let refusal as Refusal where refusal.belongsInForm {
                form.refusal = refusal
                let memo = memos.leave(form.shortened, for: visit.session.viewer)
                return .see(page.asking(["memo": memo]))
            }
        }
    }
}
