"""python3 -m jalon_model serve | train | score"""

import sys

from .logs import set_up_logs
from .settings import read_settings


def main(arguments: list[str]) -> int:
    """Runs one command; returns the exit code."""
    if len(arguments) != 1 or arguments[0] not in ("serve", "train", "score"):
        print("usage: python3 -m jalon_model serve|train|score", file=sys.stderr)
        return 64
    settings, log = read_settings(), set_up_logs()
    if arguments[0] == "serve":
        from .server import serve

        serve(settings, log)
        return 0
    from .jobs import run_job

    return run_job(arguments[0], settings, log)


sys.exit(main(sys.argv[1:]))
