import Sheets
import Testing

@Suite("Reading ahead")
struct ReadingAheadTests {
    /// A stored part long enough that a thread pays.
    private let parts = WorkbookParts(
        rows: (1...40_000).map { "<row><c r=\"A\($0)\"><v>\($0)</v></c></row>" }.joined())

    @Test("Rows inflated on another thread are the same", arguments: [false, true])
    func same(isDeflated: Bool) throws {
        var parts = parts
        parts.isDeflated = isDeflated
        let workbook = try Workbook(opening: .bytes(parts.bytes()), readsAhead: true)
        let reader = try workbook.reader(of: 0)
        var record = Record()

        var sum = 0
        while try reader.next(into: &record) { sum += try #require(Int(record.text(0))) }

        #expect(sum == 40_000 * 40_001 / 2)
        #expect(reader.fractionRead == 1)
        #expect(try !reader.next(into: &record))
    }

    @Test("Damage is found, and limits hold")
    func refused() throws {
        var damaged = parts.archive
        damaged.entries[3].claimedChecksum = 1
        var limits = Limits()
        limits.inflatedBytes = 1 << 20

        #expect(refusal(of: damaged.bytes(), Limits())?.code == .damaged)
        #expect(refusal(of: parts.bytes(), limits)?.code == .inflatesTooMuch)
        limits = Limits()
        limits.seconds = 0
        #expect(refusal(of: parts.bytes(), limits)?.code == .timeExceeded)
    }

    @Test("Who stops in the middle keeps no thread")
    func stopped() throws {
        for rows in 0..<50 {
            let workbook = try Workbook(opening: .bytes(parts.bytes()), readsAhead: true)
            let reader = try workbook.reader(of: 0)
            var record = Record()
            for _ in 0..<rows { _ = try reader.next(into: &record) }
        }
    }

    private func refusal(of bytes: [UInt8], _ limits: Limits) -> SheetError? {
        do throws(SheetError) {
            let workbook = try Workbook(opening: .bytes(bytes), limits: limits, readsAhead: true)
            let reader = try workbook.reader(of: 0)
            var record = Record()
            while try reader.next(into: &record) {}
            return nil
        } catch {
            return error
        }
    }
}
