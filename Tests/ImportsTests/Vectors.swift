import Foundation
import Imports
import Testing

/// The cases that Swift and the browser's JavaScript share: Vectors/rules.json.
struct Vectors: Decodable {
    struct Words: Decodable {
        let address: [String: [String]]
        let row: [String: [String]]
    }

    struct Address: Decodable, Sendable, CustomTestStringConvertible {
        let text: String
        let shown: String?
        let key: String?
        let reason: String?
        let character: String?
        let repairs: [String]?

        var testDescription: String { text.debugDescription }
    }

    struct RowCase: Decodable, Sendable, CustomTestStringConvertible {
        let name: String
        let row: [String: String]
        let tidied: [String: String]?
        let issues: [String]?
        let reason: String?
        let repairs: [String]?
        let key: String?

        var testDescription: String { name }

        var written: Row { filled(row) }
        var kept: Row { filled(row.merging(tidied ?? [:]) { $1 }) }

        private func filled(_ texts: [String: String]) -> Row {
            var result = Row()
            for field in Field.allCases { result[field] = texts[field.key] ?? "" }
            return result
        }
    }

    let version: Int
    let words: Words
    let addresses: [Address]
    let rows: [RowCase]

    static let all: Vectors = {
        let file = Bundle.module.url(forResource: "Vectors/rules", withExtension: "json")!
        return try! JSONDecoder().decode(Vectors.self, from: Data(contentsOf: file))
    }()
}
