/// What is wrong with a text that should be an address, looked for in the order of `Malformed.Reason`.
///
/// Works on scalars, not characters: an @ followed by a combining mark is still an @.
struct AddressDiagnosis {
    /// Beyond this nothing but the length is looked at: the work stays bounded.
    private static let longestWorthReading = 1_024
    /// A repair may need another one ("<ana @x,com>"), but not endlessly.
    static let mostRepairs = 3
    /// How many addresses of a cell are offered.
    static let mostChoices = 5

    let scalars: [Unicode.Scalar]
    private let isTooLong: Bool
    private let repairsSoFar: Int
    /// Where the first @ stands.
    let at: Int?

    /// - Parameter text: without outer blanks and invisible characters.
    init(of text: String, repairsSoFar: Int) {
        isTooLong = text.utf8.count > Self.longestWorthReading
        scalars = isTooLong ? [] : Array(text.unicodeScalars)
        at = scalars.firstIndex(of: "@")
        self.repairsSoFar = repairsSoFar
    }

    /// Nil when only the domain is still to be looked at.
    var malformed: EmailAddress.Malformed? {
        if isTooLong { return .init(.tooLong) }
        return wrapping ?? separators ?? dotsAndCharacters ?? lengths
    }

    var local: String { text(scalars[..<(at ?? 0)]) }
    var domain: String { text(domainScalars) }

    var domainScalars: ArraySlice<Unicode.Scalar> {
        scalars[(at.map { $0 + 1 } ?? scalars.count)...]
    }

    private var wrapping: EmailAddress.Malformed? {
        severalAddresses ?? angleBrackets ?? mailto ?? invisibleCharacter
    }

    private var separators: EmailAddress.Malformed? {
        missingAt ?? blanks ?? repeatedAt ?? missingParts
    }

    private var dotsAndCharacters: EmailAddress.Malformed? {
        enclosure ?? commas ?? dots ?? forbiddenCharacter
    }

    private var lengths: EmailAddress.Malformed? {
        if local.utf8.count > EmailAddress.longestLocalPart { return .init(.nameTooLong) }
        if scalars.reduce(0, { $0 + UTF8.width($1) }) > EmailAddress.longest {
            return .init(.tooLong)
        }
        return nil
    }

    func malformed(
        _ reason: EmailAddress.Malformed.Reason, repairedBy candidates: [[Unicode.Scalar]]
    ) -> EmailAddress.Malformed {
        var repairs: [String] = []
        for candidate in candidates {
            guard let repair = repair(text(candidate[...])), !repairs.contains(repair) else {
                continue
            }
            repairs.append(repair)
        }
        return .init(reason, repairs: repairs)
    }

    /// The candidate if it is an address, or what its own only repair makes of it.
    func repair(_ candidate: String) -> String? {
        guard repairsSoFar < Self.mostRepairs else { return nil }
        do {
            return try EmailAddress(candidate, repairsSoFar: repairsSoFar + 1).text
        } catch {
            return error.onlyRepair
        }
    }

    func text(_ scalars: ArraySlice<Unicode.Scalar>) -> String {
        var view = String.UnicodeScalarView()
        view.append(contentsOf: scalars)
        return String(view)
    }
}
