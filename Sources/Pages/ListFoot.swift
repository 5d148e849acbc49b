import Markup

/// Below a list: how much of it is shown, and the way to the rest.
struct ListFoot: Sendable {
    let shown: Int
    let total: Int
    let noun: String
    /// The beginning of the list, unless it is shown.
    let first: String?
    let next: String?

    var html: HTML {
        """
        <div class="foot num"><span class="grow">\(words)</span>\(first.map { "<a class=\"btn sm\" href=\"\($0)\">From the beginning</a>" as HTML })\(next.map { "<a class=\"btn sm\" rel=\"next\" href=\"\($0)\">Next page</a>" as HTML })</div>

        """
    }

    private var words: String {
        shown == total ? total.counted(noun) : "\(shown.grouped) of \(total.counted(noun))"
    }
}
