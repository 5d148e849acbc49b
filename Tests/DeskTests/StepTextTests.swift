import Imports
import Testing

@testable import Desk

struct StepTextTests {
    @Test func whatIsWrittenIsReadAgain() throws {
        let texts = [
            "", "Ana", "two\nlines", "12:34", " set 1 name 3:abc", "é \u{1F600}\r\n", "\u{202E}x",
        ]
        let operations: [Edit.Operation] =
            texts.map { .set(position: 7, field: .email, value: $0) }
            + [.delete(position: 0), .restore(position: 123_456)]
            + texts.map { .add(Row(firstName: $0, name: $0, role: $0)) }

        let read = try StepText.operations(
            in: operations.map(StepText.of).joined(separator: "\n"))

        #expect(read == operations)
    }

    @Test(arguments: [
        "set", "set x name 1:a", "set 1 nose 1:a", "set 1 name 5:abc", "set 1 name -1:",
        "set 1 name 1:ab", "delete", "delete -4", "delete 1 2", "restore 1\n\n", "add 0:", "jump 1",
        "set 1 name 99999999999999999999:a", "set 1 name",
    ])
    func anythingElseIsAFault(text: String) {
        #expect(throws: DamagedStep.self) { try StepText.operations(in: text) }
    }
}
