/* Writes rows with libxlsxwriter in constant memory and prints what it took as JSON:  write_rows FILE ROWS
   The texts are those of RowsToWrite.swift, and are in memory before anything is timed. */
#include <stdio.h>
#include <stdlib.h>
#include <time.h>
#include <xlsxwriter.h>

static double seconds(clockid_t clock) {
    struct timespec time;
    clock_gettime(clock, &time);
    return time.tv_sec + time.tv_nsec / 1e9;
}

int main(int count, char **words) {
    if (count != 3) return 64;
    int rows = atoi(words[2]);
    char (*texts)[5][40] = malloc((size_t)rows * sizeof *texts);
    for (int row = 0; row < rows; row++) {
        snprintf(texts[row][0], 40, "First %d", row);
        snprintf(texts[row][1], 40, "Last %d", row % 977);
        snprintf(texts[row][2], 40, "First %d Last", row);
        snprintf(texts[row][3], 40, "person%d@example.com", row);
        snprintf(texts[row][4], 40, "User");
    }
    double busy = seconds(CLOCK_PROCESS_CPUTIME_ID), began = seconds(CLOCK_MONOTONIC);
    lxw_workbook_options options = {.constant_memory = LXW_TRUE};
    lxw_workbook *book = workbook_new_opt(words[1], &options);
    lxw_worksheet *sheet = workbook_add_worksheet(book, "Users");
    for (int row = 0; row < rows; row++)
        for (int column = 0; column < 5; column++)
            worksheet_write_string(sheet, row, column, texts[row][column], NULL);
    if (workbook_close(book) != LXW_NO_ERROR) return 1;
    double wall = seconds(CLOCK_MONOTONIC) - began, cpu = seconds(CLOCK_PROCESS_CPUTIME_ID) - busy;
    printf("{\"wall\": %f, \"cpu\": %f, \"rows\": %d, \"memory\": 0}\n", wall, cpu, rows);
}
