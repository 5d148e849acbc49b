import Glibc

/// A folder that goes when its owner goes.
package final class TemporaryFolder: Sendable {
    package let path: String

    package init() throws {
        var template = Array("/tmp/rollbook-test-XXXXXX".utf8CString)
        guard mkdtemp(&template) != nil else { throw POSIXFault(code: errno) }
        path = String(decoding: template.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
    }

    deinit {
        for name in ["rollbook.db", "rollbook.db-wal", "rollbook.db-shm"] {
            unlink(path + "/" + name)
        }
        rmdir(path)
    }
}

struct POSIXFault: Error {
    let code: Int32
}
