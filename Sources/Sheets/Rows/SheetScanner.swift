/// Takes the rows of a sheet's markup apart, window by window.
protocol SheetScanner {
    /// The number of the last row that was read.
    var row: Int { get }
    /// Whether the sheet has ended.
    var isDone: Bool { get }

    /// Puts whole rows into the batch until it is full; returns where the rest begins.
    mutating func scan(
        _ view: ByteView, from start: Int, isLast: Bool, into batch: inout CellBatch
    ) throws(SheetError) -> Int

    /// Reads a row or steps over a tag outside of rows; nil, having changed nothing, if the view ends before.
    mutating func tag(
        _ view: ByteView, at open: Int, into batch: inout CellBatch
    ) throws(SheetError) -> Int?
}

extension SheetScanner {
    mutating func scan(
        _ view: ByteView, from start: Int, isLast: Bool, into batch: inout CellBatch
    ) throws(SheetError) -> Int {
        var position = start
        while !isDone && !batch.isFull {
            let open = view.nextTag(from: position)
            guard open < view.count else {
                if isLast { throw SheetError(.damaged) }
                return view.count
            }
            let scratch = batch.scratch.count
            guard let next = try tag(view, at: open, into: &batch) else {
                if isLast { throw SheetError(.damaged) }
                batch.dropRow(scratch: scratch)
                return open
            }
            position = next
        }
        return position
    }
}
