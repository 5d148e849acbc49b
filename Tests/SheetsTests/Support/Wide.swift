/// Text as UTF-16.
enum Wide {
    static func little(_ text: String) -> [UInt8] {
        text.utf16.reduce(into: []) { bytes, unit in
            bytes.append(UInt8(truncatingIfNeeded: unit))
            bytes.append(UInt8(unit >> 8))
        }
    }

    static func big(_ text: String) -> [UInt8] {
        text.utf16.reduce(into: []) { bytes, unit in
            bytes.append(UInt8(unit >> 8))
            bytes.append(UInt8(truncatingIfNeeded: unit))
        }
    }
}
