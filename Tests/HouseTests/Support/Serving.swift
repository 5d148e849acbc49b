import Foundation

/// A running `rollbook serve` on a free port.
struct Serving {
    let port: Int
    private let program: Program

    /// Starts it and waits until it answers.
    init(data: String, environment: [String: String] = [:]) throws {
        program = try Program(
            ["serve", "--port", "0", "--data", data], environment: environment)
        var said = ""
        while true {
            let more = program.next()
            said += more
            if let port = said.firstMatch(of: /127\.0\.0\.1:(\d+)\//).flatMap({ Int($0.output.1) })
            {
                self.port = port
                return
            }
            guard !more.isEmpty else { throw Silence() }
        }
    }

    /// It ended before it listened.
    struct Silence: Error {}

    func kill() { program.kill() }
}

extension Serving {
    /// Asks once; answers the whole response.
    func ask(_ method: String, _ path: String, _ headers: [String], body: String = "") throws
        -> String
    {
        let lines = ["\(method) \(path) HTTP/1.1", "Host: 127.0.0.1:\(port)", "Connection: close"]
        let length = body.isEmpty ? [] : ["Content-Length: \(body.utf8.count)"]
        let request = (lines + length + headers + ["", body]).joined(separator: "\r\n")
        return try Program(
            ["-c", "exec 3<>/dev/tcp/127.0.0.1/\(port); cat >&3; cat <&3"], input: request,
            path: "/bin/bash"
        ).outcome().output
    }

    /// Signs somebody in; answers the cookie.
    func signIn(email: String, password: String) throws -> String {
        let answer = try ask(
            "POST", "/api/v1/session",
            ["Sec-Fetch-Site: same-origin", "Content-Type: application/json"],
            body: #"{"email":"\#(email)","password":"\#(password)"}"#)
        guard let cookie = answer.firstMatch(of: /(?i)set-cookie: ([^;]+);/)?.output.1 else {
            throw Silence()
        }
        return String(cookie)
    }
}
