import Desk
import Directory
import Gate
import Mail

extension JSONWriter {
    mutating func write(_ preview: WelcomePreview) {
        object { json in
            json.member("shown", preview.shown)
            json.member("to_send", preview.toSend)
            json.member("registered", preview.registered)
            json.member("sent_before", preview.sentBefore)
            json.member("unknown", preview.unknown)
            json.member("subject", preview.subject)
            json.member("from", preview.sender)
            json.member("html", preview.html)
            json.member("text", preview.text)
            json.member("stays_here", preview.staysHere)
            json.member("hours", Int(preview.hours))
            json.member("example") { json in
                if let user = preview.example { json.value(user.value) } else { json.null() }
            }
        }
    }

    mutating func write(_ outcome: MailingOutcome) {
        object { json in
            json.member("queued", outcome.queued)
            json.member("registered", outcome.registered)
        }
    }

    mutating func write(_ page: MailboxPage) {
        object { json in
            json.member("letters") { json in
                json.array(page.letters) { json, letter in
                    json.object { $0.members(of: letter) }
                }
            }
            json.member("next") { json in
                if let next = page.next { json.value(next) } else { json.null() }
            }
        }
    }

    mutating func write(_ letter: LetterLook) {
        object { json in
            json.members(of: letter.line)
            json.member("from", letter.sender)
            json.member("html", letter.html)
            json.member("text", letter.text)
            json.member("raw", letter.raw)
        }
    }

    private mutating func members(of letter: LetterLine) {
        member("number", letter.number)
        member("subject", letter.subject)
        member("to") { json in
            json.object { json in
                json.member("name", letter.name)
                json.member("email", letter.address)
            }
        }
        member("state", letter.state.rawValue)
        member("at", letter.at)
    }
}

extension JSONWriter {
    mutating func write(_ look: InvitationLook) {
        object { json in
            json.member("kind", look.kind.rawValue)
            json.member("account", look.accountName)
            json.member("name", look.userName)
            json.member("email", look.email)
            json.member("least_length", look.leastLength)
        }
    }
}

extension JSONWriter {
    mutating func write(_ words: LetterWords) {
        object { json in
            json.member("subject", words.subject)
            json.member("greeting", words.greeting)
            json.member("reply_to", words.replyTo?.text ?? "")
        }
    }

    mutating func write(_ sessions: [SessionLine]) {
        object { json in
            json.member("sessions") { json in
                json.array(sessions) { json, session in
                    json.object { json in
                        json.member("source", session.source)
                        json.member("agent", session.agent)
                        json.member("created_at", session.createdAt)
                        json.member("seen_at", session.seenAt)
                        json.member("current", session.isCurrent)
                    }
                }
            }
        }
    }
}
