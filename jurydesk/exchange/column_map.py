"""Reads the map by which a person says which column holds which field."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from jurydesk.errors import DamagedFile
from jurydesk.exchange.workbook_guard import load_bytes

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path


def read_column_map(path: Path) -> Mapping[str, str]:
    """Read `{"Heading": "field"}`; a column letter may stand for a heading, null drops a column.

    Raises:
        EnvironmentFailure: the file is not there or cannot be read.
        DamagedFile: it is not a JSON object of texts.
    """
    content = load_bytes(path)
    try:
        # Windows editors put a byte order mark first
        given: object = json.loads(content.decode("utf-8-sig"))
    except (ValueError, RecursionError) as failure:
        raise DamagedFile("FILE-30", {"file": str(path)}) from failure
    if not isinstance(given, dict):
        raise DamagedFile("FILE-30", {"file": str(path)})
    if not all(field is None or isinstance(field, str) for field in given.values()):
        raise DamagedFile("FILE-30", {"file": str(path)})
    return {str(heading): field or "" for heading, field in given.items()}
