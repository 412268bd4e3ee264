"""What is done once nothing has been asked for a moment."""

from __future__ import annotations

import asyncio
from collections.abc import Callable

from IPython import get_ipython

__all__ = ["Pause", "nobody_listens"]

_SECONDS = 0.2


def nobody_listens() -> bool:
    """Whether nobody could ask for anything meanwhile: no kernel listens, no loop runs."""
    if getattr(get_ipython(), "kernel", None) is None:
        return True
    try:
        asyncio.get_running_loop()
    except RuntimeError:
        return True
    return False


class Pause:
    """Does something after a pause; each new beginning starts the pause anew."""

    def __init__(self, act: Callable[[], None]) -> None:
        self._act = act
        self._waiting: asyncio.TimerHandle | None = None

    def begin(self) -> None:
        """Act after the pause; at once where nobody could ask for anything meanwhile."""
        if self._waiting is not None:
            self._waiting.cancel()
        if nobody_listens():
            self._act()
        else:
            self._waiting = asyncio.get_running_loop().call_later(_SECONDS, self._act)
