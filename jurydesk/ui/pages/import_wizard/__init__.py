"""The import of a roster, step by step: sheets, columns, rows."""
