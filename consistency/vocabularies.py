"""All lexicons at once, so that a mistake in one is said once, before any article is read."""

from __future__ import annotations

from pathlib import Path

from consistency.conclude.wording import wording
from consistency.config import lexicons_folder
from consistency.errors import LexiconError
from consistency.extract.commissives import commissives
from consistency.extract.contrastwords import contrasts
from consistency.extract.cues import reporting
from consistency.extract.deedwords import deed_words
from consistency.extract.eventwords import event_words
from consistency.extract.fates import progress_words
from consistency.extract.names import name_words
from consistency.extract.retrospects import retrospects
from consistency.extract.timewords import vocabulary
from consistency.extract.undertakings import undertakings
from consistency.extract.words import predicates, senses_lexicon, themes, topics, units
from consistency.normalise.opposition_words import opposites
from consistency.normalise.places import places
from consistency.normalise.retellings import quoting
from consistency.normalise.statuses import statuses
from consistency.normalise.targets import target_words
from consistency.terms import listed

LOADERS = (
    predicates, themes, topics, units, commissives, undertakings, places, opposites, reporting, name_words, vocabulary,
    listed, wording, retrospects, senses_lexicon, progress_words, statuses, event_words, quoting,
    contrasts, target_words, deed_words,
)  # fmt: skip


def load_all(folders: tuple[Path, ...] = ()) -> None:
    """Load every lexicon with what the user's folders add; raises LexiconError, also for a file that extends none."""
    known = {path.name for path in lexicons_folder().glob("*.yaml")}
    for folder in folders:
        if not folder.is_dir():
            raise LexiconError(f"{folder}: no such folder of lexicons")
        for path in sorted(folder.iterdir()):
            if path.suffix in (".yaml", ".yml") and path.name not in known:
                raise LexiconError(f"{path}: extends no lexicon; there are {', '.join(sorted(known))}")
    for loader in LOADERS:
        loader(folders)
