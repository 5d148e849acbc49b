/// SipHash-2-4 (Aumasson, Bernstein 2012) of an address's key, with a secret of this database:
/// nobody can write a spreadsheet whose addresses all meet. Equal hashes are only a hint, the key
/// itself decides.
package struct AddressHash: Sendable {
    private let k0: UInt64
    private let k1: UInt64

    /// - Parameter secret: 16 bytes.
    package init(secret: [UInt8]) {
        k0 = Self.word(secret[0..<8])
        k1 = Self.word(secret[8..<16])
    }

    package func callAsFunction(_ key: String) -> Int64 {
        var key = key
        return key.withUTF8 { self($0.span) }
    }

    /// - Parameter key: As UTF-8.
    package func callAsFunction(_ key: Span<UInt8>) -> Int64 {
        Int64(bitPattern: hash(key))
    }

    private func hash(_ bytes: Span<UInt8>) -> UInt64 {
        var state = State(k0, k1)
        let whole = bytes.count & ~7
        var place = 0
        while place < whole {
            var word: UInt64 = 0
            for step in 0..<8 { word |= UInt64(bytes[place + step]) << (8 * step) }
            state.absorb(word)
            place += 8
        }
        var last = UInt64(bytes.count & 0xFF) << 56
        for step in 0..<(bytes.count - whole) {
            last |= UInt64(bytes[whole + step]) << (8 * step)
        }
        state.absorb(last)
        return state.end()
    }

    private static func word(_ bytes: ArraySlice<UInt8>) -> UInt64 {
        bytes.reversed().reduce(0) { $0 << 8 | UInt64($1) }
    }
}

extension AddressHash {
    private struct State {
        var v0, v1, v2, v3: UInt64

        init(_ k0: UInt64, _ k1: UInt64) {
            v0 = k0 ^ 0x736f_6d65_7073_6575
            v1 = k1 ^ 0x646f_7261_6e64_6f6d
            v2 = k0 ^ 0x6c79_6765_6e65_7261
            v3 = k1 ^ 0x7465_6462_7974_6573
        }

        mutating func absorb(_ word: UInt64) {
            v3 ^= word
            turn()
            turn()
            v0 ^= word
        }

        mutating func end() -> UInt64 {
            v2 ^= 0xFF
            for _ in 0..<4 { turn() }
            return v0 ^ v1 ^ v2 ^ v3
        }

        private mutating func turn() {
            v0 &+= v1
            v1 = v1 << 13 | v1 >> 51
            v1 ^= v0
            v0 = v0 << 32 | v0 >> 32
            v2 &+= v3
            v3 = v3 << 16 | v3 >> 48
            v3 ^= v2
            v0 &+= v3
            v3 = v3 << 21 | v3 >> 43
            v3 ^= v0
            v2 &+= v1
            v1 = v1 << 17 | v1 >> 47
            v1 ^= v2
            v2 = v2 << 32 | v2 >> 32
        }
    }
}

extension Transaction {
    package func addressHash() throws -> AddressHash {
        let secret = try first("SELECT secret FROM secrets WHERE name = 'addresses'") {
            $0.bytes(0)
        }
        return AddressHash(secret: secret ?? Array(repeating: 0, count: 16))
    }
}
