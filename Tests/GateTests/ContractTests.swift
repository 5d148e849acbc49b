import Directory
import Foundation
import HTTPTypes
import Testing

@testable import Gate

/// docs/api.md against the code.
@Suite struct ContractTests {
    private static let text: String = {
        let root = URL(filePath: #filePath).deletingLastPathComponent()
            .deletingLastPathComponent().deletingLastPathComponent()
        let path = root.appending(path: "docs/api.md")
        return (try? String(contentsOf: path, encoding: .utf8)) ?? ""
    }()

    @Test func theTableOfStatusesIsTheCodes() {
        var written: [String: Int] = [:]
        for line in Self.text.split(separator: "\n") {
            let cells = line.split(separator: "|").map { $0.trimmingCharacters(in: .whitespaces) }
            guard cells.count == 2, let status = Int(cells[0]) else { continue }
            for code in cells[1].split(separator: "`").filter({ $0.first?.isLetter == true }) {
                written[String(code)] = status
            }
        }
        let real = Dictionary(
            uniqueKeysWithValues: Refusal.Code.allCases.map { ($0.rawValue, $0.status.code) })

        #expect(written == real)
    }

    @Test func everyAddressIsWrittenDown() async throws {
        try await TestHouse.open { house in
            let routes = house.routes.filter { $0.path.hasPrefix("/api/v1") }
            #expect(routes.count > 15)
            for route in routes {
                let path = route.path.replacing("/api/v1", with: "")
                    .replacing("{draft}", with: route.method == .put ? "{key}" : "{draft}")
                let line = "| `\(route.method.rawValue) \(path)"
                let isThere = Self.text.split(separator: "\n").contains { text in
                    text.hasPrefix(line + "`") || text.hasPrefix(line + "?")
                }
                #expect(isThere, "\(line)")
            }
        }
    }
}
