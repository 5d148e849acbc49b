#include <stdlib.h>
#include <uninorm.h>
#include <unicase.h>
#include <unictype.h>
#include <uniwidth.h>

// The normal forms are macros over structures that Swift can't see into.
static inline uninorm_t unistring_nfc(void) { return UNINORM_NFC; }
static inline uninorm_t unistring_nfkd(void) { return UNINORM_NFKD; }

// Results are allocated by malloc.
static inline void unistring_free(void *result) { free(result); }
