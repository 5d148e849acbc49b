import Glibc

/// What a piece of work took.
enum Effort {
    /// Does the work and prints its seconds by the clock and of CPU, its answer, and the most memory in MiB: of the
    /// whole process, and what of it came with the work.
    static func print<Failure: Error>(_ work: () throws(Failure) -> String) throws(Failure) {
        let memory = peak()
        let (busy, began) = (seconds(CLOCK_PROCESS_CPUTIME_ID), seconds(CLOCK_MONOTONIC))
        let answer = try work()
        let wall = seconds(CLOCK_MONOTONIC) - began
        let cpu = seconds(CLOCK_PROCESS_CPUTIME_ID) - busy
        let most = peak()
        Swift.print(
            #"{"wall": \#(wall), "cpu": \#(cpu), "rows": \#(answer), "#
                + #""memory": \#(most), "more": \#(most - memory)}"#)
    }

    private static func seconds(_ clock: clockid_t) -> Double {
        var time = timespec()
        clock_gettime(clock, &time)
        return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
    }

    /// From the kernel's account of this process: that of `getrusage` begins with what the parent had.
    private static func peak() -> Double {
        guard let file = fopen("/proc/self/status", "r") else { fatalError("There is no /proc.") }
        defer { fclose(file) }
        var line = [CChar](repeating: 0, count: 256)
        while fgets(&line, 256, file) != nil {
            let text = String(decoding: line.prefix { $0 != 0 }.map(UInt8.init), as: UTF8.self)
            let words = text.split { $0 == " " || $0 == "\t" }
            if words.first == "VmHWM:" { return (Double(words[1]) ?? 0) / 1024 }
        }
        fatalError("The kernel doesn't say how much memory was used.")
    }
}
