import ArgumentParser
import Desk
import Gate

/// The options of every command that touches data.
struct DataOptions: ParsableArguments {
    @Option(
        help: ArgumentHelp("The directory of the database.", valueName: "dir"),
        completion: .directory)
    var data: String?

    /// Settings from the environment, with these options in front.
    func settings() throws -> Settings {
        var settings = try Settings(environment: Environment.variables)
        if let data { settings.data = data }
        settings.gate.spoolDirectory = settings.data
        settings.office.spoolDirectory = settings.data
        return settings
    }

    func operatorDesk(_ opening: House.Opening = .working) async throws -> OperatorDesk {
        OperatorDesk(office: try await House(settings(), opening).office)
    }
}

/// How an answer is printed: for people, or as JSON, one object a line.
enum AnswerFormat: String, ExpressibleByArgument, CaseIterable {
    case text
    case json
}
