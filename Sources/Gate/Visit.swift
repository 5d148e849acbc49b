package import Desk
package import Directory
package import Hummingbird

/// A request that was let in, with the pass that its route asks for.
package struct Visit<Pass: Sendable>: Sendable {
    package let request: Request
    /// Where it comes from, for sessions and the delay after wrong passwords.
    package let origin: Origin
    /// The secret in the caller's cookie, whether it still means anything or not.
    package let token: String?
    package let pass: Pass
    let doorway: Doorway
    let rules: GateRules
    /// For uploads; every visit of a door has the same.
    let room: SpoolRoom

    /// What stands in the address for `{name}`, as it was sent (not percent-decoded).
    package func parameter(_ name: String) -> String {
        doorway.parameters.get(name) ?? ""
    }

    /// A number in the address, such as a draft's.
    /// - Throws: `Refusal` with `notFound` for anything that isn't a plain positive number.
    package func number(_ name: String, orRefuse refusal: Refusal) throws -> Int {
        let text = parameter(name)
        guard let number = Int(text), number > 0, String(number) == text else { throw refusal }
        return number
    }

    /// Names this request in the log.
    package var id: String { doorway.id }

    func with<Other>(_ pass: Other) -> Visit<Other> {
        Visit<Other>(
            request: request, origin: origin, token: token, pass: pass, doorway: doorway,
            rules: rules, room: room)
    }
}

/// The pass of a route that answers everybody.
package struct Anyone: Sendable {
    /// Of a caller who happens to be signed in.
    package let session: Session?
}

/// The pass of somebody who administers a partner.
package struct PartnerPass: Sendable {
    package let session: Session
    package let desk: PartnerDesk
}

/// The pass of somebody who administers the account in the address.
package struct AccountPass: Sendable {
    package let session: Session
    package let desk: AccountDesk
}

extension Visit where Pass == Anyone {
    package var session: Session? { pass.session }
}

extension Visit where Pass == Session {
    package var session: Session { pass }
}

extension Visit where Pass == PartnerPass {
    package var session: Session { pass.session }
    package var desk: PartnerDesk { pass.desk }
}

extension Visit where Pass == AccountPass {
    package var session: Session { pass.session }
    package var desk: AccountDesk { pass.desk }

    /// The application in the address.
    package var application: ID<Directory.Application> {
        get throws { ID(Int64(try number("application", orRefuse: .noSuchApplication))) }
    }
}
