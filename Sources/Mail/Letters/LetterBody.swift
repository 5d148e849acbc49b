/// What a letter says, before it is HTML or plain text: a heading, paragraphs, one button, until when
/// it works, the address that it belongs to, and whom to ask.
struct LetterBody {
    let subject: HeaderText
    /// What programs show beside the subject.
    let preheader: Passage
    let accountName: HeaderText
    let heading: Passage
    let paragraphs: [Passage]
    let button: String
    let link: String
    /// When the button stops working: "29 November 2026".
    let deadline: String
    /// The address that the recipient signs in with.
    let address: String
    /// Whom to ask, and when to do nothing.
    let closing: Passage
    /// Why it was sent.
    let footer: Passage
}
