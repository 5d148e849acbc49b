import Directory
import Imports
import Testing

/// The points S18 to S29 of docs/story.md, as far as one row alone decides them.
@Suite("Row rules")
struct RowRulesTests {
    @Test(
        "S18, S19, S20: any one of first name, last name and name is enough",
        arguments: [
            Field.firstName, .lastName, .name,
        ])
    func oneName(_ field: Field) {
        var row = Row(email: "ana@example.com")
        row[field] = "Ana"

        #expect(judged(row).issues == [])
    }

    @Test("S21: without any of the three, a name is missing")
    func noName() throws {
        let row = Row(firstName: " ", lastName: "\u{A0}", email: "ana@example.com")

        #expect(judged(row).issues == .nameMissing)
        #expect(words(for: row).first?.field == .firstName)
    }

    @Test("S22: a blank email is an issue")
    func noEmail() {
        #expect(judged(Row(name: "Ana", email: " \t")).issues == .emailMissing)
    }

    @Test(
        "S23: an email that is no address says what is wrong, and repairs it where one answer is right"
    )
    func malformedEmail() {
        let row = Row(name: "Ana", email: "ana.example.com")
        let comma = Row(name: "Ana", email: "ana@gmail,com")

        #expect(words(for: row).map(\.status) == ["Add the missing @"])
        #expect(words(for: row).map(\.reason) == ["at_missing"])
        #expect(words(for: comma).map(\.fixes) == [[.change(to: "ana@gmail.com")]])
    }

    @Test("S24, S26: letter case and outer blanks make no difference to an email")
    func sameEmail() {
        let one = judged(Row(name: "Ana", email: "ANA@example.com"))
        let other = judged(Row(name: "Ben", email: " ana@Example.COM\u{A0}"))

        #expect(one.emailKey == "ana@example.com")
        #expect(other.emailKey == one.emailKey)
    }

    @Test("S24: an email that a user has is named with its user")
    func takenEmail() throws {
        let row = Row(name: "Ana", email: "ana@example.com")

        let words = IssueWords.all(for: .emailTaken, of: row, holder: "Ana Silva")

        #expect(words.map(\.status) == ["Already a user here"])
        #expect(words.map(\.fixes) == [[.deleteRow]])
    }

    @Test("S26: an email that another row has names that row")
    func repeatedEmail() {
        let row = Row(name: "Ana", email: "ana@example.com")

        let words = IssueWords.all(for: .emailRepeated, of: row, twin: 70)

        #expect(words.map(\.status) == ["Same email as row 70"])
        #expect(words.map(\.fixes) == [[.goToRow(70), .deleteRow]])
    }

    @Test("A malformed email has no key: it is never the same as another")
    func noKey() {
        #expect(judged(Row(name: "Ana", email: "ana")).emailKey == nil)
        #expect(judged(Row(name: "Ana")).emailKey == nil)
    }

    @Test(
        "S27: the two roles in any letter case, with outer blanks",
        arguments: [
            ("user", "User"), ("USER ", "User"), ("account admin", "Account Admin"),
            (" ACCOUNT ADMIN", "Account Admin"),
        ])
    func knownRole(written: String, kept: String) {
        let judgement = judged(Row(name: "Ana", email: "a@b.co", role: written))

        #expect(judgement.issues == [])
        #expect(judgement.row.role == kept)
    }

    @Test("S28: a blank role is no issue and stays blank, which means User")
    func blankRole() {
        #expect(judged(Row(name: "Ana", email: "a@b.co", role: " ")).issues == [])
        #expect(judged(Row(name: "Ana", email: "a@b.co", role: " ")).row.role == "")
    }

    @Test(
        "S29: any other role is an issue that offers the two",
        arguments: [
            "admin", "Administrator", "Partner", "member", "owner", "Account-Admin",
            "user, account admin",
        ])
    func unknownRole(_ role: String) {
        let row = Row(name: "Ana", email: "a@b.co", role: role)

        #expect(judged(row).issues == .roleUnknown)
        #expect(words(for: row).map(\.fixes) == [[.role(.user), .role(.accountAdmin)]])
    }

    @Test("A name of 10,000 letters is refused with the reason, and marked where it stands")
    func longName() {
        let row = Row(lastName: String(repeating: "x", count: 10_000), email: "a@b.co")

        #expect(judged(row).issues == .nameTooLong)
        #expect(words(for: row).map(\.field) == [.lastName])
    }

    @Test("No NUL survives in any field")
    func noNUL() {
        var row = Row()
        for field in Field.allCases { row[field] = "a\u{0}b\u{0}" }

        let kept = judged(row).row

        for field in Field.allCases { #expect(kept[field] == "ab") }
    }

    @Test("A row can name several issues, in a fixed order")
    func order() {
        let row = Row(email: "ana@", role: "Boss")

        #expect(words(for: row).map(\.code) == ["name_missing", "email_malformed", "role_unknown"])
    }

    private func judged(_ row: Row) -> Judgement { RowRules().judge(row) }

    private func words(for row: Row) -> [IssueWords] {
        IssueWords.all(for: judged(row).issues, of: judged(row).row)
    }
}
