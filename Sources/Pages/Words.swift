import Directory

extension Int {
    /// With commas between the thousands: `12,480`.
    package var grouped: String {
        let digits = String(magnitude)
        var grouped = ""
        for (place, digit) in digits.enumerated() {
            if place > 0, (digits.count - place) % 3 == 0 { grouped.append(",") }
            grouped.append(digit)
        }
        return self < 0 ? "-" + grouped : grouped
    }

    /// `1 user`, `12,480 users`.
    package func counted(_ one: String) -> String {
        self == 1 ? "1 \(one)" : "\(grouped) \(one)s"
    }
}

extension String {
    /// The first letters of the first two words, for a picture that stands for a person.
    var initials: String {
        split { $0 == " " || $0 == "\u{A0}" }.prefix(2).compactMap { word in
            word.first { $0.isLetter || $0.isNumber }
        }.map { $0.uppercased() }.joined()
    }
}

extension Timestamp {
    private static let months = [
        "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec",
    ]

    /// `4 Mar 2026`, in UTC.
    var day: String {
        let (year, month, day) = date
        return "\(day) \(Self.months[month - 1]) \(year)"
    }

    /// `4 Mar 2026, 14:05 UTC`.
    var minute: String {
        let minutes = milliseconds / 60_000
        let (hour, minute) = ((minutes / 60) % 24, minutes % 60)
        return "\(day), \(hour):\(minute < 10 ? "0" : "")\(minute) UTC"
    }

    /// `2026-03-04`, in UTC.
    var isoDay: String {
        let (year, month, day) = date
        return "\(year)-\(month < 10 ? "0" : "")\(month)-\(day < 10 ? "0" : "")\(day)"
    }

    /// The proleptic Gregorian calendar, with years that begin in March so that leap days come last.
    private var date: (year: Int, month: Int, day: Int) {
        let days = Int((Double(milliseconds) / 86_400_000).rounded(.down)) + 719_468
        let era = (days >= 0 ? days : days - 146_096) / 146_097
        let dayOfEra = days - era * 146_097
        let yearOfEra =
            (dayOfEra - dayOfEra / 1_460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
        let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
        let shifted = (5 * dayOfYear + 2) / 153
        let month = shifted < 10 ? shifted + 3 : shifted - 9
        let day = dayOfYear - (153 * shifted + 2) / 5 + 1
        return (yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month, day)
    }
}
