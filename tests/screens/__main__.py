"""`python -m tests.screens OUT_DIR`: every page and dialog, two languages, light and dark.

A second run, at 150 %, goes to `OUT_DIR/150`.
"""

from __future__ import annotations

import argparse
import os
import subprocess
import sys
import tempfile
from functools import partial
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

LARGER = "1.5"
LARGER_LOOK = "fr-light"


def main() -> int:
    """Take the pictures; exit 1 and name the texts that are cut."""
    parser = argparse.ArgumentParser(prog="python -m tests.screens")
    parser.add_argument("folder", type=Path)
    parser.add_argument("--only", default="", help="names of scenes, comma-separated")
    parser.add_argument("--look", default="", help="such as fr-light")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as scratch:
        clipped = take_pictures(options, Path(scratch))
    larger = take_larger_pictures(options) if "QT_SCALE_FACTOR" not in os.environ else 0
    return 1 if clipped or larger else 0


def take_larger_pictures(options: argparse.Namespace) -> int:
    """Run again at 150 %: the factor is read when Qt starts."""
    again = [sys.executable, "-m", "tests.screens", str(options.folder / "150")]
    again += ["--only", options.only, "--look", LARGER_LOOK]
    environment = os.environ | {"QT_SCALE_FACTOR": LARGER}
    return subprocess.run(again, env=environment, check=False).returncode


def take_pictures(options: argparse.Namespace, scratch: Path) -> bool:
    """Run every scene in every look; tell whether a text is cut."""
    # Nothing of the person at this machine is read or written
    os.environ["XDG_CONFIG_HOME"] = str(scratch / "config")
    from tests.screens.amending_scenes import amending_scenes
    from tests.screens.availability_scenes import availability_scenes
    from tests.screens.deadline_scenes import deadline_scenes, fill_deadlines
    from tests.screens.document_scenes import document_scenes, fill_documents
    from tests.screens.expense_scenes import expense_scenes, fill_expenses
    from tests.screens.file_scenes import file_scenes
    from tests.screens.foresight_scenes import fill_foresight, foresight_scenes
    from tests.screens.identity_scenes import identity_scenes
    from tests.screens.people_scenes import fill_doubles, people_scenes
    from tests.screens.room_scenes import room_scenes
    from tests.screens.rule_scenes import fill_rules, rule_scenes
    from tests.screens.scenes import empty_scenes, page_scenes
    from tests.screens.session_desk import fill_sessions
    from tests.screens.session_scenes import session_scenes
    from tests.screens.site_scenes import fill_sites, site_scenes
    from tests.screens.studio import Studio
    from tests.screens.tie_scenes import fill_ties, tie_scenes
    from tests.screens.view_scenes import fill_views, view_scenes
    from tests.ui.office import fill, new_desk

    scale = float(os.environ.get("QT_SCALE_FACTOR", "1"))
    size = (round(1366 / scale), round(768 / scale))
    clipped: list[str] = []
    full = partial(fill, candidates=60, examiners=28)
    fillings = {
        "full": full,
        "availability": full,
        "files": full,
        "documents": fill_documents,
        "identity": full,
        "sessions": fill_sessions,
        "room": fill_sessions,
        "amending": fill_sessions,
        "deadlines": fill_deadlines,
        "expenses": fill_expenses,
        "foresight": fill_foresight,
        "people": fill_doubles,
        "rules": fill_rules,
        "sites": fill_sites,
        "ties": fill_ties,
        "views": fill_views,
    }
    sets = (
        ("full", page_scenes),
        ("availability", availability_scenes),
        ("files", file_scenes),
        ("documents", document_scenes),
        ("identity", identity_scenes),
        ("empty", empty_scenes),
        ("sessions", session_scenes),
        ("room", room_scenes),
        ("amending", amending_scenes),
        ("deadlines", deadline_scenes),
        ("expenses", expense_scenes),
        ("foresight", foresight_scenes),
        ("people", people_scenes),
        ("rules", rule_scenes),
        ("sites", site_scenes),
        ("ties", tie_scenes),
        # Last: what they save stays for those that follow
        ("views", view_scenes),
    )
    for name, scenes in sets:
        desk = new_desk(scratch / name)
        if name in fillings:
            fillings[name](desk)
        studio = Studio(desk, options.folder, size=size)
        studio.play_all(scenes, look=options.look, only=options.only)
        studio.close()
        desk.close()
        clipped += studio.clipped
    print(*clipped, sep="\n")
    return bool(clipped)


if __name__ == "__main__":
    sys.exit(main())
