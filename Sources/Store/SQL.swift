package import Directory

/// A statement. What a literal interpolates is bound, never pasted into the text.
package struct SQL: Sendable, ExpressibleByStringInterpolation {
    package enum Value: Sendable, Hashable {
        case null
        case integer(Int64)
        case text(String)
        case bytes([UInt8])
    }

    /// The place of each value is a `?`; our own words have none.
    private let text: String
    /// In the order of their places.
    package let values: [Value]

    package init(stringLiteral text: String) {
        self.init(text, [])
    }

    package init(stringInterpolation interpolation: Interpolation) {
        self.init(interpolation.text, interpolation.values)
    }

    private init(_ text: String, _ values: [Value]) {
        self.text = text
        self.values = values
    }

    package func text(in dialect: Dialect) -> String {
        switch dialect {
        case .sqlite: text
        case .postgres: numbered
        }
    }

    private var numbered: String {
        let parts = text.split(separator: "?", omittingEmptySubsequences: false)
        return parts.dropFirst().enumerated().reduce(into: String(parts[0])) { text, part in
            text += "$\(part.offset + 1)" + part.element
        }
    }

    /// Values with commas between them. The last one stands there again until there are so many: then
    /// it is always the same text, which stays prepared.
    static func list(_ numbers: some Collection<some BinaryInteger>, padded count: Int) -> SQL {
        var values = numbers.map { Value.integer(Int64($0)) }
        if let last = values.last {
            values += Array(repeating: last, count: max(0, count - values.count))
        }
        let places = Array(repeating: "?", count: values.count).joined(separator: ", ")
        return SQL(places, values)
    }

    package static func + (one: SQL, other: SQL) -> SQL {
        SQL(one.text + other.text, one.values + other.values)
    }
}

extension SQL {
    package struct Interpolation: StringInterpolationProtocol {
        fileprivate var text = ""
        fileprivate var values: [Value] = []

        package init(literalCapacity: Int, interpolationCount: Int) {
            // Some of what comes is parts of statements.
            text.reserveCapacity(literalCapacity + interpolationCount * 64)
            values.reserveCapacity(interpolationCount * 2)
        }

        package mutating func appendLiteral(_ text: String) {
            self.text += text
        }

        package mutating func appendInterpolation(_ value: Value) {
            text += "?"
            values.append(value)
        }

        package mutating func appendInterpolation(_ number: (some BinaryInteger)?) {
            appendInterpolation(number.map { .integer(Int64($0)) } ?? Value.null)
        }

        package mutating func appendInterpolation(_ text: String?) {
            appendInterpolation(text.map { .text($0) } ?? Value.null)
        }

        package mutating func appendInterpolation(_ bytes: [UInt8]) {
            appendInterpolation(Value.bytes(bytes))
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
            text += part.text
            values += part.values
        }
    }
}
