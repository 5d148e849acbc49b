import Directory
import Logging
import ServiceLifecycle
import Store

/// Forgets sessions that have ended and attempts that no longer count, every ten minutes.
package struct Sweeper: Service {
    private let office: Office

    package init(office: Office) {
        self.office = office
    }

    package func run() async throws {
        await cancelWhenGracefulShutdown {
            while !Task.isCancelled {
                await sweepOrLog()
                try? await Task.sleep(for: .seconds(600))
            }
        }
    }

    package func sweep() async throws {
        let now = office.clock.now()
        try await office.database.write { tx in
            try tx.deleteEndedSessions(at: now)
            try tx.forgetAttempts(endedBefore: now.adding(seconds: -24 * 60 * 60))
        }
    }

    private func sweepOrLog() async {
        do {
            try await sweep()
        } catch {
            office.logger.error("sweeping failed", metadata: ["error": "\(error)"])
        }
    }
}
