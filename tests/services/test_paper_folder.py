"""The folder of a session: what is ready, what is printed and bound, how it is stopped."""

from __future__ import annotations

import io
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

import pikepdf
import pytest

from jurydesk.domain.changes import Kind
from jurydesk.domain.minutes import Minutes
from jurydesk.domain.minutes_content import content_hash
from jurydesk.domain.session import Session
from jurydesk.errors import Cancelled, RefusedByRule, WrongUsage
from jurydesk.services.letters import save_template
from jurydesk.services.paper_folder import (
    PrintedFolder,
    PrintedKind,
    list_papers,
    prepare_folder,
    print_documents,
    print_kind,
    write_folder,
)
from jurydesk.services.papers import PAPERS, PaperStage, PaperState
from jurydesk.services.session_contents import contents_of
from jurydesk.services.settings import read_settings, save_settings
from jurydesk.wording import Wording
from tests.documents.reading import words
from tests.fakes import NOON

if TYPE_CHECKING:
    from tests.fakes import FakeOffice

A = "2026-12-A"
FRENCH = Wording("fr")
DAY = [kind.code for kind in PAPERS if kind.stage is PaperStage.DAY]


def folder(office: FakeOffice) -> PrintedFolder:
    return prepare_folder(office.desk, code=A, wording=FRENCH)


def without_juries(office: FakeOffice) -> None:
    (session,) = office.all(Kind.SESSION)
    assert isinstance(session, Session)
    office.workspace.images[Kind.SESSION][session.id] = replace(session, juries=(), hearings=())


class TestList:
    def test_before_there_are_juries_most_wait(self, planned: FakeOffice) -> None:
        without_juries(planned)
        rows = {row.key: row.standing for row in list_papers(planned.desk, code=A)}
        assert [rows["contacts"].state, rows["signs"].state] == [
            PaperState.READY,
            PaperState.MISSING,
        ]
        assert rows["signs"].why == rows["minutes"].why == "PAPER-NO-JURY"

    def test_minutes_are_a_draft_until_they_are_issued(self, planned: FakeOffice) -> None:
        (minutes,) = (r for r in list_papers(planned.desk, code=A) if r.key == "minutes")
        assert (minutes.standing.state, minutes.standing.why) == (PaperState.DRAFT, "PAPER-DRAFT")
        (content,) = contents_of(planned.desk, A)
        (session,) = planned.all(Kind.SESSION)
        issued = Minutes(session.id, "PV-2026-001", content, content_hash(content), NOON)
        planned.workspace.images[Kind.MINUTES][1] = issued
        (minutes,) = (r for r in list_papers(planned.desk, code=A) if r.key == "minutes")
        assert minutes.standing.state is PaperState.READY

    def test_every_kind_has_a_name_in_both_languages(self) -> None:
        for wording in (FRENCH, Wording("en")):
            assert all(wording.text(f"papers.{kind.code}") for kind in PAPERS)

    def test_an_unknown_session(self, office: FakeOffice) -> None:
        with pytest.raises(WrongUsage):
            list_papers(office.desk, code="X")


class TestFolder:
    def test_all_papers_of_the_day_behind_the_note(self, planned: FakeOffice) -> None:
        printed = folder(planned)
        assert [kind.code for kind in printed.kinds][:1] == ["cover"]
        assert {kind.code for kind in printed.kinds} <= {"cover", *DAY}
        assert {"attendance", "passage", "signs", "contacts", "blank"} <= {
            kind.code for kind in printed.kinds
        }
        assert printed.bound.name == f"dossier-du-jour-{A}.pdf"
        with pikepdf.open(io.BytesIO(printed.bound.pdf)) as bound:
            pages = 0
            for paper in printed.papers:
                with pikepdf.open(io.BytesIO(paper.pdf)) as one:
                    pages += len(one.pages)
            assert len(bound.pages) == pages
            with bound.open_outline() as outline:
                titles = [item.title for item in outline.root]
        assert titles == [FRENCH.text(f"papers.{kind.code}") for kind in printed.kinds]

    def test_the_same_session_gives_the_same_bytes(self, planned: FakeOffice) -> None:
        assert folder(planned) == folder(planned)

    def test_preparing_stores_nothing(self, planned: FakeOffice) -> None:
        before = list(planned.acts)
        folder(planned)
        assert planned.acts == before

    def test_without_juries_there_is_a_note_and_whom_to_call(self, planned: FakeOffice) -> None:
        without_juries(planned)
        codes = [kind.code for kind in folder(planned).kinds]
        assert [code for code in codes if code in {"cover", "signs", "contacts", "blank"}] == [
            "cover",
            "contacts",
        ]

    def test_the_note_is_the_offices_own_text(self, planned: FakeOffice) -> None:
        save_template(
            planned.desk, kind="day-cover", language="fr", text="# À lire\n\n{{ session }}"
        )
        assert f"À lire {A}" in words(folder(planned).papers[0].pdf)

    def test_initials_on_the_doors_are_a_setting(self, planned: FakeOffice) -> None:
        (plain,) = print_kind(planned.desk, code=A, kind="signs", wording=FRENCH)
        settings = read_settings(planned.desk)
        save_settings(planned.desk, settings=replace(settings, sign_initials=True))
        (signs,) = print_kind(planned.desk, code=A, kind="signs", wording=FRENCH)
        assert " – " in words(signs.pdf)
        assert len(words(signs.pdf)) > len(words(plain.pdf))


class TestProgress:
    def test_it_is_told_kind_by_kind(self, planned: FakeOffice) -> None:
        told: list[tuple[int, int]] = []
        prepare_folder(
            planned.desk,
            code=A,
            wording=FRENCH,
            progress=lambda done, total: told.append((done, total)),
        )
        steps = len(DAY) + 1
        assert sorted(set(told)) == [(done, steps) for done in range(steps + 1)]
        assert told == sorted(told)
        assert len(told) > 2 * steps

    @pytest.mark.parametrize("after", [0, 1, 7, 12])
    def test_it_stops_at_the_next_page_and_writes_nothing(
        self, planned: FakeOffice, tmp_path: Path, after: int
    ) -> None:
        left = [after]

        def stop(_done: int, _total: int) -> None:
            left[0] -= 1
            if left[0] < 0:
                raise Cancelled("TASK-CANCELLED")

        with pytest.raises(Cancelled) as caught:
            print_documents(
                planned.desk, code=A, folder=tmp_path / "out", wording=FRENCH, progress=stop
            )
        assert caught.value.code == "TASK-CANCELLED"
        assert list(tmp_path.iterdir()) == []


class TestWriting:
    def test_apart_and_bound(self, planned: FakeOffice, tmp_path: Path) -> None:
        printed = folder(planned)
        every = write_folder(printed, tmp_path / "a")
        assert [path.read_bytes() for path in every] == [
            *(paper.pdf for paper in printed.papers),
            printed.bound.pdf,
        ]
        assert len(write_folder(printed, tmp_path / "b", apart=False)) == 1
        assert len(write_folder(printed, tmp_path / "c", bound=False)) == len(printed.papers)

    def test_a_moment_without_a_paper_is_refused_in_words(
        self, planned: FakeOffice, tmp_path: Path
    ) -> None:
        with pytest.raises(RefusedByRule) as caught:
            print_documents(
                planned.desk, code=A, folder=tmp_path, wording=FRENCH, stage=PaperStage.BEFORE
            )
        assert caught.value.code == "PAPERS-NONE"
        assert list(tmp_path.iterdir()) == []

    def test_copies_of_one_name_are_told_apart(self, planned: FakeOffice, tmp_path: Path) -> None:
        (signs,) = print_kind(planned.desk, code=A, kind="signs", wording=FRENCH)
        twice = PrintedFolder((PrintedKind("signs", (signs, signs)),), signs)
        names = [path.name for path in write_folder(twice, tmp_path, bound=False)]
        assert names == [f"affiches-{A}.pdf", f"affiches-{A}-2.pdf"]

    def test_what_waits_is_not_printed(self, planned: FakeOffice) -> None:
        without_juries(planned)
        assert print_kind(planned.desk, code=A, kind="attendance", wording=FRENCH) == ()

    @pytest.mark.parametrize("stage", [PaperStage.DAY, PaperStage.AFTER])
    def test_one_moment_alone(self, planned: FakeOffice, tmp_path: Path, stage: PaperStage) -> None:
        paths = print_documents(
            planned.desk, code=A, folder=tmp_path, wording=FRENCH, stage=stage, bound=True
        )
        bound = FRENCH.text(f"PAPER-FILE-{stage}")
        assert paths[-1].name == f"dossier-{bound}-{A}.pdf"
        has_minutes = any(path.name.startswith(f"pv-{A}") for path in paths)
        assert has_minutes is (stage is PaperStage.AFTER)
