@testable import Desk
import Testing

struct ViewMovesTests {
    @Test func whatComesBackStandsBeforeTheFirstRowThatFollowsItInTheFile() {
        let moves = ViewMoves(deleted: [], came: [2, 3, 9], added: [])

        #expect(moves.moved([1, 4, 8]) == [1, 2, 3, 4, 8, 9])
        #expect(moves.moved([5, 1, 8, 0]) == [2, 3, 5, 1, 8, 0, 9])
    }

    @Test func whatIsInTheListAlreadyStaysWhereItIs() {
        let moves = ViewMoves(deleted: [], came: [2, 3], added: [])

        #expect(moves.moved([3, 1, 4]) == [2, 3, 1, 4])
    }

    @Test func newRowsAreLastAndDeletedOnesGo() {
        let moves = ViewMoves(deleted: [1, 7], came: [], added: [6, 7])

        #expect(moves.moved([0, 1, 2]) == [0, 2, 6])
    }
}
