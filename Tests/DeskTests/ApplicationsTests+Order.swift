@testable import Desk
import Directory
import Imports
import Store
import Testing

/// In which order they stand.
extension ApplicationsTests {
    @Test func movingChangesPlacesWithTheNeighbourAndStopsAtTheEnds() async throws {
        let house = try await House()
        let all = try await add("A", "B", "C", to: house.acme, by: house.anna, in: house)
        let desk = try await house.desk(of: house.anna, at: house.acme)
        func names(_ number: Int, _ direction: Desk.Direction) async throws -> String {
            try await desk.moveApplication(all[number].id, direction).map(\.name).joined()
        }

        #expect(try await names(0, .up) == "ABC")
        #expect(try await names(2, .down) == "ABC")
        #expect(try await names(2, .up) == "ACB")
        #expect(try await names(2, .up) == "CAB")
        _ = try await desk.deleteApplication(all[0].id)
        #expect(try await names(1, .up) == "BC")
        #expect(try await found(by: house.uwe, in: house).own.map(\.name) == ["B", "C"])
    }

    @Test func whoMoveAtOnceLoseNone() async throws {
        let house = try await House()
        let all = try await add("A", "B", "C", "D", to: house.acme, by: house.anna, in: house)
        let desk = try await house.desk(of: house.anna, at: house.acme)

        try await withThrowingTaskGroup(of: Void.self) { group in
            for (number, application) in all.enumerated() {
                group.addTask {
                    for turn in 0..<4 {
                        let way: Desk.Direction =
                            (turn + number).isMultiple(of: 2) ? .up : .down
                        _ = try await desk.moveApplication(application.id, way)
                    }
                }
            }
            try await group.waitForAll()
        }

        let own = try await desk.applications().own
        #expect(Set(own.map(\.name)) == ["A", "B", "C", "D"])
        #expect(own.map(\.place) == [1, 2, 3, 4])
    }

    @Test func whatIsDeletedComesBackToItsPlace() async throws {
        let house = try await House()
        let all = try await add("A", "B", "C", to: house.acme, by: house.anna, in: house)
        let desk = try await house.desk(of: house.anna, at: house.acme)

        let gone = try await desk.deleteApplication(all[1].id)
        let back = try await desk.addApplication(
            name: gone.name, letter: gone.letter, address: gone.address.text, place: gone.place)

        #expect(gone == all[1] && back.id != gone.id)
        #expect(try await desk.applications().own.map(\.name) == ["A", "B", "C"])
    }

    @Test func aPlaceFarBehindTheLastOneIsTheEnd() async throws {
        let house = try await House()
        _ = try await add("A", to: house.acme, by: house.anna, in: house)
        let desk = try await house.desk(of: house.anna, at: house.acme)

        for place in [Int.max, 3, 0, -1, Int.min] {
            _ = try await desk.addApplication(
                name: "X", letter: "", address: "https://x.example/\(place)", place: place)
        }

        #expect(try await desk.applications().own.map(\.place) == [1, 2, 3, 4, 5, 6])
    }
}
