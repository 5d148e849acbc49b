extension LetterBody {
    /// Its lines are as long as its paragraphs.
    var plain: String {
        let blocks =
            [heading.text] + paragraphs.map(\.text)
            + [
                "\(button):\n\(link)\n(works until \(deadline))", "Your sign-in email: \(address)",
                closing.text,
            ]
        return blocks.joined(separator: "\n\n") + "\n\n-- \n\(footer.text)\n"
    }
}
