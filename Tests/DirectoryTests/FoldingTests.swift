import Directory
import Testing

@Suite("Searching and sorting")
struct FoldingTests {
    @Test(
        "Letter case and accents don't count",
        arguments: [
            ("müller", "MÜLLER"), ("Müller", "Muller"), ("mu\u{308}ller", "müller"),
            ("Straße", "STRASSE"), ("Łukasz", "lukasz"), ("Søren", "soren"), ("İpek", "ipek"),
            ("ﬁn", "FIN"), ("Ｔｏｋｙｏ", "tokyo"), ("Ана", "АНА"), ("Ángel  Ñu", " angel nu "),
            ("Ana\u{A0}Silva", "ana silva"), ("A\u{200F}na", "ana"),
        ])
    func folded(one: String, other: String) {
        #expect(FoldedText(of: one).value == FoldedText(of: other).value)
    }

    @Test("Letters of their own stay apart", arguments: [("ば", "き"), ("한", "하"), ("कि", "क")])
    func apart(one: String, other: String) {
        #expect(FoldedText(of: one).value != FoldedText(of: other).value)
    }

    @Test("Folding what is folded changes nothing")
    func foldedTwice() {
        for text in [
            "Müller", "한국 사람", "ΑΣ", "ẞ", "Ǆ", "ﷺ", "İ", "ŉ", "か\u{3099}", "\u{1E9B}\u{323}",
        ] {
            let once = FoldedText(of: text).value

            #expect(Array(FoldedText(of: once).value.utf8) == Array(once.utf8))
        }
    }

    @Test("Latin letters become the same by the quick way and by the long one")
    func latin() throws {
        // A mark of direction is no Latin letter, and leaves nothing.
        let mark = "\u{200F}"
        for letter in (0xA0...0x24F as ClosedRange<UInt32>).compactMap(Unicode.Scalar.init) {
            let quick = "A\(letter)Z \(letter)"
            let long = quick + mark
            let spellings = SortKey(of: long).value.replacing(mark, with: "").split(
                separator: "\u{1}")
            let isPlain = spellings.first == spellings.last

            #expect(FoldedText(of: quick).value == FoldedText(of: long).value, "\(letter)")
            #expect(
                SortKey(of: quick).value.split(separator: "\u{1}")
                    == (isPlain ? [spellings[0]] : spellings), "\(letter)")
        }
    }

    @Test("A search finds a user by any name and by the address, but not across them")
    func searchKey() throws {
        let key = SearchKey(
            firstName: "Jörg", lastName: "MÜLLER", name: "Dr. Müller",
            email: try EmailAddress("jm@bücher.example")
        ).value

        for search in ["muller", "Müller", "JÖRG M", "dr. m", "jm@b", "BÜCHER", "xn--bcher"] {
            #expect(key.contains(FoldedText(of: search).value), "\(search)")
        }
        for search in ["muller jorg", "muller jm@", "meier"] {
            #expect(!key.contains(FoldedText(of: search).value), "\(search)")
        }
    }

    @Test(
        "Lists are in the order of the alphabet, whatever the letter case; the plain spelling first"
    )
    func sortKey() {
        let names = [
            "zoe", "Ölmez", "olmez", "Ana", "Äna", "ana b", "Ångström", "Östen", "Zed", "álvaro",
        ]

        let sorted = names.sorted {
            SortKey(of: $0).value.utf8.lexicographicallyPrecedes(SortKey(of: $1).value.utf8)
        }

        let expected = [
            "álvaro", "Ana", "Äna", "ana b", "Ångström", "olmez", "Ölmez", "Östen", "Zed", "zoe",
        ]
        #expect(sorted == expected)
    }

    @Test("A sort key fits any index and is never cut inside a character")
    func longSortKey() {
        let key = SortKey(of: String(repeating: "語ü", count: 401)).value

        #expect(key.utf8.count <= 1_024)
        #expect(!key.unicodeScalars.contains("\u{FFFD}"))
        #expect(SortKey(of: String(repeating: "a", count: 5_000)).value.utf8.count == 1_024)
    }

    @Test(
        "The name that is shown is NAME, else the first and the last name",
        arguments: [
            ("Ana", "Silva", "Ana S.", "Ana S."), ("Ana", "Silva", "", "Ana Silva"),
            ("Ana", "", "", "Ana"), ("", "Silva", "", "Silva"), ("", "", "", ""),
        ])
    func displayName(first: String, last: String, name: String, shown: String) {
        #expect(User.displayName(firstName: first, lastName: last, name: name) == shown)
    }

    @Test("Roles are read by their titles in any letter case, and nothing else is a role")
    func roles() {
        #expect(Role(title: " ACCOUNT admin\u{A0}") == .accountAdmin)
        #expect(Role(title: "user") == .user)
        for other in ["", "admin", "users", "account_admin", "Account-Admin", "uſer"] {
            #expect(Role(title: other) == nil)
        }
    }
}
