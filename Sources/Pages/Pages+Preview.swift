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
            if first.draft.state == .matching {
                let panel = Path.importing(visit.desk.account.id)
                return .see(panel.asking(["matching": "\(number)"]))
            }
            let page = PreviewPage(
                look: look(visit), account: visit.desk.account, number: number,
                file: first.draft.fileName,
                isMatched: try await visit.desk.canMatchAgain(first.draft),
                opening: window(first))
            return .page(page.html())
        }
    }
}
