import Store
import Testing

struct PackedPositionsTests {
    @Test func whatIsPackedComesBack() {
        let positions = [0, 1, 255, 256, 65_536, 1_048_575, 4_294_967_295]

        let packed = PackedPositions(positions)

        #expect(packed.count == 7 && packed.bytes.count == 28)
        #expect(packed.all == positions)
    }
}
