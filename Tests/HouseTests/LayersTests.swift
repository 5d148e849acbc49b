import Foundation
import Testing

/// The table in docs/architecture.md against the imports in Sources/.
@Suite struct LayersTests {
    @Test func everyTargetImportsOnlyWhatThePlanAllows() throws {
        let plan = try Plan.ofTheHouse()

        for (target, files) in try SourceTree.targets() {
            let allowed = try #require(plan.mayImport[target], "\(target) is not in the plan")
            for file in files {
                for module in file.imports where !Self.isOfTheSystem(module, for: target) {
                    #expect(allowed.contains(module), "\(file.path) imports \(module)")
                }
            }
        }
    }

    @Test func thePlanNamesNothingThatIsNotImported() throws {
        let targets = try SourceTree.targets()

        for (target, allowed) in try Plan.ofTheHouse().mayImport {
            let imported = Set(targets[target, default: []].flatMap(\.imports))
            #expect(allowed.subtracting(imported).isEmpty, "\(target) doesn't need all of its plan")
        }
    }

    @Test func dependenciesPointDown() throws {
        let plan = try Plan.ofTheHouse()

        for (target, allowed) in plan.mayImport {
            let level = try #require(plan.level[target])
            for module in allowed {
                if let other = plan.level[module] {
                    #expect(other < level, "\(target) imports \(module), which is not below it")
                }
            }
        }
    }

    @Test func onlySheetsIsPublic() throws {
        for (target, files) in try SourceTree.targets() where target != "Sheets" {
            for file in files {
                let declared = file.lines.filter {
                    $0.hasPrefix("public ") || $0.hasPrefix("open ")
                }
                #expect(
                    declared.filter { !$0.hasPrefix("public import ") }.isEmpty,
                    "\(file.path) has something public")
            }
        }
    }

    @Test func noPlaceIsNamedAfterNothing() throws {
        let words = ["Util", "Helper", "Common", "Misc", "Extensions", "Manager"]

        for (target, files) in try SourceTree.targets() {
            for path in [target] + files.map(\.path) {
                let found = words.first { path.split(separator: "/").last?.contains($0) == true }
                #expect(found == nil, "\(path) is named after nothing")
            }
        }
    }

    private static func isOfTheSystem(_ module: String, for target: String) -> Bool {
        switch module {
        case "Glibc", "Musl", "Darwin", "Synchronization", "Dispatch", "Swift": true
        case "FoundationEssentials": target != "Sheets" && target != "Markup"
        case "Foundation": target == "Pages" || target == "RollbookCommand"
        default: false
        }
    }
}
