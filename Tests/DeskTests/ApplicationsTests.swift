@testable import Desk
import Directory
import Imports
import Store
import Testing

struct ApplicationsTests {
    func add(_ names: String..., to account: Account, by viewer: Viewer, in house: House)
        async throws -> [Application]
    {
        let desk = try await house.desk(of: viewer, at: account)
        var added: [Application] = []
        for name in names {
            added.append(
                try await desk.addApplication(
                    name: name, letter: "", address: "https://\(name.lowercased()).example"))
        }
        return added
    }

    func found(by viewer: Viewer, in house: House) async throws -> ApplicationLists {
        try await ProfileDesk(office: house.office, viewer: viewer).applications()
    }

    @Test func everyUserFindsThePartnersFirstAndThenThoseOfTheOwnAccount() async throws {
        let house = try await House()
        let help = try await add("Help", to: house.northwind, by: house.paula, in: house)
        let own = try await add("Mail", "Wiki", to: house.acme, by: house.anna, in: house)
        _ = try await add("Beta", to: house.beta, by: house.paula, in: house)
        _ = try await add("Globex", to: house.globex, by: house.sven, in: house)

        let expected = ApplicationLists(fromPartner: help, own: own)
        #expect(try await found(by: house.uwe, in: house) == expected)
        #expect(try await found(by: house.anna, in: house) == expected)
        #expect(
            try await house.desk(of: house.paula, at: house.acme).applications() == expected)
        #expect(
            try await found(by: house.paula, in: house)
                == ApplicationLists(fromPartner: [], own: help))
        #expect(
            try await found(by: house.sven, in: house)
                == ApplicationLists(fromPartner: [], own: []))
    }

    @Test func whoseRightWasTakenAwayChangesNothing() async throws {
        let house = try await House()
        let wiki = try await add("Wiki", to: house.acme, by: house.anna, in: house)[0]
        let desks = [house.uwe, house.sven].map {
            AccountDesk(office: house.office, viewer: $0, account: house.acme)
        }

        for desk in desks {
            let tries: [@Sendable () async throws -> Void] = [
                { _ = try await desk.applications() },
                { _ = try await desk.application(wiki.id) },
                { _ = try await desk.addApplication(name: "X", letter: "", address: "http://x") },
                {
                    _ = try await desk.changeApplication(
                        wiki.id, name: "X", letter: "", address: "http://x")
                },
                { _ = try await desk.moveApplication(wiki.id, .up) },
                { _ = try await desk.deleteApplication(wiki.id) },
            ]
            for work in tries {
                let refusal = await house.refusal { _ in try await work() }
                #expect(refusal == .noSuchAccount)
            }
        }
        #expect(try await found(by: house.uwe, in: house).own == [wiki])
    }

    @Test func anApplicationOfAnotherAccountIsAnsweredLikeOneThatDoesNotExist() async throws {
        let house = try await House()
        let beta = try await add("A", "B", "C", to: house.beta, by: house.paula, in: house)[2]
        let help = try await add("X", "Y", to: house.northwind, by: house.paula, in: house)[1]
        let desk = try await house.desk(of: house.anna, at: house.acme)

        for id in [beta.id, help.id, ID(77)] {
            for work in [
                { _ = try await desk.application(id) },
                {
                    _ = try await desk.changeApplication(
                        id, name: "X", letter: "", address: "http://x")
                },
                { _ = try await desk.moveApplication(id, .down) },
                { _ = try await desk.deleteApplication(id) },
            ] as [@Sendable () async throws -> Void] {
                let refusal = await house.refusal { _ in try await work() }
                #expect(refusal == .noSuchApplication)
            }
        }
        #expect(try await house.rowCount(of: "applications") == 5)
    }

    @Test func numbersBeginAnewInEachAccountAndAChangeTouchesOnlyItsOwn() async throws {
        let house = try await House()
        let acme = try await add("A", "B", to: house.acme, by: house.anna, in: house)
        let beta = try await add("C", "D", to: house.beta, by: house.paula, in: house)
        let desk = try await house.desk(of: house.anna, at: house.acme)
        let other = try await house.desk(of: house.paula, at: house.beta)

        let changed = try await desk.changeApplication(
            acme[0].id, name: "Wiki", letter: "W", address: "https://wiki.example")
        let moved = try await desk.moveApplication(acme[0].id, .down)
        _ = try await desk.deleteApplication(acme[1].id)

        #expect(acme.map(\.id) == beta.map(\.id))
        #expect(changed.id == acme[0].id && changed.name == "Wiki" && changed.letter == "W")
        #expect(changed.address.text == "https://wiki.example")
        #expect(moved.map(\.name) == ["B", "Wiki"])
        #expect(try await desk.applications().own.map(\.name) == ["Wiki"])
        #expect(try await other.applications().own == beta)
    }

    @Test func hostileNamesAreKeptAsTheyAre() async throws {
        let house = try await House()
        let desk = try await house.desk(of: house.anna, at: house.acme)
        let names = [
            "<script>alert(1)</script>", "'; DROP TABLE applications; --", "=1+1",
            "Ana \u{202E}gnp.exe", "أحمد", "👩‍👩‍👧‍👦", "{{7*7}}", String(repeating: "W", count: 100),
        ]
        let address = "https://a.example/?q='\"><svg/onload=x>"
        for (number, name) in names.enumerated() {
            _ = try await desk.addApplication(
                name: name, letter: "👩‍👩‍👧‍👦", address: "\(address)\(number)")
        }

        let own = try await found(by: house.uwe, in: house).own

        #expect(own.map(\.name) == names)
        #expect(Set(own.map(\.letter)) == ["👩‍👩‍👧‍👦"])
        #expect(own.map(\.address.text) == names.indices.map { "\(address)\($0)" })
    }

    @Test(
        arguments: [
            ("", "", "https://a.example", "name"), (" \u{200B}", "", "https://a.example", "name"),
            (String(repeating: "a", count: 101), "", "https://a.example", "name"),
            ("A", "AB", "https://a.example", "letter"),
            ("A", "a" + String(repeating: "\u{301}", count: 16), "https://a.example", "letter"),
            ("A", "", "", "address"), ("A", "", "javascript:alert(1)", "address"),
            ("A", "", "https://a b.example", "address"),
            ("A", "", "https://u@a.example", "address"),
            ("A", "", "https://a..example", "address"),
            ("A", "", "https://a.example/" + String(repeating: "x", count: 2_000), "address"),
        ])
    func whatMakesNoApplicationIsRefusedAtItsField(
        _ name: String, _ letter: String, _ address: String, _ field: String
    ) async throws {
        let house = try await House()
        let wiki = try await add("Wiki", to: house.acme, by: house.anna, in: house)[0]
        let desk = try await house.desk(of: house.anna, at: house.acme)

        let refusals = [
            await house.refusal { _ in
                _ = try await desk.addApplication(name: name, letter: letter, address: address)
            },
            await house.refusal { _ in
                _ = try await desk.changeApplication(
                    wiki.id, name: name, letter: letter, address: address)
            },
        ]

        #expect(refusals.allSatisfy { $0?.code == .wrongValue && $0?.field == field })
        #expect(refusals.allSatisfy { $0?.message.isEmpty == false && $0?.remedy.isEmpty == false })
        #expect(try await desk.applications().own == [wiki])
    }

    @Test func theSameAddressTwiceIsRefusedAtItsField() async throws {
        let house = try await House()
        let all = try await add("Wiki", "Mail", to: house.acme, by: house.anna, in: house)
        _ = try await add("Wiki", to: house.beta, by: house.paula, in: house)
        let desk = try await house.desk(of: house.anna, at: house.acme)

        let refusals = [
            await house.refusal { _ in
                _ = try await desk.addApplication(name: "X", letter: "", address: "wiki.example")
            },
            await house.refusal { _ in
                _ = try await desk.changeApplication(
                    all[1].id, name: "Mail", letter: "", address: " https://wiki.example")
            },
        ]

        for refusal in refusals {
            #expect(refusal?.code == .wrongValue && refusal?.field == "address")
            #expect(refusal?.message == "Wiki has this address already.")
        }
        _ = try await desk.changeApplication(
            all[0].id, name: "Wiki 2", letter: "", address: "https://wiki.example")
        #expect(try await desk.applications().own.map(\.name) == ["Wiki 2", "Mail"])
    }

    @Test func thereIsAnEndToThem() async throws {
        let house = try await House()
        let desk = try await house.desk(of: house.anna, at: house.acme)
        for number in 1...AccountDesk.mostApplications {
            _ = try await desk.addApplication(
                name: "\(number)", letter: "", address: "https://a.example/\(number)")
        }

        let refusal = await house.refusal { _ in
            _ = try await desk.addApplication(name: "X", letter: "", address: "https://a.example")
        }

        #expect(refusal?.code == .applicationLimit)
        #expect(
            try await desk.applications().own.map(\.name)
                == (1...AccountDesk.mostApplications).map { "\($0)" })
    }
}
