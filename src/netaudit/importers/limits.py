"""How much one export may hold, so that a damaged or hostile file cannot exhaust the machine."""

MOST_FILES = 2_000
"""Files in one zip archive or folder."""

LARGEST_ARCHIVE = 4 * 2**30
"""Bytes that the files of one zip archive may come to when unpacked."""

LARGEST_WORKBOOK = 200 * 2**20
"""Bytes that the parts of one Excel workbook may come to when unpacked."""

HIGHEST_RATIO = 200
"""Unpacked to packed size of an archive's file; texts that people write stay far below."""

SMALL_ENOUGH = 10 * 2**20
"""Bytes up to which the ratio does not matter."""

MOST_SHEET_ROWS = 200_000
"""Rows with content on one sheet; larger tables are read from CSV."""

MOST_COLUMNS = 300
"""Columns of one table or sheet."""

MOST_QUESTIONS = 4_000
"""Columns of one table of a survey tool, where each contact and pair has its own."""

MOST_RESPONSES = 200_000
"""Rows of one table of a survey tool."""

LONGEST_CELL = 131_072
"""Characters of one cell; more means that a quotation mark was never closed."""

LARGEST_SETTINGS_FILE = 2**20
"""Bytes of programme.toml."""
