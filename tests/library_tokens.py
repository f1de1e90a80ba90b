"""The tokenizer of the packaged model as the library `tokenizers` makes it: another way to the same tokens."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from vectorstore.packaged_file import PackagedFile

if TYPE_CHECKING:
    from tokenizers import Tokenizer
    from tokenizers.normalizers import Normalizer


def tokenizer_of(packaged: PackagedFile) -> Tokenizer:
    """A tokenizer that frames a text with the model's marks and neither cuts nor pads it."""
    from tokenizers import AddedToken, Tokenizer
    from tokenizers.models import Unigram
    from tokenizers.normalizers import Sequence
    from tokenizers.pre_tokenizers import Metaspace
    from tokenizers.processors import TemplateProcessing

    pieces = names_of_pieces(packaged)
    vocabulary = list(zip(pieces, packaged.scores, strict=True))
    tokenizer = Tokenizer(Unigram(vocabulary, unk_id=packaged.unk, byte_fallback=False))
    tokenizer.normalizer = Sequence(list(_normalisers(packaged.normaliser)))
    tokenizer.pre_tokenizer = Metaspace(replacement="▁", prepend_scheme="always", split=True)
    start, end = pieces[packaged.bos], pieces[packaged.eos]
    tokenizer.post_processor = TemplateProcessing(
        single=f"{start} $A {end}", special_tokens=[(start, packaged.bos), (end, packaged.eos)]
    )
    special = (packaged.bos, packaged.pad, packaged.eos, packaged.unk, len(pieces) - 1)
    tokenizer.add_special_tokens([AddedToken(pieces[number], normalized=False) for number in special])
    return tokenizer


def names_of_pieces(packaged: PackagedFile) -> list[str]:
    """The pieces in the order of their numbers."""
    return sorted(packaged.pieces, key=lambda piece: packaged.pieces[piece])


def _normalisers(table: dict[str, str]) -> Iterator[Normalizer]:
    """The file's table of characters as three replacements around Unicode's own NFKC, which is most of that table.

    NFKC also joins a letter with the accent that follows it, as the model's original normaliser did.
    """
    from tokenizers import Regex
    from tokenizers.normalizers import NFKC, Replace

    odd = {old: new for old, new in table.items() if new != unicodedata.normalize("NFKC", old)}
    for new in sorted(set(odd.values())):
        yield Replace(Regex(f"[{_class(old for old in odd if odd[old] == new)}]"), new)
    yield NFKC()
    yield Replace(Regex(" {2,}"), " ")


def _class(characters: Iterable[str]) -> str:
    return "".join(f"\\x{{{ord(character):x}}}" for character in characters)
