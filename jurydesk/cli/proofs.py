"""The command `minutes verify`: a true copy, or in what it differs."""

from __future__ import annotations

from typing import TYPE_CHECKING

from jurydesk.cli.call import Exit
from jurydesk.services.minutes_proof import prove_minutes

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from jurydesk.cli.call import Call
    from jurydesk.services.minutes_proof import MinutesProof
    from jurydesk.wording import Wording

VERIFY = "verify"
"""Stands where the code of a session does otherwise; no session has this code."""


def prove(call: Call, path: Path) -> int:
    """Tell what a file of minutes is; with `--workspace`, beside what is stored there."""
    if getattr(call.options, "workspace", None):
        with call.desk() as desk:
            proof = prove_minutes(path, desk=desk)
    else:
        proof = prove_minutes(path)
    call.answer(_document(proof, path, call.wording), _lines(proof, call.wording))
    return Exit.DONE if proof.is_true else Exit.FINDINGS


def _document(proof: MinutesProof, path: Path, words: Wording) -> dict[str, object]:
    file = proof.file
    return {
        "file": str(path),
        "true_copy": proof.is_true,
        "number": file.mark.number if file.mark else "",
        "session": file.session,
        "certification": file.certification,
        "drawn_up_on": file.drawn_up_on.isoformat() if file.drawn_up_on else None,
        "fingerprint": file.mark.fingerprint if file.mark else "",
        "compared_with_workspace": proof.is_compared,
        "differences": [
            {"code": one.code, "text": words.text(one.code, **one.figures)}
            for one in proof.differences
        ],
    }


def _lines(proof: MinutesProof, words: Wording) -> Iterator[str]:
    mark, file = proof.file.mark, proof.file
    if mark is not None:
        code = "PROOF-TRUE" if proof.is_true else "PROOF-ALTERED"
        yield words.text(code, number=mark.number)
    for one in proof.differences:
        yield words.text(one.code, **one.figures)
    if mark is None:
        return
    if file.drawn_up_on is not None:
        yield words.text(
            "PROOF-SESSION",
            session=file.session,
            certification=file.certification,
            day=file.drawn_up_on,
        )
    yield words.text("PROOF-FINGERPRINT", fingerprint=mark.fingerprint)
    if proof.is_compared:
        yield words.text("PROOF-COMPARED")
    yield words.text("PROOF-LIMIT")
