"""Reads the Markdown of a letter: titles, paragraphs, lists, emphasis, and where pieces go."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from functools import cache
from typing import TYPE_CHECKING
from xml.sax.saxutils import escape, quoteattr

from markdown_it import MarkdownIt

from jurydesk.documents.template_check import PIECE_LINE

if TYPE_CHECKING:
    from markdown_it.token import Token


class BlockForm(StrEnum):
    """What a block of a text is."""

    TITLE = "TITLE"
    """The first line, where it begins with one #: what the paper is called."""
    HEADING = "HEADING"
    PARAGRAPH = "PARAGRAPH"
    ITEM = "ITEM"
    QUOTE = "QUOTE"
    RULE = "RULE"
    PIECE = "PIECE"


@dataclass(frozen=True, slots=True)
class TextBlock:
    """One block: its words as reportlab sets them, and as plain words."""

    form: BlockForm
    markup: str = ""
    plain: str = ""
    mark: str = ""
    """What stands before an item; empty: it goes on."""
    depth: int = 0
    """How far an item is set in."""


def blocks_of(markdown: str) -> tuple[TextBlock, ...]:
    """Return the blocks of a text whose fields are filled in."""
    apart = PIECE_LINE.sub(r"\n[[\1]]\n", markdown)
    found = tuple(_Blocks(_reader().parse(apart)).read())
    if found and found[0].form is BlockForm.HEADING and found[0].depth == 1:
        return (replace(found[0], form=BlockForm.TITLE), *found[1:])
    return found


def plain_text(blocks: Sequence[TextBlock]) -> str:
    """Return a text as plain words, for a message; pieces are left out."""
    said = [f"{'  ' * block.depth}{_marked(block)}" for block in blocks if block.plain]
    return "\n\n".join(said)


def _marked(block: TextBlock) -> str:
    return f"{block.mark} {block.plain}" if block.mark else block.plain


@cache
def _reader() -> MarkdownIt:
    # No code, no HTML, no pictures: four spaces before a word are four spaces
    rules = ["code", "fence", "html_block", "html_inline", "image", "backticks", "entity"]
    return MarkdownIt("commonmark", {"breaks": True}).disable([*rules, "reference", "lheading"])


class _Blocks:
    """Goes through what the reader made of a text."""

    def __init__(self, tokens: Sequence[Token]) -> None:
        self._tokens = tokens
        self._lists: list[int | None] = []
        """The number that comes next of each list around; None: it has dashes."""
        self._mark = ""
        self._quotes = 0

    def read(self) -> Iterator[TextBlock]:
        level = 0
        for token in self._tokens:
            if token.type == "heading_open":
                level = int(token.tag[1:])
            elif token.type == "heading_close":
                level = 0
            elif token.type == "hr":
                yield TextBlock(BlockForm.RULE)
            elif token.type == "inline":
                yield self._block(token, level)
            else:
                self._step(token)

    def _step(self, token: Token) -> None:
        if token.type == "bullet_list_open":
            self._lists.append(None)
        elif token.type == "ordered_list_open":
            self._lists.append(int(token.attrs.get("start", 1)))
        elif token.type in {"bullet_list_close", "ordered_list_close"}:
            self._lists.pop()
        elif token.type == "list_item_open":
            self._begin_item()
        elif token.type in {"blockquote_open", "blockquote_close"}:
            self._quotes += token.nesting

    def _begin_item(self) -> None:
        number = self._lists[-1]
        self._mark = "–" if number is None else f"{number}."
        if number is not None:
            self._lists[-1] = number + 1

    def _block(self, token: Token, level: int) -> TextBlock:
        markup, plain = _inline(token.children or ())
        piece = PIECE_LINE.fullmatch(token.content)
        if piece:
            return TextBlock(BlockForm.PIECE, plain=piece[1])
        if level:
            return TextBlock(BlockForm.HEADING, markup, plain, depth=level)
        if self._lists:
            mark, self._mark = self._mark, ""
            return TextBlock(BlockForm.ITEM, markup, plain, mark, len(self._lists) - 1)
        form = BlockForm.QUOTE if self._quotes else BlockForm.PARAGRAPH
        return TextBlock(form, markup, plain)


_TAGS = {
    "strong_open": "<b>",
    "strong_close": "</b>",
    "em_open": "<i>",
    "em_close": "</i>",
    "link_close": "</a>",
    "softbreak": "<br/>",
    "hardbreak": "<br/>",
}


def _inline(children: Sequence[Token]) -> tuple[str, str]:
    """Return the words of one block as reportlab's markup, and as plain words."""
    markup: list[str] = []
    plain: list[str] = []
    for token in children:
        if token.type == "link_open":
            markup.append(f"<a href={quoteattr(str(token.attrs['href']))}>")
        elif token.type in _TAGS:
            markup.append(_TAGS[token.type])
            plain.append("\n" if "break" in token.type else "")
        else:
            markup.append(escape(token.content))
            plain.append(token.content)
    return "".join(markup), "".join(plain)
