import Directory

/// A moment as the calendar and the clock of UTC show it.
struct CivilDate {
    private static let months = [
        "January", "February", "March", "April", "May", "June", "July", "August", "September",
        "October", "November", "December",
    ]
    private static let weekdays = ["Thu", "Fri", "Sat", "Sun", "Mon", "Tue", "Wed"]

    let year: Int
    /// From 1, as the day.
    let month: Int
    let day: Int
    private let weekday: Int
    private let second: Int

    init(of moment: Timestamp) {
        let seconds = Int(moment.milliseconds.flooredQuotient(by: 1000))
        let days = seconds.flooredQuotient(by: 86_400)
        second = seconds - days * 86_400
        weekday = days - days.flooredQuotient(by: 7) * 7
        // Years that begin in March, so that the day that comes and goes is the last; 400 of them repeat.
        let sinceMarch = days + 719_468
        let era = sinceMarch.flooredQuotient(by: 146_097)
        let ofEra = sinceMarch - era * 146_097
        let yearOfEra = (ofEra - ofEra / 1_460 + ofEra / 36_524 - ofEra / 146_096) / 365
        let ofYear = ofEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
        let fromMarch = (5 * ofYear + 2) / 153
        day = ofYear - (153 * fromMarch + 2) / 5 + 1
        month = fromMarch < 10 ? fromMarch + 3 : fromMarch - 9
        year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0)
    }

    /// `29 November 2026`
    var dayText: String { "\(shortDayText) \(year)" }

    /// `29 November`
    var shortDayText: String { "\(day) \(Self.months[month - 1])" }

    /// `08:05 UTC`
    var timeText: String { "\(second / 3600, width: 2):\(second / 60 % 60, width: 2) UTC" }

    /// `Sun, 29 Nov 2026 08:05:00 +0000` (RFC 5322, 3.3)
    var headerText: String {
        """
        \(Self.weekdays[weekday]), \(day) \(Self.months[month - 1].prefix(3)) \(year, width: 4) \
        \(second / 3600, width: 2):\(second / 60 % 60, width: 2):\(second % 60, width: 2) +0000
        """
    }
}

extension FixedWidthInteger {
    fileprivate func flooredQuotient(by divisor: Self) -> Self {
        let (quotient, remainder) = quotientAndRemainder(dividingBy: divisor)
        return remainder < 0 ? quotient - 1 : quotient
    }
}

extension DefaultStringInterpolation {
    /// A number with zeros in front.
    fileprivate mutating func appendInterpolation(_ number: Int, width: Int) {
        let digits = String(number)
        appendLiteral(String(repeating: "0", count: max(0, width - digits.count)) + digits)
    }
}
