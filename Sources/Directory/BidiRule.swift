import CUnistring

/// The Bidi rule of IDNA (RFC 5893, 2), which browsers apply to a whole domain and libidn2 only to single labels: beside
/// letters that run from right to left, every label begins with a letter and runs one way. Otherwise different domains
/// would look the same.
enum BidiRule {
    /// Characters that may stand in labels of either way.
    private static let neutral: Set = [
        UC_BIDI_EN, UC_BIDI_ES, UC_BIDI_CS, UC_BIDI_ET, UC_BIDI_ON, UC_BIDI_BN, UC_BIDI_NSM,
    ]
    private static let rightToLeft: Set = [UC_BIDI_R, UC_BIDI_AL, UC_BIDI_AN]

    /// - Parameter labels: as people read them, not as A-labels.
    static func isKept(by labels: [Substring]) -> Bool {
        let labels = labels.map { $0.unicodeScalars.map { Int(uc_bidi_class($0.value)) } }
        guard labels.joined().contains(where: rightToLeft.contains) else { return true }
        return labels.allSatisfy(runsOneWay)
    }

    private static func runsOneWay(_ classes: [Int]) -> Bool {
        let last = classes.last { $0 != UC_BIDI_NSM }
        switch classes.first {
        case UC_BIDI_L:
            return classes.allSatisfy { $0 == UC_BIDI_L || neutral.contains($0) }
                && (last == UC_BIDI_L || last == UC_BIDI_EN)
        case UC_BIDI_R, UC_BIDI_AL:
            return classes.allSatisfy { rightToLeft.contains($0) || neutral.contains($0) }
                && last.map { rightToLeft.contains($0) || $0 == UC_BIDI_EN } == true
                && !(classes.contains(UC_BIDI_EN) && classes.contains(UC_BIDI_AN))
        default: return false
        }
    }
}
