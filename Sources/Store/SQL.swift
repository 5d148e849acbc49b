package import Directory

/// A statement. What a literal interpolates is bound, never pasted into the text.
package struct SQL: Sendable, ExpressibleByStringInterpolation {
    package enum Value: Sendable, Hashable {
        case null
        case integer(Int64)
        case text(String)
        case bytes([UInt8])
    }

    package enum Piece: Sendable, Hashable {
        case text(String)
        case value(Value)
    }

    package private(set) var pieces: [Piece]

    package init(stringLiteral text: String) {
        pieces = [.text(text)]
    }

    package init(stringInterpolation interpolation: Interpolation) {
        pieces = interpolation.pieces
    }

    /// The values in the order of their placeholders.
    package var values: [Value] {
        pieces.compactMap { if case .value(let value) = $0 { value } else { nil } }
    }

    package func text(in dialect: Dialect) -> String {
        var text = ""
        var number = 0
        for piece in pieces {
            switch piece {
            case .text(let part): text += part
            case .value:
                number += 1
                text += dialect.placeholder(number)
            }
        }
        return text
    }

    package static func + (one: SQL, other: SQL) -> SQL {
        var sum = one
        sum.pieces += other.pieces
        return sum
    }
}

extension SQL {
    package struct Interpolation: StringInterpolationProtocol {
        var pieces: [Piece] = []

        package init(literalCapacity: Int, interpolationCount: Int) {}

        package mutating func appendLiteral(_ text: String) {
            pieces.append(.text(text))
        }

        package mutating func appendInterpolation(_ value: Value) {
            pieces.append(.value(value))
        }

        package mutating func appendInterpolation(_ number: (some BinaryInteger)?) {
            pieces.append(.value(number.map { .integer(Int64($0)) } ?? .null))
        }

        package mutating func appendInterpolation(_ text: String?) {
            pieces.append(.value(text.map { .text($0) } ?? .null))
        }

        package mutating func appendInterpolation(_ bytes: [UInt8]) {
            pieces.append(.value(.bytes(bytes)))
        }

        package mutating func appendInterpolation<Kind>(_ id: ID<Kind>?) {
            appendInterpolation(id?.value)
        }

        package mutating func appendInterpolation(_ time: Timestamp?) {
            appendInterpolation(time?.milliseconds)
        }

        package mutating func appendInterpolation<Word: RawRepresentable<String>>(_ word: Word) {
            appendInterpolation(word.rawValue)
        }

        /// A part of a statement: a list of columns, a condition.
        package mutating func appendInterpolation(_ part: SQL) {
            pieces += part.pieces
        }
    }
}
