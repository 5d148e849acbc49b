import Imports
import Testing

@Suite("Headings")
struct HeadingsTests {
    @Test(
        "The five fields are found in seven languages",
        arguments: [
            ["FIRST NAME", "LAST NAME", "NAME", "EMAIL", "ROLE"],
            ["Given name", "Surname", "Full Name", "E-mail address", "User role"],
            ["Vorname", "Nachname", "Anzeigename", "E-Mail-Adresse", "Rolle"],
            ["Prénom", "Nom de famille", "Nom complet", "Courriel", "Rôle"],
            ["Nombre", "Apellidos", "Nombre completo", "Correo electrónico", "Rol"],
            ["Nome", "Cognome", "Nome completo", "Indirizzo e-mail", "Ruolo"],
            ["Nome", "Sobrenome", "Nome de exibição", "Endereço de e-mail", "Função"],
            ["Voornaam", "Achternaam", "Volledige naam", "E-mailadres", "Gebruikersrol"],
        ])
    func languages(_ cells: [String]) {
        let headings = Headings(cells)

        #expect(Field.allCases.map { headings.column(of: $0) } == [0, 1, 2, 3, 4])
        #expect(headings.areComplete)
        #expect(headings.repeated.isEmpty)
    }

    @Test(
        "Letter case, blanks, punctuation and remarks don't count",
        arguments: [
            "email", " E-MAIL ", "E_mail*", "Email (required)", "e.mail:", "EMAIL\u{A0}ADDRESS",
            "Émail",
            "E-Mail\nAddress", "ｅｍａｉｌ",
        ])
    func spellings(_ heading: String) {
        #expect(Headings(["Name", heading]).column(of: .email) == 1)
    }

    @Test("The order is free, and other columns are left alone")
    func order() {
        let headings = Headings(["No.", "Role", "Department", "EMAIL", "", "Last name", "Phone"])

        #expect(headings.column(of: .role) == 1)
        #expect(headings.column(of: .email) == 3)
        #expect(headings.column(of: .lastName) == 5)
        #expect(headings.column(of: .name) == nil)
        #expect(headings.others == ["No.", "Department", "Phone"])
    }

    @Test("A bare word means what the columns beside it leave for it")
    func bareWords() {
        #expect(Headings(["Nom", "Courriel"]).column(of: .name) == 0)
        #expect(Headings(["Nom", "Prénom", "Courriel"]).column(of: .lastName) == 0)
        #expect(Headings(["Nombre", "Correo"]).column(of: .name) == 0)
        #expect(Headings(["Nombre", "Apellidos", "Correo"]).column(of: .firstName) == 0)
        #expect(Headings(["Name", "Vorname", "E-Mail"]).column(of: .lastName) == 0)
        #expect(Headings(["Name", "First name", "Email"]).column(of: .name) == 0)
        #expect(Headings(["Naam", "Voornaam", "E-mail"]).column(of: .lastName) == 0)
    }

    @Test("Words that are less sure count only where no column has a surer one")
    func weakWords() {
        #expect(Headings(["Display name", "User principal name"]).column(of: .email) == 1)
        #expect(Headings(["Display name", "UPN", "Mail"]).matches.map(\.column) == [0, 2])
        #expect(Headings(["Name", "Email", "User type"]).column(of: .role) == 2)
        #expect(Headings(["Name", "Email", "User type", "Role"]).column(of: .role) == 3)
    }

    @Test("A heading may stand in the last column that a sheet can have")
    func lastColumn() {
        var cells = Array(repeating: "", count: 16_384)
        cells[0] = "Name"
        cells[16_383] = "Email"

        #expect(Headings(cells).column(of: .email) == 16_383)
    }

    @Test("Headings that claim one field twice are named both")
    func repeated() {
        let headings = Headings(["Name", "Email", "Mail address"])

        #expect(headings.repeated.map(\.column) == [1, 2])
        #expect(headings.repeated.map(\.heading) == ["Email", "Mail address"])
    }

    @Test(
        "EMAIL and one of the names are needed",
        arguments: [
            (["Email"], false), (["First name"], false), (["Email", "Role"], false),
            (["Email", "First name"], true), (["Email", "Last name"], true),
            (["Email", "Name"], true),
        ])
    func complete(_ cells: [String], are: Bool) {
        #expect(Headings(cells).areComplete == are)
    }

    @Test("The template's headings are understood as they stand")
    func template() {
        #expect(Template.headings == ["FIRST NAME", "LAST NAME", "NAME", "EMAIL", "ROLE"])
        #expect(Template.choices == [4: ["User", "Account Admin"]])
        #expect(Headings(Template.headings).matches.map(\.field) == Field.allCases)
    }

    @Test("No user looks like headings")
    func users() {
        #expect(!Headings(["Ana", "Silva", "Ana Silva", "ana@example.com", "User"]).areComplete)
        #expect(Headings([String(repeating: "email", count: 10_000)]).matches.isEmpty)
    }
}
