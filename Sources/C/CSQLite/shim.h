#include <sqlite3.h>

/// Variadic functions can't be called from Swift. Counting each allocation takes a lock each time;
/// has to be called before the first database is opened.
static inline void sqlite_stop_counting_memory(void) {
    sqlite3_config(SQLITE_CONFIG_MEMSTATUS, 0);
}
