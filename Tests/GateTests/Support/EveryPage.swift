import Desk
import Directory
import Imports
import Markup

@testable import Pages

/// Every page of the console, drawn with one name in every place where a person's words can stand.
struct EveryPage {
    let words: String
    let look = Look(assets: "/assets/abc", theme: .dark)

    private var account: Account {
        Account(id: ID(1 << 50), partner: ID(7), name: words, userCount: 12_480)
    }

    private var user: User {
        User(
            account: account.id, id: ID(12), email: words, firstName: words, lastName: words,
            name: words, displayName: words, role: .accountAdmin, registeredAt: nil,
            createdAt: Timestamp(1_772_582_400_000), version: 3, draft: 4)
    }

    private var row: Row {
        Row(firstName: words, lastName: words, name: words, email: words, role: words)
    }

    private var refusal: Refusal { Refusal(.wrongValue, words, remedy: words, field: "name") }

    private func console(_ place: Console.Place, isPartner: Bool = true) -> Console {
        let session = Session(
            viewer: .user(user.id, of: account.id), user: user, account: account, isAdmin: true,
            isPartner: isPartner)
        return Console(look: look, session: session, place: place)
    }

    /// Each by its name.
    var all: [String: HTML] {
        entrance.merging(accounts) { $1 }.merging(users) { $1 }.merging(others) { $1 }.merging(
            applications
        ) { $1 }
    }

    private var entrance: [String: HTML] {
        [
            "sign-in": SignInPage().html(look),
            "sign-in refused": SignInPage(email: words, next: words, refusal: refusal).html(look),
            "sign-in with choices": SignInPage(email: words, choices: [account]).html(look),
            "sign-in after leaving": SignInPage(leaver: account).html(look),
            "refusal": LonePage(refusal).html(look),
            "fault": LonePage(fault: words).html(look),
        ]
    }

    private var accounts: [String: HTML] {
        let line = AccountLine(
            account: account, admin: words, lastImport: Timestamp(0), hasUnfinishedImport: true)
        let full = AccountPage(lines: [line], total: 60, next: PageMark(text: "mark"))
        let empty = AccountPage(lines: [], total: 0, next: nil)
        let form = AccountForm(name: words, refusal: refusal).overlaid(look)
        let console = console(.accounts)
        return [
            "accounts": AccountsPage(console: console, page: full, search: words).html(),
            "no accounts": AccountsPage(console: console, page: empty).html(),
            "no account matches": AccountsPage(console: console, page: empty, search: words)
                .html(),
            "add account": AccountsPage(console: console, page: full, dialog: form).html(),
        ]
    }

    private var users: [String: HTML] {
        var query = UserQuery()
        query.search = words
        query.draft = 4
        var ofImport = page(
            UserPage(users: [user], total: 60, next: nil), query,
            news: .added(byImport: 4, file: words, count: 98))
        ofImport.file = words
        let full = UserPage(users: [user], total: 60, next: PageMark(text: "mark"))
        let none = UserPage(users: [], total: 0, next: nil)
        let form = UserForm(
            account: account, user: user, row: row, version: 3,
            issues: [.emailTaken, .nameTooLong, .roleUnknown], refusal: refusal)
        let resignation = UserForm(
            account: account, list: query, user: user, row: row, isOneself: true,
            asksToResign: true)
        let deletion = UserDeletion(account: account, list: query, user: user, refusal: refusal)
        let farewell = UserDeletion(account: account, user: user, isOneself: true)
        return [
            "users": page(full, query, news: .added(byImport: 4, file: words, count: 98)).html(),
            "users of an import": ofImport.html(),
            "user saved": page(full, news: .saved(user)).html(),
            "user deleted": page(full, news: .deleted(user)).html(),
            "user added": page(full, query, news: .new(user)).html(),
            "nobody matches": page(none, query).html(),
            "nobody yet": UsersPage(
                console: console(.account(account)),
                account: Account(id: account.id, partner: nil, name: words, userCount: 0),
                retryHours: 48, page: none, news: .accountAdded
            ).html(),
            "import": page(full, opensPanel: true).html(),
            "edit user": page(full, over: (form.title, form.overlaid(look))).html(),
            "give up rights": page(full, over: (resignation.title, resignation.overlaid(look)))
                .html(),
            "delete oneself": page(full, over: (farewell.title, farewell.overlaid(look))).html(),
            "delete user": page(full, over: (deletion.title, deletion.overlaid(look))).html(),
        ]
    }

    private func page(
        _ users: UserPage, _ query: UserQuery = UserQuery(), news: UsersPage.News? = nil,
        over: (title: String, form: OverlaidForm)? = nil, opensPanel: Bool = false
    ) -> UsersPage {
        UsersPage(
            console: console(.account(account), isPartner: false), account: account,
            retryHours: 48, query: query, page: users, news: news, overlay: over,
            opensPanel: opensPanel)
    }

    /// Their addresses were looked at when they were set up; here one stands that stays in the house.
    private var applications: [String: HTML] {
        let application = Application(
            id: ID(5), name: words, letter: words, address: WebAddress(kept: "/"), place: 1)
        let lists = ApplicationLists(fromPartner: [application], own: [application])
        let none = ApplicationLists(fromPartner: [], own: [])
        func page(_ lists: ApplicationLists, _ news: ApplicationsPage.News? = nil)
            -> ApplicationsPage
        {
            ApplicationsPage(
                console: console(.applications(account), isPartner: false), account: account,
                lists: lists, isPartner: true, news: news)
        }
        var form = ApplicationForm(of: application)
        form.refusal = refusal
        var edited = page(lists)
        edited.overlay = (
            form.title(of: application), form.overlaid(of: application, in: account.id, look)
        )
        let yours = console(.yourApplications)
        return [
            "your applications": YourApplicationsPage(console: yours, lists: lists).html(),
            "no applications for you": YourApplicationsPage(console: yours, lists: none).html(),
            "applications": page(lists, .moved(application, .up)).html(),
            "application deleted": page(lists, .deleted(application, memo: words)).html(),
            "no applications": page(none, .added(application)).html(),
            "edit application": edited.html(),
        ]
    }

    private var others: [String: HTML] {
        let profile = ProfilePage(
            console: console(.profile), user: user, sessions: [], leastLength: 15,
            trouble: .name(refusal, row, 3))
        let resigned = ProfilePage(
            console: console(.profile), user: user, sessions: [], leastLength: 15,
            news: .rights)
        let json = Array("{\"name\":\"\(words.filter { $0 != "\"" && $0 != "\\" })\"}".utf8)
        return [
            "profile": profile.html(), "profile of a user now": resigned.html(),
            "preview": PreviewPage(
                look: look, account: account, number: 3, file: words, opening: json
            ).html(),
        ]
    }
}
