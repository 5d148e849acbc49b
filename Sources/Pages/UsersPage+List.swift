import Desk
import Directory
import Markup

extension UsersPage {
    private var look: Look { console.look }

    /// The tools above the list, the list, and the way to the rest of it.
    var list: HTML {
        """
        <section class="card" aria-label="Users" data-list\(facts)>
        \(tools)\(page.users.isEmpty ? noMatch : table)\(page.users.isEmpty ? nil : foot)</section>
        """
    }

    /// What a selection of all who match has to know.
    private var facts: HTML {
        let newcomers: HTML? =
            if case .added(let draft, _, let count) = news {
                " data-new-draft=\"\(draft)\" data-new-count=\"\(count)\""
            } else { nil }
        return """
             data-total="\(page.total)" data-search="\(query.search)" data-role="\(query.role?.rawValue ?? "")" data-welcome="\(query.welcome?.rawValue ?? "")" data-quiet-days="\(query.quietDays.map { "\($0)" } ?? "")" data-draft="\(query.draft.map { "\($0)" } ?? "")"\(newcomers)
            """
    }

    private var tools: HTML {
        let roles = ChoiceField(
            name: "role", label: "Role",
            choices: [
                ("", "All roles"), (Role.accountAdmin.rawValue, "Account Admins"),
                (Role.user.rawValue, "Users"),
            ], chosen: query.role?.rawValue ?? "")
        return """
            <form class="bar" role="search" method="get" action="\(Path.users(account.id).text)"><label class="search">\(look.icon(.search))<input class="input" type="search" name="search" value="\(query.search)" placeholder="Find by name or email" aria-label="Find users by name or email" autocomplete="off" dir="auto"></label>\(query.draft.map { "<input type=\"hidden\" name=\"draft\" value=\"\($0)\">" as HTML })
            <label class="choose"><span class="vh">Role</span><select class="input" name="role" data-submit>\(roles.options)</select></label>
            <label class="choose"><span class="vh">Welcome email</span><select class="input" name="welcome" data-submit>\(welcomes.options)</select></label>
            <button class="btn" type="submit">Find</button>\(ofOneImport)</form>

            """
    }

    private var welcomes: ChoiceField {
        let sent = WelcomeMark.sent(staysHere: lettersStayHere).text
        let states: [(WelcomeFilter, String)] = [
            (.notSent, "Not sent"), (.waiting, "Waiting"), (.sent, "\(sent), not registered"),
            (.registered, "Registered"), (.failed, "Failed"), (.unknown, "Unknown"),
        ]
        return ChoiceField(
            name: "welcome", label: "Welcome email",
            choices: [("", "All welcome emails")] + states.map { ($0.rawValue, $1) }
                + UserQuery.daysOfQuiet.map { ("quiet_\($0)", "No answer for \($0) days") },
            chosen: query.quietDays.map { "quiet_\($0)" } ?? query.welcome?.rawValue ?? "")
    }

    private var ofOneImport: HTML? {
        query.draft.map { draft in
            """
            <span class="pill ok from">From \(file.map { HTML.isolated($0) } ?? "import \(draft)")</span><a class="small" href="\(Path.users(account.id).text)">Show all users</a>
            """
        }
    }

    private var users: [User] {
        let above = Set(newest.map(\.id))
        return newest + page.users.filter { !above.contains($0.id) }
    }

    private var table: HTML {
        """
        <table class="tbl"><thead><tr><td class="chk"><label><input type="checkbox" data-all aria-label="Select all users on this page" autocomplete="off"></label></td><th scope="col">Name</th><th scope="col">Email</th><th scope="col">Role</th><th scope="col">Welcome email</th><th scope="col" class="opt">Added</th></tr></thead>
        <tbody>
        \(users.map(row))</tbody></table>

        """
    }

    private func row(_ user: User) -> HTML {
        let mark = WelcomeMark(of: user, staysHere: lettersStayHere)
        return """
            <tr class="link" data-user="\(Int(user.id.value))" data-draft="\(user.draft.map { "\($0)" } ?? "")" data-welcome="\(mark.code)"><td class="chk"><label><input type="checkbox" aria-label="Select \(user.displayName.isolated)" autocomplete="off"></label></td><th scope="row"><div class="who"><span class="avatar" aria-hidden="true">\(user.displayName.initials)</span>\(link(to: user, " class=\"trunc\""))\(isNew(user) ? "<span class=\"new\">New</span>" : nil)</div></th>\
            <td class="em trunc">\(HTML.isolated(user.email))</td><td class="ro">\(user.role.title)</td><td class="pl">\(mark.html(look))</td>\
            <td class="opt num">\(AccountsPage.day(user.createdAt))</td></tr>

            """
    }

    private func isNew(_ user: User) -> Bool {
        if case .added(let draft, _, _) = news { user.draft == draft } else { false }
    }

    private var noMatch: HTML {
        let words: HTML =
            query.search.isEmpty
            ? "No user matches" : "No user matches “\(HTML.isolated(query.search))”"
        return """
            <div class="empty"><div class="art">\(look.icon(.search))</div><h2>\(words)</h2>
            <p>Try part of a name or of an email address.</p>
            <div class="acts"><a class="btn" href="\(Path.users(account.id).text)">Show all users</a></div></div>
            """
    }

    private var foot: HTML {
        ListFoot(
            shown: users.count, total: page.total, noun: "user",
            first: query.after == nil ? nil : address(after: nil),
            next: page.next.map { address(after: $0) }
        ).html
    }

    private func address(after mark: PageMark?) -> String {
        var part = query
        part.after = mark
        return Path.users(account.id).asking(part.pairs)
    }
}
