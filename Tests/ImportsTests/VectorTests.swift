import Directory
import Imports
import Testing

@Suite("The vectors that Swift and JavaScript share")
struct VectorTests {
    @Test("Each address is read, refused and repaired as written", arguments: Vectors.all.addresses)
    func address(_ expected: Vectors.Address) {
        do throws(EmailAddress.Malformed) {
            let address = try EmailAddress(expected.text)

            let shown = expected.shown ?? expected.text
            #expect(expected.reason == nil)
            #expect(bytes(address.text) == bytes(shown))
            #expect(bytes(address.key) == bytes(expected.key ?? shown))
        } catch {
            #expect(error.reason.rawValue == expected.reason)
            #expect(error.character == expected.character)
            #expect(error.repairs == expected.repairs ?? [])
        }
    }

    @Test("Each row is tidied and judged as written", arguments: Vectors.all.rows)
    func row(_ expected: Vectors.RowCase) {
        let judgement = RowRules().judge(expected.written)

        let codes = Issues.kinds.filter { judgement.issues.contains($0.issue) }.map(\.code)
        #expect(codes == expected.issues ?? [])
        for field in Field.allCases {
            #expect(bytes(judgement.row[field]) == bytes(expected.kept[field]))
        }
        #expect(judgement.hints == (expected.tidied == nil ? [] : .tidied))
        #expect(judgement.emailReason?.reason.rawValue == expected.reason)
        #expect(judgement.emailReason?.repairs ?? [] == expected.repairs ?? [])
        if let key = expected.key { #expect(judgement.emailKey == key) }
    }

    @Test("A judged row judged again stays as it is", arguments: Vectors.all.rows)
    func judgedTwice(_ vector: Vectors.RowCase) {
        let once = RowRules().judge(vector.written)

        let twice = RowRules().judge(once.row)

        #expect(twice.row == once.row)
        #expect(twice.issues == once.issues)
        #expect(twice.emailKey == once.emailKey)
        #expect(twice.hints == [])
    }

    @Test("There is a case for every reason, and the words are those of the engine")
    func everyReason() {
        let vectors = Vectors.all

        #expect(vectors.version == RowRules.version)
        #expect(
            Set(vectors.words.address.keys)
                == Set(EmailAddress.Malformed.Reason.allCases.map(\.rawValue)))
        for vector in vectors.addresses {
            guard let malformed = malformed(vector.text) else { continue }
            let words = vectors.words.address[malformed.reason.rawValue]?.map {
                $0.replacing("{character}", with: malformed.character ?? "")
            }
            #expect([malformed.status, malformed.card] == words)
        }
        let reasons = Set(vectors.addresses.compactMap(\.reason))
        #expect(reasons.count == EmailAddress.Malformed.Reason.allCases.count)
    }

    private func malformed(_ text: String) -> EmailAddress.Malformed? {
        do throws(EmailAddress.Malformed) {
            _ = try EmailAddress(text)
            return nil
        } catch {
            return error
        }
    }

    /// Swift's `==` takes composed and decomposed letters for equal; here they are not.
    private func bytes(_ text: String) -> [UInt8] { Array(text.utf8) }
}
