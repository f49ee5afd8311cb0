"""`python -m tests.screens OUT_DIR`: every page and dialog, two languages, light and dark."""

from __future__ import annotations

import argparse
import os
import sys
import tempfile
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")


def main() -> int:
    """Take the pictures; exit 1 and name the texts that are cut."""
    parser = argparse.ArgumentParser(prog="python -m tests.screens")
    parser.add_argument("folder", type=Path)
    parser.add_argument("--only", default="", help="names of scenes, comma-separated")
    parser.add_argument("--look", default="", help="such as fr-light")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as scratch:
        return take_pictures(options, Path(scratch))


def take_pictures(options: argparse.Namespace, scratch: Path) -> int:
    """Run every scene in every look."""
    # Nothing of the person at this machine is read or written
    os.environ["XDG_CONFIG_HOME"] = str(scratch / "config")
    from tests.screens.scenes import page_scenes
    from tests.screens.studio import Look, Studio
    from tests.ui.office import fill, new_desk

    desk = new_desk(scratch)
    fill(desk, candidates=60, examiners=28)
    scale = float(os.environ.get("QT_SCALE_FACTOR", "1"))
    studio = Studio(desk, options.folder, size=(round(1366 / scale), round(768 / scale)))
    only = set(filter(None, options.only.split(",")))
    for language in ("fr", "en"):
        for theme in ("light", "dark"):
            if options.look and options.look != f"{language}-{theme}":
                continue
            look = Look(language, theme)
            studio.dress(look)
            for name, scene in page_scenes(studio).items():
                if not only or name in only:
                    widget = scene(studio)
                    print(studio.picture(name, look, widget))
                    if widget is not None:
                        widget.close()
    studio.close()
    print(*studio.clipped, sep="\n")
    return 1 if studio.clipped else 0


sys.exit(main())
