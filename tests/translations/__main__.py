"""`python3 dev.py translations`: takes in new words of the window, and lists what has no English yet."""

from __future__ import annotations

import sys

from tests.translations.qt_linguist import QM, TS, compiled, update, words_of


def main() -> int:
    """0 where every word is translated, otherwise 1 and the list of those that are not."""
    update(TS)
    compiled(TS, QM)
    missing = [words for words, finished in words_of(TS).items() if not finished]
    for words in missing:
        sys.stdout.write(f"{words.context}: {words.source}\n")
    sys.stdout.write(f"{len(missing)} without English, in {TS.name}\n")
    return 1 if missing else 0


if __name__ == "__main__":
    raise SystemExit(main())
