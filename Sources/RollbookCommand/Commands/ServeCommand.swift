import API
import ArgumentParser
import Desk
import Directory
import Gate
import Hummingbird
import Logging
import Pages
import ServiceLifecycle
import UnixSignals

/// Serves the console and the API.
struct ServeCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "serve", abstract: "Serves the console and the API.")

    @Option(help: "The address to listen on (127.0.0.1 if nothing is said).")
    var host: String?

    @Option(
        parsing: .unconditional,
        help: "The port to listen on (8080 if nothing is said; 0 takes a free one).")
    var port: Int?

    @Flag(help: "Furnishes an empty database with accounts and people to try things with.")
    var demo = false

    @OptionGroup var options: DataOptions

    func validate() throws {
        guard let port, !Settings.ports.contains(port) else { return }
        throw ValidationError("--port must be a number from 0 to 65535, not \(port).")
    }

    func run() async throws {
        var settings = try options.settings()
        settings.host = host ?? settings.host
        settings.port = port ?? settings.port
        let house = try await House(settings, .sending)
        if demo {
            let world = DemoWorld(office: house.office)
            _ = try await world.build()
            Greeting.demo(try await world.peopleHere(), in: settings.data)
        }
        do {
            try await withTaskExecutorPreference(Crew()) {
                try await Self.services(house).run()
            }
        } catch let fault where Server.isPortTaken(fault) {
            let port = settings.port
            throw SettingError(
                description: "Port \(port) is in use. Start with --port \(port + 1), or another.")
        } catch let fault where Server.isAddressAbsent(fault) {
            throw SettingError(
                description: "This machine has no address \(settings.host) to listen on.")
        }
    }

    private static func services(_ house: House) throws -> ServiceGroup {
        let settings = house.settings
        let door = Door(front: FrontDesk(office: house.office), rules: settings.gate)
        let pages = Pages(assets: try .ofThePackage(), window: { API.window($0) })
        API.addRoutes(to: door)
        pages.addRoutes(to: door)
        let server = Server.application(
            door.responder(page: { pages.trouble($0, $1) }), host: settings.host,
            port: settings.port, rules: settings.gate, logger: House.logger
        ) { port in
            house.office.post.console.move(to: settings.links(atPort: port))
            await Greeting.running(house, port: port)
        }
        var configuration = ServiceGroupConfiguration(
            services: [
                server, Committer(office: house.office), Courier(office: house.office),
                Sweeper(office: house.office),
            ],
            gracefulShutdownSignals: [.sigterm, .sigint], logger: House.logger)
        configuration.maximumGracefulShutdownDuration = .seconds(10)
        return ServiceGroup(configuration: configuration)
    }
}
