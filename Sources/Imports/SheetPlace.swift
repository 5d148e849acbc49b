/// Where among a workbook's visible sheets the one stands that was read: "2 of 3".
package struct SheetPlace: Sendable, Equatable {
    package let number: Int
    package let count: Int

    package init(number: Int, of count: Int) {
        self.number = number
        self.count = count
    }
}
