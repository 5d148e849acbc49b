import Directory

/// The headings that people use for the five fields in English, German, French, Spanish, Italian, Portuguese and
/// Dutch, as `HeadingText` writes them: letters and digits alone.
///
/// Only words that mean one field and nothing else: a column taken by mistake is worse than one left out.
enum HeadingWords {
    /// Words that are taken only where no other column claims the field.
    static let weak: [String: Field] = [
        "userprincipalname": .email, "upn": .email, "loginemail": .email, "signinemail": .email,
        "contactemail": .email, "personalemail": .email, "privateemail": .email,
        "usertype": .role, "accounttype": .role, "accesslevel": .role, "permission": .role,
        "permissions": .role, "benutzertyp": .role, "berechtigung": .role,
    ]

    static let fields: [String: Field] = {
        var fields: [String: Field] = [:]
        for (field, words) in words {
            for word in words { fields[word] = field }
        }
        return fields
    }()

    private static let words: [(Field, [String])] = [
        (.firstName, firstNames), (.lastName, lastNames), (.name, names), (.email, emails),
        (.role, roles),
    ]

    private static let firstNames = [
        "firstname", "first", "givenname", "forename", "christianname", "fname",
        "vorname", "vornamen", "rufname",
        "prenom", "prenoms",
        "nombredepila", "primernombre", "nombres",
        "nomedibattesimo",
        "primeironome", "nomeproprio", "prenome",
        "voornaam", "voornamen", "roepnaam",
    ]

    private static let lastNames = [
        "lastname", "last", "surname", "familyname", "lname",
        "nachname", "familienname", "zuname",
        "nomdefamille", "nomfamille",
        "apellido", "apellidos", "primerapellido",
        "cognome", "cognomi",
        "sobrenome", "apelido", "apelidos", "ultimonome", "nomedefamilia",
        "achternaam", "familienaam",
    ]

    private static let names = [
        "fullname", "displayname", "completename", "employeename", "firstandlastname",
        "anzeigename", "vollstandigername", "vorundnachname", "vorundzuname", "ganzername",
        "nomcomplet", "nometprenom", "prenometnom", "nomprenom", "prenomnom", "nomdaffichage",
        "nombrecompleto", "nombreyapellido", "nombreyapellidos", "nombreparamostrar",
        "nomecompleto", "nomeecognome", "nomecognome", "cognomeenome", "nomevisualizzato",
        "nomeesobrenome", "nomeeapelido", "nomedeexibicao", "nomedeapresentacao",
        "volledigenaam", "weergavenaam", "voorenachternaam", "voornaamenachternaam",
    ]

    private static let emails = [
        "email", "emails", "mail", "emailaddress", "mailaddress", "emailid", "workemail",
        "businessemail", "companyemail", "primaryemail", "useremail", "emailwork",
        "emailadresse", "mailadresse", "emailadressen", "dienstlicheemail",
        "geschaftlicheemail", "emailgeschaftlich", "elektronischepostadresse",
        "adresseemail", "adressemail", "adressedemessagerie", "adressedecourriel", "courriel",
        "mel", "adresseelectronique", "adressecourriel", "emailprofessionnel",
        "correo", "correoelectronico", "direcciondecorreo", "direcciondecorreoelectronico",
        "direccionemail", "direcciondeemail", "direccionelectronica",
        "indirizzoemail", "indirizzomail", "postaelettronica", "indirizzodipostaelettronica",
        "indirizzodiemail", "indirizzodiposta",
        "correioeletronico", "enderecodeemail", "enderecoemail", "enderecodecorreioeletronico",
        "enderecoeletronico",
        "emailadres", "mailadres",
    ]

    private static let roles = [
        "role", "userrole", "accountrole",
        "rolle", "benutzerrolle", "kontorolle",
        "roleutilisateur", "roledelutilisateur", "roleducompte",
        "rol", "roldeusuario", "roldelusuario", "roldecuenta",
        "ruolo", "ruoloutente", "ruolodellutente",
        "funcao", "papel", "funcaodousuario", "papeldousuario",
        "gebruikersrol", "rolvandegebruiker", "accountrol",
    ]
}
