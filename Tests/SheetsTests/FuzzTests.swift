import Foundation
import Testing

@Suite("What fuzzing has found")
struct FuzzTests {
    @Test(
        "Inputs of the csv target don't stop the reader", arguments: SampleFiles.fuzzInputs("csv"))
    func csv(input: URL) {
        _ = refusal(of: SampleFiles.bytes(at: input))
    }

    @Test(
        "Inputs of the xlsx target don't stop the reader", arguments: SampleFiles.fuzzInputs("xlsx")
    )
    func xlsx(input: URL) {
        _ = refusal(of: FuzzedWorkbook.file(from: SampleFiles.bytes(at: input)))
    }
}
