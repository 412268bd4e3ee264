"""The program ``pnet-paths``, which is also ``python -m pnet_paths``."""

import signal
import sys

__all__ = ["main"]


def main() -> int:
    """Run the command line, and end quietly when a signal asks for it."""
    handler = signal.getsignal(signal.SIGINT)  # a shell may have it ignored
    quiet = signal.SIG_DFL if handler is signal.default_int_handler else handler
    signal.signal(signal.SIGINT, quiet)  # no traceback while modules are being imported
    from .cli import main as run_command

    for name in ("SIGTERM", "SIGHUP"):
        number = getattr(signal, name, None)  # Windows has no SIGHUP
        if number is not None and signal.getsignal(number) == signal.SIG_DFL:
            signal.signal(number, _exit)
    try:
        signal.signal(signal.SIGINT, handler)
        return run_command()
    except KeyboardInterrupt:
        return 130  # the exit code of a shell after Ctrl + C
    finally:
        signal.signal(signal.SIGINT, quiet)


def _exit(number: int, frame: object) -> None:
    """Exit by an exception, so that temporary files are removed."""
    sys.exit(128 + number)


if __name__ == "__main__":
    sys.exit(main())
