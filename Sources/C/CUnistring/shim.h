#include <uninorm.h>
#include <unicase.h>
#include <unictype.h>
