"""`./run bench`: how fast it is here. `./run bench engine` or `./run bench pages` for one of them."""

import argparse
import os
import platform
import sys

from . import engine, pages

PARTS = {"engine": engine.rows, "pages": pages.rows}


def main(words: list[str]) -> int:
    parser = argparse.ArgumentParser(prog="./run bench", description=__doc__)
    parser.add_argument("parts", nargs="*", choices=[*PARTS, []], metavar="PART", help="engine, pages; both if none")
    chosen = parser.parse_args(words).parts or list(PARTS)
    print(f"Python {platform.python_version()}, {os.cpu_count()} processors, {platform.machine()}")
    for part in chosen:
        print(flush=True)
        try:
            for line in PARTS[part]():
                print(line, flush=True)
        except RuntimeError as error:
            print(error, file=sys.stderr)
            return 1
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
