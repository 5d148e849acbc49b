// Dates and times that a file has in ISO 8601 already: OpenDocument's.
extension DateText {
    /// A date with or without a time, its seconds rounded; anything else stays as it is written.
    static func text(ofDate written: String) -> String {
        let parts = written.split(separator: "T", maxSplits: 1)
        guard parts.count == 2, parts[1].contains("."), let seconds = seconds(of: parts[1]) else {
            return written
        }
        if seconds < 86_400 { return "\(parts[0])T\(clock(seconds))" }
        let numbers = parts[0].split(separator: "-").compactMap { Int($0) }
        guard numbers.count == 3, parts[0].count == 10 else { return written }
        let day = dayNumber(year: numbers[0], month: numbers[1], day: numbers[2])
        return "\(civil(day + 1))T\(clock(seconds - 86_400))"
    }

    /// `PT18H30M05S` as 18:30:05, hours beyond a day included; anything else stays as it is written.
    static func text(ofDuration written: String) -> String {
        guard written.hasPrefix("P") else { return written }
        var seconds = 0.0
        var number = ""
        for letter in written.dropFirst() {
            switch letter {
            case "0"..."9", ".": number.append(letter)
            case "T" where number.isEmpty: continue
            default:
                guard let unit = units[letter], let value = Double(number) else { return written }
                seconds += value * unit
                number = ""
            }
        }
        guard number.isEmpty, seconds < 1e12 else { return written }
        return clock(Int(seconds.rounded()))
    }

    private static let units: [Character: Double] = ["D": 86_400, "H": 3_600, "M": 60, "S": 1]

    /// The seconds of `12:30:59.9999`, rounded.
    private static func seconds(of clock: Substring) -> Int? {
        let parts = clock.split(separator: ":").map { Double($0) }
        guard parts.count == 3, let hour = parts[0], let minute = parts[1], let second = parts[2],
            (0..<25).contains(hour), (0..<60).contains(minute), (0..<61).contains(second)
        else { return nil }
        return Int((hour * 3_600 + minute * 60 + second).rounded())
    }

    /// The inverse of `civil`.
    private static func dayNumber(year: Int, month: Int, day: Int) -> Int {
        let year = month <= 2 ? year - 1 : year
        let shiftedMonth = month > 2 ? month - 3 : month + 9
        let dayOfYear = (153 * shiftedMonth + 2) / 5 + day - 1
        let yearOfEra = year % 400
        let dayOfEra = yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear
        return year / 400 * 146_097 + dayOfEra - 719_468
    }
}
