import ArgumentParser
import Imports

/// Writes the spreadsheet that people fill in.
struct TemplateCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "template", abstract: "Writes the spreadsheet template.")

    @Argument(
        help: "Where to write it; without it the file goes to standard output.",
        completion: .file(extensions: ["xlsx"]))
    var file: String?

    func run() async throws {
        let bytes = try Template.workbook()
        let output = try file.map { try OpenFile(newFile: $0) } ?? .standardOutput
        try output.write(bytes)
    }
}
