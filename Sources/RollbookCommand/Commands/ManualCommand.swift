import ArgumentParser

/// Prints the manual page, made of what `--help` says.
struct ManualCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "manual", abstract: "Prints the manual page, for man.",
        discussion: "rollbook manual > rollbook.1; man ./rollbook.1")

    func run() async throws {
        let root = try CommandText(dump: RollbookCommand._dumpHelp())
        try OpenFile.standardOutput.write(ManualPage(of: root).text)
    }
}
