import Desk
import Directory
import Imports
import Testing

/// The letters of a house without SMTP, and who may read them.
struct MailboxTests {
    @Test func thoseWhoLookAfterAnAccountReadItsLettersAndItsOwnAdminsDont() async throws {
        let house = try await House()
        let user = try await house.addUnregistered("new@acme.example", to: house.acme)
        let anna = try await house.desk(of: house.anna, at: house.acme)
        let paula = try await house.desk(of: house.paula, at: house.acme)
        _ = try await anna.sendWelcome(request: "one", .ids([user.id]), shown: 1)

        let page = try await paula.mailbox(after: nil)
        let letter = try await paula.letter(1)
        let refusals = [
            await house.refusal { _ in _ = try await anna.mailbox(after: nil) },
            await house.refusal { _ in _ = try await anna.letter(1) },
        ]

        #expect(page.letters.map(\.address) == ["new@acme.example"])
        #expect(letter.line.state == .queued)
        #expect(letter.html.contains(letter.link))
        #expect(letter.text.contains(letter.link))
        #expect(letter.raw.contains("Auto-Submitted: auto-generated"))
        #expect(refusals.allSatisfy { $0?.code == .notFound })
        #expect(try await paula.mayReadMailbox())
        #expect(try await !anna.mayReadMailbox())
    }

    @Test func theAdminsOfAnAccountWithoutAPartnerReadItsOwn() async throws {
        let house = try await House()
        let user = try await house.addUnregistered("new@northwind.example", to: house.northwind)
        let desk = try await house.desk(of: house.paula, at: house.northwind)

        _ = try await desk.sendWelcome(request: "one", .ids([user.id]), shown: 1)

        #expect(try await desk.mailbox(after: nil).letters.count == 1)
        #expect(
            try await house.desk(of: .commandLine, at: house.northwind).letter(1).line.number == 1)
    }

    @Test func pagesBringEveryLetterOnceTheNewestFirst() async throws {
        let house = try await House()
        for number in 0..<7 {
            _ = try await house.addUnregistered("p\(number)@acme.example", to: house.acme)
        }
        let desk = try await house.desk(of: house.paula, at: house.acme)
        var query = UserQuery()
        query.welcome = .notSent
        _ = try await desk.sendWelcome(request: "one", .filter(query, except: []), shown: 7)

        var numbers: [Int] = []
        var place: Int?
        repeat {
            let page = try await desk.mailbox(after: place, limit: 3)
            numbers += page.letters.map(\.number)
            place = page.next
        } while place != nil

        #expect(numbers == [7, 6, 5, 4, 3, 2, 1])
    }

    @Test func aLetterThatIsNotThereIsRefused() async throws {
        let house = try await House()
        let desk = try await house.desk(of: house.paula, at: house.acme)

        let refusal = await house.refusal { _ in _ = try await desk.letter(1) }

        #expect(refusal?.code == .notFound)
    }
}
