/// What isn't there, and what is there for others only: one answer for both, whoever gives it.
extension Refusal {
    package static let noSuchPage = Refusal(
        .notFound, "There is nothing at this address.", remedy: "Check the address.")

    package static let noSuchAccount = Refusal(
        .notFound, "There is no such account.", remedy: "Check the address.")

    package static let noSuchUser = Refusal(
        .notFound, "There is no such user.", remedy: "Check the address.")

    package static let noSuchApplication = Refusal(
        .notFound, "There is no such application.", remedy: "Go back to the list.")

    package static let noSuchDraft = Refusal(
        .notFound, "There is no such import.", remedy: "Go to Users and start a new one.")
}
