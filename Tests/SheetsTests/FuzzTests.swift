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

    @Test("Inputs of the zip target keep the promises", arguments: SampleFiles.fuzzInputs("zip"))
    func zip(input: URL) {
        ReadingPromises.keep(ofArchive: SampleFiles.bytes(at: input))
    }

    @Test("Inputs of the xml target keep the promises", arguments: SampleFiles.fuzzInputs("xml"))
    func xml(input: URL) {
        ReadingPromises.keep(ofSheet: SampleFiles.bytes(at: input))
    }

    @Test("Inputs of the ods target keep the promises", arguments: SampleFiles.fuzzInputs("ods"))
    func ods(input: URL) {
        ReadingPromises.keep(ofDocument: SampleFiles.bytes(at: input))
    }

    @Test("Inputs of the read target keep the promises", arguments: SampleFiles.fuzzInputs("read"))
    func read(input: URL) {
        ReadingPromises.keep(ofFile: SampleFiles.bytes(at: input))
    }
}
