/// Writes the day numbers of spreadsheets as ISO 8601.
enum DateText {
    private static let lastDay = 2_958_465.0

    /// Nil if the number means no date: it isn't meant as one, or lies outside of 1900–9999.
    static func text(
        _ value: Double, as meaning: NumberStyles.Meaning, in epoch: NumberStyles.Epoch
    ) -> String? {
        guard meaning != .number, value >= 0, value < lastDay + 1 else { return nil }
        var day = Int(value)
        var second = Int(((value - Double(day)) * 86_400).rounded())
        if second == 86_400 {
            day += 1
            second = 0
        }
        if meaning == .duration { return clock(second + day * 86_400) }
        if meaning == .time && day == 0 { return clock(second) }
        guard let date = date(day, in: epoch) else { return nil }
        let isDate = meaning == .date && second == 0
        return isDate ? date : "\(date)T\(clock(second))"
    }

    /// Excel counts a 29 February 1900 that never was, as day 60.
    private static func date(_ day: Int, in epoch: NumberStyles.Epoch) -> String? {
        switch (epoch, day) {
        case (.year1904, _): civil(day - 24_107)
        case (.year1900, 0): nil
        case (.year1900, 60): "1900-02-29"
        case (.year1900, ..<60): civil(day - 25_568)
        case (.year1900, _): civil(day - 25_569)
        }
    }

    static func clock(_ seconds: Int) -> String {
        "\(padded(seconds / 3_600)):\(padded(seconds / 60 % 60)):\(padded(seconds % 60))"
    }

    /// The Gregorian date of a day counted from 1970-01-01, by eras of 400 years that begin in March.
    static func civil(_ day: Int) -> String {
        let shifted = day + 719_468
        let era = shifted / 146_097
        let dayOfEra = shifted % 146_097
        let yearOfEra = (dayOfEra - dayOfEra / 1_460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
        let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
        let shiftedMonth = (5 * dayOfYear + 2) / 153
        let month = shiftedMonth < 10 ? shiftedMonth + 3 : shiftedMonth - 9
        let year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0)
        let dayOfMonth = dayOfYear - (153 * shiftedMonth + 2) / 5 + 1
        return "\(padded(year, 4))-\(padded(month))-\(padded(dayOfMonth))"
    }

    private static func padded(_ number: Int, _ width: Int = 2) -> String {
        let digits = String(number)
        return String(repeating: "0", count: max(0, width - digits.count)) + digits
    }
}
