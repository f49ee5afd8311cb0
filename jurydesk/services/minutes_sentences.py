"""The office's own sentences in the minutes: filled in when the minutes are built, then frozen.

Where the office wrote none the minutes hold none, and the shipped sentence is printed: so older
seals hold, and minutes in another language read in that language.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from jurydesk.documents.letters import fill_text
from jurydesk.domain.letter_kinds.minutes import ATTESTATION, CERTIFIER, DECLARATION
from jurydesk.domain.minutes import FixedSentence
from jurydesk.domain.people import Sex
from jurydesk.wording import LANGUAGES, Wording

if TYPE_CHECKING:
    from collections.abc import Iterator

    from jurydesk.domain.letters import LetterKind
    from jurydesk.domain.minutes import MemberStatement, MinutesContent
    from jurydesk.services.ports import UnitOfWork
    from jurydesk.wording import Language


def with_sentences(unit: UnitOfWork, content: MinutesContent) -> MinutesContent:
    """Return the content with the sentences of the office, as they read today.

    Raises:
        RefusedByRule: a text names what this version does not know any more.
    """
    own = {(one.kind, one.language): one.text for one in unit.letter_templates.all()}
    found = [
        sentence
        for kind in (DECLARATION, ATTESTATION, CERTIFIER)
        for language in LANGUAGES
        if (kind.code, language) in own
        for sentence in _filled(kind, language, own[kind.code, language], content)
    ]
    return replace(content, sentences=tuple(found)) if found else content


def _filled(
    kind: LetterKind, language: Language, text: str, content: MinutesContent
) -> Iterator[FixedSentence]:
    wording = Wording(language)
    office = {
        "certifier": content.certifier.name,
        "certifier_address": content.certifier.address,
        "representative": content.certifier.representative,
        "representative_role": content.certifier.representative_role,
        "place": content.place,
    }
    if kind is ATTESTATION:
        for member in _silent(content):
            said = fill_text(kind, text, {**office, **_values(member)}, wording)
            yield FixedSentence(kind.code, language, said, member.examiner_id)
        return
    about = {"session": content.session_code, "certification": content.certification.title}
    yield FixedSentence(kind.code, language, fill_text(kind, text, {**office, **about}, wording))


def _values(member: MemberStatement) -> dict[str, object]:
    return {
        "member": member.name,
        "is_woman": member.sex is Sex.FEMALE,
        "is_man": member.sex is Sex.MALE,
    }


def _silent(content: MinutesContent) -> list[MemberStatement]:
    """Whoever sits without a vote, each once."""
    silent = (m for jury in content.juries for m in jury.members if not m.deliberates)
    return list({member.examiner_id: member for member in silent}.values())
