"""A made-up NAPS2.Console: takes the options that NAPS2 lists, nothing else, and writes pages as it does."""

from __future__ import annotations

import argparse
import sys
import time
from pathlib import Path

from PIL import Image

_SAYS = {
    "jams": "The selected scanner has a paper jam.",
    "open": "The selected scanner's cover is open.",
    "busy": "The selected scanner is busy.",
    "away": "The selected scanner is offline.",
    "gone": "The selected scanner could not be found.",
    "no-duplex": "The selected scanner does not support using duplex.",
    "empty": "No pages are in the feeder.",
    "odd": "Kaboom.",
}


def main() -> None:
    """Each device does what it is called."""
    options = argparse.ArgumentParser()
    options.add_argument("--output", "-o")
    for name in ("--driver", "--device", "--profile", "--source", "--dpi", "--bitdepth", "--pagesize"):
        options.add_argument(name)
    options.add_argument("--listdevices", action="store_true")
    options.add_argument("--noprofile", action="store_true")
    given = options.parse_args()
    if given.listdevices:
        sys.stdout.write("HP ScanJet\r\nCanon DR-C225\r\n")
        return
    if given.device == "hangs":
        time.sleep(60)
    target = Path(given.output)
    pages = 0 if given.device in ("empty", "odd", "gone", "busy", "open", "away", "no-duplex") else 3
    for number in range(1, pages + 1):
        name = target.name.replace("$(nnnnnn)", f"{number:06d}")
        Image.new("L", (30, 40), number).save(target.parent / name)
    if given.device in _SAYS:
        sys.stdout.write(f"{_SAYS[given.device]}\r\n")


if __name__ == "__main__":
    main()
