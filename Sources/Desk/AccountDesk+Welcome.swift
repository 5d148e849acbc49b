package import Directory
import Mail
import Markup
import Store

extension AccountDesk {
    /// For how long a letter that the mail server doesn't take is tried again.
    package var retryHours: Int64 { office.rules.courierHours }

    /// What Send would do: how many get a letter, and the letter itself, as the first of them would
    /// get it but for its link.
    package func welcomePreview(_ selection: UserSelection) async throws -> WelcomePreview {
        let post = office.post
        let now = office.clock.now()
        let chosen = selection.chosen(at: now)
        let found = try await read { [office, viewer, account] tx in
            let mailing = try tx.welcome("", of: account, by: viewer, office.rules, at: now)
            return (
                counts: try tx.counts(of: chosen, in: account.id),
                user: try tx.firstInvited(of: chosen, in: account.id), mailing: mailing
            )
        }
        let letter = found.mailing.letter(
            to: found.user?.displayName ?? "", at: found.user?.email ?? "nobody@mailbox.example",
            link: post.link("preview", for: .welcome))
        return WelcomePreview(
            found.counts, letter, post, to: found.user?.id, hours: office.rules.invitationHours)
    }

    /// Queues one letter for each chosen user who has not registered. A request that was made before
    /// gets its first answer again, whatever has changed since.
    /// - Parameter shown: How many users were chosen when the person was asked.
    /// - Throws: `Refusal` with `selectionChanged` when it isn't so many any more, or `requestReused` when
    ///   the request chose others before; then nothing is sent.
    package func sendWelcome(
        request: String, _ selection: UserSelection, shown: Int
    ) async throws -> MailingOutcome {
        try await send(
            request, to: selection.chosen(at: office.clock.now()), selection.inShort, shown: shown)
    }

    /// Sends again to users whose Welcome email failed, or of whose nobody knows whether it arrived:
    /// somebody has to ask for it, for it may be their second one.
    /// - Throws: `Refusal` with `selectionChanged` when one of them isn't such a user any more.
    package func sendAgain(request: String, _ ids: [ID<User>], shown: Int) async throws
        -> MailingOutcome
    {
        try await send(
            request, to: ChosenUsers(ids: ids, inTrouble: true),
            "again \(UserSelection.ids(ids).inShort)", shown: shown)
    }

    private func send(
        _ request: String, to chosen: ChosenUsers, _ inShort: String, shown: Int
    ) async throws -> MailingOutcome {
        let now = office.clock.now()
        let outcome = try await write { [office, viewer, account] tx in
            if let before = try tx.outcome(ofRequest: request, in: account.id) {
                guard before.chosen == inShort else { throw Refusal.requestReused }
                return before.outcome
            }
            let counts = try tx.counts(of: chosen, in: account.id)
            guard counts.all == shown else { throw Refusal.selectionChanged(now: counts.all) }
            let mailing = try tx.welcome(
                request, of: account, by: viewer, office.rules, at: now, chosen: inShort)
            return try tx.queue(
                mailing, to: chosen, counts: counts, in: account.id, by: viewer, at: now)
        }
        office.letterBell.ring()
        return outcome
    }
}

/// What a person is shown before anything is sent.
package struct WelcomePreview: Sendable {
    /// How many users are chosen.
    package let shown: Int
    package let toSend: Int
    package let registered: Int
    /// Among those to be sent to: who got a Welcome email before, and who may have got one.
    package let sentBefore: Int
    package let unknown: Int
    package let subject: String
    /// The address that it comes from.
    package let sender: String
    package let html: String
    package let text: String
    /// Whose email this is: somebody who gets one; nil if nobody does.
    package let example: ID<User>?
    /// Nobody gets it: it stays on the mailbox page.
    package let staysHere: Bool
    /// For how long its link works.
    package let hours: Int64

    init(
        _ counts: ChosenCounts, _ letter: any Letter, _ post: Correspondence,
        to example: ID<User>?, hours: Int64
    ) {
        shown = counts.all
        toSend = counts.all - counts.registered
        registered = counts.registered
        sentBefore = counts.sentBefore
        unknown = counts.unknown
        subject = letter.subject
        sender = post.sender.address.text
        html = letter.html.text
        text = letter.text
        staysHere = post.hasMailbox
        self.example = example
        self.hours = hours
    }
}

extension Refusal {
    static let requestReused = Refusal(
        .requestReused, "This request was made before for other users. Nothing was sent.",
        remedy: "Look at the selection and send again.")

    static func selectionChanged(now count: Int) -> Refusal {
        Refusal(
            .selectionChanged,
            "The selection has changed meanwhile: it is \(count) users now. Nothing was sent.",
            remedy: "Look at the number and send again.")
    }
}
