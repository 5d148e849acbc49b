/// How much of a password is left when everything that guessers try first counts as one character.
struct Guessing {
    private let words: [[Character]]

    /// - Parameter known: words that are known of this person, in lower case.
    init(knowing known: [String]) {
        words = Self.commonWords + known.map(Array.init)
    }

    /// - Parameter plain: the password in lower case.
    func remainder(of plain: String) -> Int {
        let letters = Array(plain)
        if Set(letters).count < 5 { return 0 }
        let block = Self.period(of: letters)
        return length(of: Array(letters.prefix(block)))
    }

    /// The length of the shortest part whose repetition is the whole.
    private static func period(of letters: [Character]) -> Int {
        (1...letters.count).first { length in
            letters.indices.dropFirst(length).allSatisfy { letters[$0] == letters[$0 - length] }
        } ?? letters.count
    }

    private func length(of letters: [Character]) -> Int {
        var count = 0
        var place = 0
        while place < letters.count {
            place += step(letters[place...])
            count += 1
        }
        return count
    }

    /// How many characters from here on are one thought: a common word, a row of keys, a repetition.
    private func step(_ rest: ArraySlice<Character>) -> Int {
        let word = words.filter { rest.starts(with: $0) }.map(\.count).max() ?? 1
        let row = Self.rows.map { Self.run(of: rest, along: $0) }.max() ?? 1
        let same = rest.prefix { $0 == rest.first }.count
        return max(word, row >= 4 ? row : 1, same >= 3 ? same : 1)
    }

    /// How far the text follows a row of keys, forward or (by the reversed rows) backward.
    private static func run(of rest: ArraySlice<Character>, along row: [Character]) -> Int {
        guard let first = rest.first, let start = row.firstIndex(of: first) else { return 0 }
        return zip(rest, row[start...]).prefix { $0 == $1 }.count
    }

    private static let rows: [[Character]] = {
        let forward = [
            "abcdefghijklmnopqrstuvwxyz", "01234567890", "qwertyuiopasdfghjklzxcvbnm",
            "qwertzuiopasdfghjklyxcvbnm", "azertyuiopqsdfghjklmwxcvbn", "asdfghjkl", "yxcvbnm",
            "zxcvbnm", "1qaz2wsx3edc4rfv5tgb6yhn", "q1w2e3r4t5y6u7i8o9p0",
        ]
        return (forward + forward.map { String($0.reversed()) }).map(Array.init)
    }()

    /// What stands in most lists of stolen passwords, in a few languages.
    private static let commonWords: [[Character]] = [
        "password", "passwort", "passw0rd", "p@ssw0rd", "p@ssword", "passphrase", "motdepasse",
        "contraseña", "contrasena", "kennwort", "wachtwoord", "senha", "secret", "geheim",
        "letmein", "welcome", "willkommen", "bienvenue", "admin", "administrator", "login",
        "rollbook", "account", "default", "changeme", "changeit", "qwerty", "qwertz", "azerty",
        "iloveyou", "ichliebedich", "jetaime", "monkey", "dragon", "master", "shadow", "sunshine",
        "princess", "football", "fussball", "baseball", "superman", "batman", "starwars",
        "pokemon", "trustno1", "whatever", "freedom", "hallo", "hello", "internet", "computer",
        "michael", "jordan", "summer", "winter", "spring", "autumn", "sommer", "herbst", "january",
        "february", "march", "april", "june", "july", "august", "september", "october", "november",
        "december", "monday", "friday", "test", "user", "guest", "root", "abc", "123",
        "correcthorsebatterystaple", "correct horse battery staple",
        "correct-horse-battery-staple",
    ].map(Array.init)
}
