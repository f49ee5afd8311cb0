"""Names of files that people hand in: cleaned where that is harmless, refused where it is not."""

from __future__ import annotations

import re
import unicodedata
from typing import Final

from jurydesk.errors import RefusedByRule

LONGEST: Final = 120
"""Characters; with a folder in front it still fits into the 260 of an older Windows."""
PROGRAMS: Final = frozenset(
    """
    ade adp apk app appimage appref-ms application appx asp aspx bat bin cgi chm class cmd com
    command cpl crt csh deb desktop dll dmg docm dotm dylib elf exe fxp gadget hlp hta htm html inf
    ins iso isp jar jnlp js jse ksh lib library-ms lnk mad maf mam maq mar mas mat mau mav maw mcf
    mda mdb mde mdt mdw mdz mht mhtml msc msh msh1 msh2 mshxml msi msp mst nsh ocx ops osd out pcd
    php phtml pif pkg pl plg potm ppam ppsm pptm prf prg ps1 ps1xml ps2 ps2xml psc1 psc2 py pyc
    pyw pyz rb reg rpm run scf scr sct search-ms settingcontent-ms sh shb shs sldm so svg swf sys
    theme url vb vbe vbp vbs vhd vhdx vsmacros vxd webloc website wim ws wsc wsf wsh xbap xht xhtml
    xlam xll xlsb xlsm xltm xnk xpi zsh
    """.split()
)
"""Endings that a system runs, mounts or shows as a page with scripts."""
_DISGUISED = frozenset("bat cmd exe hta jar js jse lnk msi pif ps1 scr vbe vbs wsf".split())
"""Endings that nobody has in the middle of a name but to disguise what it is; `.doc.pdf` is what
printing to a PDF makes, and `.com.pdf` a page of a site."""
_RESERVED = re.compile(r"(con|prn|aux|nul|conin\$|conout\$|(com|lpt)[0-9\u00b9\u00b2\u00b3])")
_FORBIDDEN = re.compile(r'[<>"|?*:]')
_SEPARATORS = re.compile(r"[/\\]")
_DRIVE = re.compile(r"[A-Za-z]:")
_INVISIBLE = frozenset({"Cc", "Cf", "Cn", "Co", "Cs", "Zl", "Zp"})
_NUMBER = re.compile(
    r"(?<!\d)([1-478]\d{2}(?:0[1-9]|1[0-2]|[2-9]\d)(?:2[AB]|\d\d)\d{6})(\d\d)?(?!\d)"
)
"""A national number (NIR), with or without its key."""
_BETWEEN = re.compile(r"(?<=[\dAB])[ ._-](?=[\dAB])")


def safe_name(given: str) -> str:
    """Return a file name as it may be shown, stored and written anywhere; never a path.

    Accents are composed and runs of spaces become one.

    Raises:
        RefusedByRule: the name could lead elsewhere, hide what it is, or be run.
    """
    # A letter that only looks like a stop or a slash is taken for one
    plain = unicodedata.normalize("NFKC", given)
    _refuse_signs(plain, given)
    name = " ".join(unicodedata.normalize("NFC", given).split())
    _refuse_shape(plain, name)
    _refuse_endings(plain, name)
    _refuse_number(plain)
    return name


def ending_of(name: str) -> str:
    """Return the ending of a name in small letters, without its stop; empty where it has none."""
    stem, _, ending = unicodedata.normalize("NFKC", name).rpartition(".")
    return ending.lower() if stem and ending.isalnum() else ""


def shown(name: str) -> str:
    """Return a name that is refused as it may be printed: nothing in it turns or hides the line."""
    kept = "".join("\N{REPLACEMENT CHARACTER}" if _hides(one) else one for one in name)
    return kept if len(kept) <= LONGEST else f"{kept[: LONGEST - 1]}…"


def _hides(letter: str) -> bool:
    return unicodedata.category(letter) in _INVISIBLE


def _refuse_signs(plain: str, given: str) -> None:
    if any(map(_hides, given)):
        raise _refusal("ATTACH-NAME-HIDDEN", given)
    if _SEPARATORS.search(plain) or plain.strip() in {".", ".."} or _DRIVE.match(plain):
        raise _refusal("ATTACH-NAME-PATH", given)
    if _FORBIDDEN.search(plain):
        raise _refusal("ATTACH-NAME-SIGN", given)


def _refuse_shape(plain: str, name: str) -> None:
    if not name:
        raise _refusal("ATTACH-NAME-EMPTY", name)
    if len(name) > LONGEST or len(name.encode()) > 2 * LONGEST:
        raise _refusal("ATTACH-NAME-LONG", name)
    if plain.startswith(".") or plain.endswith((".", " ")):
        raise _refusal("ATTACH-NAME-ENDING", name)
    if _RESERVED.fullmatch(plain.split(".", 1)[0].strip().lower()):
        raise _refusal("ATTACH-NAME-RESERVED", name)


def _refuse_endings(plain: str, name: str) -> None:
    *before, last = (part.strip().lower() for part in plain.split("."))
    if before and last in PROGRAMS:
        raise _refusal("ATTACH-NAME-PROGRAM", name, ending=last)
    hidden = next((part for part in before[1:] if part in _DISGUISED), "")
    if hidden:
        raise _refusal("ATTACH-NAME-DOUBLE", name, ending=hidden)


def _refuse_number(plain: str) -> None:
    """A national number never stands in a file name: names are seen where contents are not."""
    for written in (plain.upper(), _BETWEEN.sub("", plain.upper())):
        for found in _NUMBER.finditer(written):
            digits = int(found[1].replace("2A", "19").replace("2B", "18"))
            if found[2] is None or 97 - digits % 97 == int(found[2]):
                # The name itself is not repeated: the sentence may be logged
                raise RefusedByRule("ATTACH-NAME-NUMBER")


def _refusal(code: str, name: str, **figures: str) -> RefusedByRule:
    return RefusedByRule(code, {"name": shown(name), **figures})
