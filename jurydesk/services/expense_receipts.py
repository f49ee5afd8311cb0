"""Receipts of claims: attached, taken out, read again; their contents are stored once."""

from __future__ import annotations

import hashlib
import stat
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from jurydesk.domain.audit import EventType
from jurydesk.domain.expenses import Claim, Receipt
from jurydesk.errors import DamagedFile, WrongUsage
from jurydesk.exchange.received_files import LARGEST, ReceivedFile, receive
from jurydesk.exchange.safe_files import write_file
from jurydesk.services.attachments import MOST_AT_ONCE
from jurydesk.services.expense_claims import line_of, open_claim
from jurydesk.services.expenses import expense_row
from jurydesk.services.outcome import Outcome
from jurydesk.services.recording import finish

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from pathlib import Path

    from jurydesk.services.ports import Desk


@dataclass(frozen=True, slots=True)
class ReceiptContent:
    """One receipt with its bytes, which have the digest that they had when they came in."""

    receipt: Receipt
    content: bytes


def read_receipt_file(path: Path) -> ReceivedFile:
    """Read a file that proves an expense; nothing is stored.

    Raises:
        EnvironmentFailure: it is not there, or not ours to read.
        RefusedByRule: it is no ordinary file, too large, or its name or content is refused.
    """
    return receive(path, largest=LARGEST)


def attach_receipts(
    desk: Desk, *, claim_id: int, line: int, files: Sequence[ReceivedFile]
) -> Outcome[Claim]:
    """Attach files to a line (0: to the claim as a whole), all of them or none.

    A file that the line has already is not attached again.

    Raises:
        WrongUsage: no such claim or line, no file, or too many at once.
        RefusedByRule: the claim was handed in.
    """
    if not files:
        raise WrongUsage("ATTACH-NOTHING")
    if len(files) > MOST_AT_ONCE:
        raise WrongUsage("ATTACH-MANY", {"most": MOST_AT_ONCE})
    with desk.open_unit() as unit:
        claim = open_claim(unit, claim_id)
        if line:
            line_of(claim, line)
        for file in files:
            known = {receipt.digest for receipt in claim.receipts_of(line)}
            if file.digest not in known:
                unit.blobs.put(file.content)
                claim = _with(desk, claim, line, file)
        after = unit.claims.save(claim)
        finish(unit, EventType.CLAIM_CHANGED, _details(after))
        findings = expense_row(unit, after).findings
        return Outcome(after, unit.changes, findings, "ACT-RECEIPT-ATTACHED")


def detach_receipts(desk: Desk, *, claim_id: int, numbers: Iterable[int]) -> Outcome[Claim]:
    """Take receipts out of a claim; their contents stay until the next purge, for undo.

    Raises:
        WrongUsage: no such claim or receipt.
        RefusedByRule: the claim was handed in.
    """
    with desk.open_unit() as unit:
        claim = open_claim(unit, claim_id)
        gone = {_receipt(claim, number).number for number in numbers}
        kept = tuple(one for one in claim.receipts if one.number not in gone)
        after = unit.claims.save(replace(claim, receipts=kept))
        finish(unit, EventType.CLAIM_CHANGED, _details(after))
        findings = expense_row(unit, after).findings
        return Outcome(after, unit.changes, findings, "ACT-RECEIPT-REMOVED")


def read_receipt(desk: Desk, *, claim_id: int, number: int) -> ReceiptContent:
    """Return a receipt with its content.

    Raises:
        DamagedFile: the content is not the one that came in.
        WrongUsage: no such claim or receipt, or its content is gone.
    """
    with desk.open_unit() as unit:
        receipt = _receipt(unit.claims.get(claim_id), number)
        content = unit.blobs.get(receipt.digest)
    if hashlib.sha256(content).hexdigest() != receipt.digest:
        raise DamagedFile("ATTACH-ALTERED", {"name": receipt.name})
    return ReceiptContent(receipt, content)


def save_receipt(desk: Desk, *, claim_id: int, number: int, place: Path) -> Path:
    """Write a receipt where the person wants it; into a folder under its own name.

    Raises:
        EnvironmentFailure: it cannot be written there.
        RefusedByRule: a workspace is there.
    """
    found = read_receipt(desk, claim_id=claim_id, number=number)
    target = place / found.receipt.name if place.is_dir() else place
    write_file(target, found.content)
    return target


def receipt_to_read(desk: Desk, *, claim_id: int, number: int, folder: Path) -> Path:
    """Write a copy that another program may show and nobody takes for the receipt itself.

    Raises:
        DamagedFile: the content is not the one that came in.
        EnvironmentFailure: it cannot be written there.
    """
    found = read_receipt(desk, claim_id=claim_id, number=number)
    place = folder / found.receipt.digest[:16] / found.receipt.name
    place.parent.mkdir(exist_ok=True)
    if not place.exists():
        write_file(place, found.content)
        place.chmod(stat.S_IRUSR)
    return place


def _with(desk: Desk, claim: Claim, line: int, file: ReceivedFile) -> Claim:
    receipt = Receipt(
        number=max((one.number for one in claim.receipts), default=0) + 1,
        line=line,
        name=file.name,
        digest=file.digest,
        size=file.size,
        media_type=file.media_type,
        added_at=desk.clock.now(),
        added_by=desk.actor,
    )
    return replace(claim, receipts=(*claim.receipts, receipt))


def _receipt(claim: Claim, number: int) -> Receipt:
    found = next((one for one in claim.receipts if one.number == number), None)
    if found is None:
        raise WrongUsage("EXPENSE-RECEIPT-UNKNOWN", {"receipt": number})
    return found


def _details(claim: Claim) -> dict[str, object]:
    """No name of a file: it may name a person. The digest proves which one it was."""
    return {"claim": claim.id, "digests": [one.digest for one in claim.receipts]}
