"""Prints lines of figures, for a terminal or as Markdown."""

TITLES = ("work", "at most", "here", "range of the rounds", "goal", "ours to theirs")


def printed(goals, markdown=False):
    return as_table(TITLES, [goal.cells() for goal in goals], markdown)


def as_table(titles, rows, markdown=False):
    rows = [[str(cell) for cell in row] for row in rows]
    if markdown:
        lines = [titles, ["---"] * len(titles), *rows]
        return "\n".join("| " + " | ".join(line) + " |" for line in lines)
    widths = [max(map(len, column)) for column in zip(titles, *rows, strict=True)]
    lines = [titles, ["─" * width for width in widths], *rows]
    return "\n".join("  ".join(map(str.ljust, line, widths)).rstrip() for line in lines)
