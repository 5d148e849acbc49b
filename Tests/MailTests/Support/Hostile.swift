/// Texts that try to end a header field, a line, a quoted name or a message.
enum Hostile {
    private static let endings = [
        "\r\n", "\n", "\r", "\0", "\u{85}", "\u{2028}", "\u{2029}", "\u{B}", "\u{C}", "\r\n ",
        "\r\n\r\n", "\r\n.\r\n", "\n.\n", "\r.\r", "=0D=0A", "%0d%0a", "\\r\\n", "\u{560D}\u{560A}",
        "=?UTF-8?Q?=0D=0A?=", "=?utf-8?b?DQo=?=", "\" <x@evil.example>, \"", ">, <x@evil.example",
        "\u{202E}", "\\", "\"", "(", "<", ", ", ";", ":",
    ]
    private static let additions = [
        "Bcc: x@evil.example", "To: x@evil.example", "RCPT TO:<x@evil.example>",
        "Content-Type: text/plain", "--=_rollbook--", "x@evil.example", "",
        "MAIL FROM:<x@evil.example>", "=?UTF-8?B?eEBldmlsLmV4YW1wbGU=?=", "👩‍👩‍👧‍👦é\u{301}日本",
    ]

    /// 300 of them.
    static let texts = endings.flatMap { ending in
        additions.map { "Ana\(ending)\($0)\(ending)" }
    }
}
