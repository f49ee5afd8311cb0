"""Where the package's own data files and the person's files live, on every platform."""

from __future__ import annotations

from pathlib import Path

_PACKAGE = Path(__file__).resolve().parent


def resources() -> Path:
    """Return the folder of shipped data: inside the wheel, or beside the package in a checkout."""
    inside = _PACKAGE / "resources"
    return inside if inside.is_dir() else _PACKAGE.parent / "resources"


def resource(*parts: str) -> Path:
    """Return the path of one shipped file: `resource("icons", "home.svg")`."""
    return resources().joinpath(*parts)


def user_data() -> Path:
    """Return the folder of this person's workspaces and logs; local, never roaming or shared."""
    import platformdirs  # noqa: PLC0415 -- slow import

    return Path(platformdirs.user_data_dir("jurydesk", appauthor=False, roaming=False))
