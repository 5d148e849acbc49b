@main
struct RollbookCommand {
    static func main() {}
}
