import Glibc

/// The process's environment.
enum Environment {
    static var variables: [String: String] {
        var variables: [String: String] = [:]
        var entry = environ
        while let line = entry.pointee {
            let text = String(cString: line)
            if let sign = text.firstIndex(of: "=") {
                variables[String(text[..<sign])] = String(text[sign...].dropFirst())
            }
            entry += 1
        }
        return variables
    }
}
