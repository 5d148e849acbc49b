/// What headings mean beside each other: "Nom" is the last name beside "Prénom", alone it is the whole name.
struct HeadingContext {
    private let hasFirstName: Bool
    private let hasLastName: Bool
    /// German uses "Name" for the last name where there is a "Vorname".
    private let hasGermanFirstName: Bool

    init(of headings: [HeadingText]) {
        let fields = headings.compactMap { HeadingWords.fields[$0.letters] }
        hasFirstName = fields.contains(.firstName)
        hasLastName = fields.contains(.lastName)
        hasGermanFirstName = headings.contains {
            $0.letters == "vorname" || $0.letters == "vornamen"
        }
    }

    func field(of heading: HeadingText) -> Field? {
        switch heading.letters {
        case "name": hasGermanFirstName && !hasLastName ? .lastName : .name
        case "nom", "naam": hasFirstName && !hasLastName ? .lastName : .name
        case "nombre", "nome": hasLastName && !hasFirstName ? .firstName : .name
        default: HeadingWords.fields[heading.letters]
        }
    }
}
