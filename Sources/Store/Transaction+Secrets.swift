extension Transaction {
    /// The database's own secret of that name, made by `make` the first time it is asked for.
    package func secret(_ name: String, make: () -> [UInt8]) throws -> [UInt8] {
        if let known = try storedSecret(name) { return known }
        try run(
            """
            INSERT INTO secrets (name, secret) VALUES (\(name), \(make())) ON CONFLICT DO NOTHING
            """)
        return try storedSecret(name) ?? []
    }

    private func storedSecret(_ name: String) throws -> [UInt8]? {
        try first("SELECT secret FROM secrets WHERE name = \(name)") { $0.bytes(0) }
    }
}
