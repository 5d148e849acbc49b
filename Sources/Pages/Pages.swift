package import Desk
package import Directory
package import Gate
import HTTPTypes
package import Hummingbird
import Markup
import NIOCore

/// The console: every page that the server renders, and what they are drawn with.
package struct Pages: Sendable {
    /// Writes a window of rows as the API does.
    package typealias WindowJSON = @Sendable (RowWindow) -> [UInt8]

    let assets: Assets
    let window: WindowJSON
    let memos = Memos()
    /// Apart, so that strangers can't push other people's memos out.
    let signIns = Memos()

    /// - Parameter window: The Preview brings its first rows along, and its script reads them like a
    ///   reply of the API.
    package init(assets: Assets, window: @escaping WindowJSON) {
        self.assets = assets
        self.window = window
    }

    /// Where the Preview of a draft is found, for those who link to it from outside.
    package static func preview(of draft: Int, in account: ID<Account>) -> String {
        Path.draft(account, draft).text
    }

    package func addRoutes(to door: Door) {
        addSignIn(to: door)
        addProfile(to: door)
        addApplications(to: door)
        addAccounts(to: door)
        addUsers(to: door)
        addUserForms(to: door)
        addUserDeletion(to: door)
        addWelcome(to: door)
        addMailbox(to: door)
        addLetterWords(to: door)
        addRegistration(to: door)
        addPreview(to: door)
        addAssets(to: door)
    }

    /// Renders what went wrong; a caller who isn't signed in is led to the sign-in and back.
    package func trouble(_ trouble: Trouble, _ visit: Visit<Void>) -> Response {
        let page: LonePage
        switch trouble {
        case .refused(let refusal) where refusal.code == .signInNeeded:
            let isReading = visit.request.method == .get || visit.request.method == .head
            return .see(Path.signIn.asking(["next": isReading ? visit.place : nil]))
        case .refused(let refusal): page = LonePage(refusal)
        case .fault(let id): page = LonePage(fault: id)
        }
        return .page(page.html(look(visit)), trouble.status)
    }

    func look<Pass>(_ visit: Visit<Pass>) -> Look {
        Look(
            assets: assets.root, modules: assets.modules,
            cookies: visit.request.headers[values: .cookie])
    }

    func console<Pass>(_ visit: Visit<Pass>, _ session: Session, _ place: Console.Place) -> Console
    {
        Console(look: look(visit), session: session, place: place)
    }
}

extension Visit {
    /// The address that was asked for; nil where everybody arrives anyway.
    fileprivate var place: String? {
        let place = request.uri.path + (request.uri.query.map { "?" + $0 } ?? "")
        return place == Path.home.text ? nil : place
    }
}

extension Response {
    static func page(_ html: HTML, _ status: HTTPResponse.Status = .ok) -> Response {
        Response(
            status: status, headers: [.contentType: "text/html; charset=utf-8"],
            body: ResponseBody(byteBuffer: ByteBuffer(string: html.text)))
    }
}
