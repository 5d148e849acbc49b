/// A name and an address, as they stand in From, To and Reply-To.
struct Mailbox {
    let name: HeaderText
    let address: EnvelopeAddress

    func append(to field: inout HeaderField) {
        if !name.text.isEmpty {
            if isQuotable { field.append(word: quoted) } else { field.append(encoded: name) }
        }
        field.append(word: "<\(address.text)>")
    }

    /// Whether the name may stand as a quoted string: short, ASCII, and nothing like an encoded word.
    private var isQuotable: Bool {
        name.text.utf8.allSatisfy { (0x20...0x7E).contains($0) } && name.text.utf8.count <= 60
            && !name.looksEncoded
    }

    private var quoted: String {
        var quoted = "\""
        for character in name.text.unicodeScalars {
            if character == "\"" || character == "\\" { quoted += "\\" }
            quoted.unicodeScalars.append(character)
        }
        return quoted + "\""
    }
}
