/// Which modules a module imports, and these in turn. A page names them all, so that the browser asks
/// for them at once and not file by file as it finds them.
struct Modules: Sendable {
    private var needed: [String: [String]] = [:]

    /// - Parameter files: By their path below `Assets/`.
    init(_ files: [String: [UInt8]]) {
        let scripts = files.filter { $0.key.hasSuffix(".js") }
        let imports = Dictionary(
            uniqueKeysWithValues: scripts.map { ($0, Self.imports(of: $0, $1)) })
        for module in scripts.keys { needed[module] = Self.closure(of: module, imports) }
    }

    /// All that a module needs, itself apart.
    func needed(by module: String) -> [String] { needed[module] ?? [] }

    /// What a module imports only when somebody reaches for it doesn't stand at the beginning of a line.
    private static func imports(of module: String, _ bytes: [UInt8]) -> [String] {
        String(decoding: bytes, as: UTF8.self)
            .matches(of: /(?m)^import (?:[^'"]*? from )?'(\.[^']*)'/)
            .map { path(of: $0.output.1, from: module) }
    }

    private static func closure(of module: String, _ imports: [String: [String]]) -> [String] {
        var found: Set<String> = []
        var open = imports[module] ?? []
        while let path = open.popLast() {
            if path != module, found.insert(path).inserted { open += imports[path] ?? [] }
        }
        return found.sorted()
    }

    private static func path(of relative: Substring, from module: String) -> String {
        var parts = module.split(separator: "/").dropLast().map(String.init)
        for part in relative.split(separator: "/") where part != "." {
            if part == ".." { parts.removeLast() } else { parts.append(String(part)) }
        }
        return parts.joined(separator: "/")
    }
}
