import Desk
import Directory
import Gate
import Hummingbird
import Imports

extension Pages {
    func addPreview(to door: Door) {
        let window = window
        door.account(.get, Path.Pattern.draft) { visit in
            let number = try visit.number("draft", orRefuse: .noSuchDraft)
            let first = try await visit.desk.rows(
                of: number, view: 0, offset: 0, limit: PreviewPage.rows)
            let page = PreviewPage(
                look: look(visit), account: visit.desk.account, number: number,
                file: first.draft.fileName,
                opening: window(first))
            return .page(page.html())
        }
    }
}
