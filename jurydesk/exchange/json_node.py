"""One object of a JSON file that knows where it stands, so that a refusal can say where."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any, TypeVar

from jurydesk.errors import DamagedFile

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class JsonNode:
    """One object of a file; each reader refuses a value of another type than it should have."""

    path: Path
    place: str
    values: Mapping[str, Any]

    def expect(self, names: Iterable[str]) -> None:
        """Refuse a name that is missing or too many."""
        expected = set(names)
        for name in sorted(expected ^ self.values.keys()):
            code = "SHEET-04" if name in expected else "SHEET-05"
            raise self.fault(code, name)

    def text(self, name: str) -> str:
        return self._typed(name, str)

    def flag(self, name: str) -> bool:
        return self._typed(name, bool)

    def integer(self, name: str) -> int:
        return self._typed(name, int)

    def texts(self, name: str) -> tuple[str, ...]:
        values = self._typed(name, list)
        if not all(isinstance(value, str) for value in values):
            raise self.fault("SHEET-03", name)
        return tuple(values)

    def day(self, name: str) -> date:
        return self._converted(name, date.fromisoformat)

    def choice(self, name: str, kind: Callable[[str], T]) -> T:
        return self._converted(name, kind)

    def optional(self, name: str, read: Callable[[str], T]) -> T | None:
        """Read a value that may be null."""
        return None if self.values[name] is None else read(name)

    def node(self, name: str) -> JsonNode:
        return JsonNode(self.path, self._at(name), self._typed(name, dict))

    def nodes(self, name: str) -> tuple[JsonNode, ...]:
        items = self._typed(name, list)
        if not all(isinstance(item, dict) for item in items):
            raise self.fault("SHEET-03", name)
        return tuple(
            JsonNode(self.path, f"{self._at(name)}[{rank}]", item)
            for rank, item in enumerate(items)
        )

    def fault(self, code: str, name: str) -> DamagedFile:
        """Return the refusal of this file, with the place of the fault."""
        return DamagedFile(code, {"file": self.path.name, "place": self._at(name)})

    def _typed(self, name: str, kind: type[T]) -> T:
        value = self.values[name]
        if type(value) is not kind:  # a bool is an int to isinstance
            raise self.fault("SHEET-03", name)
        return value

    def _converted(self, name: str, convert: Callable[[str], T]) -> T:
        try:
            return convert(self.text(name))
        except ValueError:
            raise self.fault("SHEET-03", name) from None

    def _at(self, name: str) -> str:
        return f"{self.place}.{name}" if self.place else name
