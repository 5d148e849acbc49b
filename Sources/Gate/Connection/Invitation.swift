/// Sent down the channel when a body is about to be read: a caller who said `Expect: 100-continue`
/// waits for it (RFC 9110, section 10.1.1).
struct Invitation: Sendable {}
