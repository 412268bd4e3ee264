"""Work that can wait: done piece by piece, after what is seen, and dropped for a newer change."""

from __future__ import annotations

import asyncio
from collections.abc import Iterator

from IPython import get_ipython

__all__ = ["IdleWork", "nobody_listens"]

_BREATH = 0.002  # seconds, in which messages go out and come in


def nobody_listens() -> bool:
    """Whether nobody could ask for anything meanwhile: no kernel listens, no loop runs."""
    if getattr(get_ipython(), "kernel", None) is None:
        return True
    try:
        asyncio.get_running_loop()
    except RuntimeError:
        return True
    return False


class IdleWork:
    """Runs one iterator, a piece at a time; to begin another drops what is left of it."""

    def __init__(self) -> None:
        self._next: asyncio.TimerHandle | None = None
        self._work: Iterator[float] | None = None

    def begin(self, work: Iterator[float]) -> None:
        """Do ``work``, which says after each piece for how many seconds the next can wait.

        Where nobody could ask for anything meanwhile, all of it is done at once.
        """
        if self._next is not None:
            self._next.cancel()
        if nobody_listens():
            for _ in work:
                pass
            return
        loop = asyncio.get_running_loop()
        self._work = work

        def piece() -> None:
            for seconds in work:
                if self._work is work:  # it may have begun other work itself
                    self._next = loop.call_later(max(seconds, _BREATH), piece)
                return

        self._next = loop.call_later(_BREATH, piece)
