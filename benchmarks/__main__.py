"""python -m benchmarks NAME …: runs one measurement by its name."""

from __future__ import annotations

import sys
from collections.abc import Callable, Mapping, Sequence

from benchmarks import calibrating, desk, doubles, imaging, intake, reader, reading, store, window

BENCHMARKS: Mapping[str, Callable[[Sequence[str]], int]] = {
    "calibrate": calibrating.main,
    "desk": desk.main,
    "doubles": doubles.main,
    "imaging": imaging.main,
    "intake": intake.main,
    "reader": reader.main,
    "reading": reading.main,
    "store": store.main,
    "window": window.main,
}


def main(arguments: Sequence[str]) -> int:
    """Dispatch by name; 2 for an unknown one."""
    if not arguments or arguments[0] not in BENCHMARKS:
        print(f"usage: python -m benchmarks {{{','.join(BENCHMARKS)}}} …", file=sys.stderr)
        return 2
    return BENCHMARKS[arguments[0]](arguments[1:])


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
