/// What a part of a workbook refers to (ECMA-376 part 2, clause 9).
struct Relationships {
    struct Target {
        /// The last word of the relationship's type: Transitional and Strict files share it.
        let kind: Substring
        /// The part's name in the archive.
        let part: String
    }

    private var targets: [String: Target] = [:]
    private static let most = 1 << 16

    /// No relationships.
    init() {}

    /// - Parameter folder: Where the part lies whose relationships these are; relative targets begin there.
    init(_ reader: consuming MarkupReader, folder: String) throws(SheetError) {
        while let element = try reader.next() {
            guard element.name == "Relationship", let id = element.attribute("Id"),
                let target = element.attribute("Target"), let type = element.attribute("Type"),
                element.attribute("TargetMode") != "External"
            else { continue }
            let kind = type.split(separator: "/").last ?? ""
            if targets.count == Self.most {
                throw SheetError(.markupTooComplex, limit: Self.most)
            }
            targets[id] = Target(kind: kind, part: Self.resolve(target, in: folder))
        }
    }

    subscript(id: String) -> Target? { targets[id] }

    func first(_ kind: String) -> String? {
        targets.values.filter { $0.kind == kind }.map(\.part).min()
    }

    /// The folder of a part, and the part that holds its relationships.
    static func place(of part: String) -> (folder: String, relationships: String) {
        let steps = part.split(separator: "/")
        let folder = steps.dropLast().joined(separator: "/")
        let prefix = folder.isEmpty ? "" : folder + "/"
        return (folder, "\(prefix)_rels/\(steps.last ?? "").rels")
    }

    private static func resolve(_ target: String, in folder: String) -> String {
        let path = String(target.map { $0 == "\\" ? "/" : $0 })
        var steps = path.hasPrefix("/") ? [] : folder.split(separator: "/")
        for step in path.split(separator: "/") {
            switch step {
            case ".": continue
            case "..": _ = steps.popLast()
            default: steps.append(step)
            }
        }
        return steps.joined(separator: "/")
    }
}
