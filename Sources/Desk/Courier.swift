import Directory
import Logging
import NIOPosix
import ServiceLifecycle
import Store

/// Sends the letters that wait. At most once each: the final dot goes out only when the disk knows
/// that it may have, and a letter of which nobody knows more than that is never repeated by itself.
///
/// Some threads each keep a connection; what they have to note about their letters, one transaction
/// keeps for all of them together.
package struct Courier: Service {
    private let office: Office
    private let owner: String
    private let delays: RetryDelays

    /// - Parameter chance: From 0 to 1; by how much the delays of letters differ.
    package init(
        office: Office, chance: @escaping @Sendable () -> Double = { Double.random(in: 0...1) }
    ) {
        self.office = office
        owner = String(UInt64.random(in: .min ... .max), radix: 36)
        delays = RetryDelays(
            hours: office.rules.courierHours, first: office.rules.courierRetry, chance: chance)
    }

    /// Until the server stops: new letters are taken on no longer then, and what is on its way gets
    /// a few seconds to arrive.
    package func run() async throws {
        let book = book
        await withGracefulShutdownHandler {
            await withTaskGroup(of: Void.self) { group in
                group.addTask { await ringRegularly() }
                await work(book, untilIdle: false)
                group.cancelAll()
            }
        } onGracefulShutdown: {
            book.close()
        }
    }

    /// Sends everything that is due now.
    package func look() async {
        await work(book, untilIdle: true)
    }

    private var book: LetterBook {
        LetterBook(bell: office.letterBell, connections: office.rules.courierConnections)
    }

    private func ringRegularly() async {
        while !Task.isCancelled {
            try? await Task.sleep(for: .milliseconds(max(100, office.rules.lease * 300)))
            office.letterBell.ring()
        }
    }

    private func work(_ book: LetterBook, untilIdle: Bool) async {
        let threads = NIOThreadPool(numberOfThreads: office.rules.courierConnections)
        threads.start()
        for _ in 0..<office.rules.courierConnections {
            threads.submit { _ in
                LetterCarriage(office: office, book: book, delays: delays).run()
            }
        }
        office.letterBell.ring()
        var keeper = LetterKeeper(office: office, owner: owner, book: book)
        for await _ in office.letterBell.rings {
            let hasMore = await keeper.turn()
            if book.isClosed || (untilIdle && !hasMore && book.isIdle) { break }
        }
        book.close()
        await keeper.close()
        threads.shutdownGracefully { _ in }
    }
}
