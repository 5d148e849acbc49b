/// What headings mean beside each other: "Nom" is the last name beside "Prénom", alone it is the whole name.
struct HeadingContext {
    private let claimed: Set<Field>
    private let hasFirstName: Bool
    private let hasLastName: Bool
    /// German uses "Name" for the last name where there is a "Vorname".
    private let hasGermanFirstName: Bool

    init(of headings: [HeadingText]) {
        claimed = Set(headings.compactMap { HeadingWords.fields[$0.letters] })
        hasFirstName = claimed.contains(.firstName)
        hasLastName = claimed.contains(.lastName)
        hasGermanFirstName = headings.contains {
            $0.letters == "vorname" || $0.letters == "vornamen"
        }
    }

    func field(of heading: HeadingText) -> Field? {
        switch heading.letters {
        case "name": hasGermanFirstName && !hasLastName ? .lastName : .name
        case "nom", "naam": hasFirstName && !hasLastName ? .lastName : .name
        case "nombre", "nome": hasLastName && !hasFirstName ? .firstName : .name
        default: HeadingWords.fields[heading.letters] ?? weakField(of: heading)
        }
    }

    private func weakField(of heading: HeadingText) -> Field? {
        HeadingWords.weak[heading.letters].flatMap { claimed.contains($0) ? nil : $0 }
    }
}
