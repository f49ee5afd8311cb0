"""Column types that keep a value exactly, on SQLite and on PostgreSQL alike."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING, Any

from sqlalchemy import JSON, String
from sqlalchemy.types import TypeDecorator
from typing_extensions import override

if TYPE_CHECKING:
    from sqlalchemy.engine import Dialect


class Document(TypeDecorator[Any]):
    """A JSON document; Python's None is SQL NULL, never the JSON word null."""

    impl = JSON(none_as_null=True)
    cache_ok = True


class ExactDecimal(TypeDecorator[Decimal]):
    """A decimal number as text: SQLite would make a float of it, and 14.50 would become 14.5."""

    impl = String
    cache_ok = True

    @override
    def process_bind_param(self, value: Decimal | None, dialect: Dialect) -> str | None:
        """Write the digits as they are."""
        return None if value is None else str(value)

    @override
    def process_result_value(self, value: str | None, dialect: Dialect) -> Decimal | None:
        """Read the digits back."""
        return None if value is None else Decimal(value)


SearchText = String().with_variant(String(collation="C"), "postgresql")
"""Text in the order of its bytes, as SQLite has it anyway: a beginning is a range of an index."""
