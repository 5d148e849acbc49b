import Imports
import Store

/// The list rules over a whole spreadsheet while it is read: where each address stands, and the
/// marks of each row. 18 bytes a row, and no text.
struct ListRules: Sendable {
    private(set) var places: [AddressPlace] = []
    /// By position: the issues, and the hints 8 bits higher.
    private var marks: [UInt16] = []

    var count: Int { marks.count }

    /// - Parameter hash: That of the row's address, if it has one.
    mutating func add(_ row: JudgedRows.Mark, hash: Int64?) {
        if let hash {
            places.append(AddressPlace(hash: hash, position: Int32(marks.count)))
        }
        marks.append(UInt16(row.issues.rawValue) | UInt16(row.hints.rawValue) << 8)
    }

    mutating func mark(_ issues: Issues, at position: Int) {
        marks[position] |= UInt16(issues.rawValue)
    }

    mutating func sort() {
        places.sort { $0.hash == $1.hash ? $0.position < $1.position : $0.hash < $1.hash }
    }

    /// Groups of positions whose addresses have the same hash; they probably are the same.
    /// Only when sorted.
    func probableTwins() -> [[Int32]] {
        var groups: [[Int32]] = []
        var start = 0
        while start < places.count {
            var end = start + 1
            while end < places.count, places[end].hash == places[start].hash { end += 1 }
            if end - start > 1 { groups.append(places[start..<end].map(\.position)) }
            start = end
        }
        return groups
    }

    func tally() -> BlockTally {
        var tally = BlockTally()
        for (position, mark) in marks.enumerated() {
            tally.count(
                Issues(rawValue: Int(mark & 0xFF)), Hints(rawValue: Int(mark >> 8)), at: position,
                times: 1)
        }
        return tally
    }
}
