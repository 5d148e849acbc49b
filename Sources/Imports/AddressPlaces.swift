/// Where each address of a spreadsheet stands first. No text is kept.
struct AddressPlaces {
    /// The row in which an address stands first.
    struct First {
        /// The row's place among the rows, from 0.
        let order: Int32
        let number: Int32
        let isClean: Bool
        fileprivate(set) var isRepeated = false

        init(order: Int, number: Int, isClean: Bool) {
            self.order = Int32(order)
            self.number = Int32(number)
            self.isClean = isClean
        }
    }

    private var firsts: [AddressMark: First] = [:]

    /// Notes where an address stands. Nil if it is new; otherwise its first row, which is
    /// `isRepeated` if that was known already.
    mutating func add(_ mark: AddressMark, at place: First) -> First? {
        guard let first = firsts.updateValue(place, forKey: mark) else { return nil }
        var known = first
        known.isRepeated = true
        firsts[mark] = known
        return first
    }
}
