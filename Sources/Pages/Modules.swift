/// Which modules a module imports, and these in turn. A page names them all, so that the browser asks
/// for them at once and not file by file as it finds them.
struct Modules: Sendable {
    private var imports: [String: [String]] = [:]

    /// - Parameter files: By their path below `Assets/`.
    init(_ files: [String: [UInt8]]) {
        for (path, bytes) in files where path.hasSuffix(".js") {
            // What a module imports only when it is needed doesn't stand at the beginning of a line.
            let found = String(decoding: bytes, as: UTF8.self)
                .matches(of: /(?m)^import (?:[^'"]*? from )?'(\.[^']*)'/)
            imports[path] = found.map { Self.path(of: $0.output.1, from: path) }
        }
    }

    /// All that a module needs, itself apart.
    func needed(by module: String) -> [String] {
        var needed: Set<String> = []
        var open = imports[module] ?? []
        while let path = open.popLast() {
            if path != module, needed.insert(path).inserted { open += imports[path] ?? [] }
        }
        return needed.sorted()
    }

    private static func path(of relative: Substring, from module: String) -> String {
        var parts = module.split(separator: "/").dropLast().map(String.init)
        for part in relative.split(separator: "/") where part != "." {
            if part == ".." { parts.removeLast() } else { parts.append(String(part)) }
        }
        return parts.joined(separator: "/")
    }
}
