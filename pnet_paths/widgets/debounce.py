"""Do something only once nothing has been asked for a moment."""

from __future__ import annotations

import asyncio
from collections.abc import Callable

from IPython import get_ipython

__all__ = ["Debounce", "has_running_loop"]

_SECONDS = 0.2


def has_running_loop() -> bool:
    """Whether this runs in a kernel whose event loop can call back later."""
    if getattr(get_ipython(), "kernel", None) is None:
        return False
    try:
        asyncio.get_running_loop()
    except RuntimeError:
        return False
    return True


class Debounce:
    """Calls ``action`` after a delay; each new `call` starts the delay again."""

    def __init__(self, action: Callable[[], None]) -> None:
        self._action = action
        self._timer: asyncio.TimerHandle | None = None

    def call(self) -> None:
        """Call the action after the delay, or now if no event loop runs."""
        if self._timer is not None:
            self._timer.cancel()
        if has_running_loop():
            self._timer = asyncio.get_running_loop().call_later(_SECONDS, self._action)
        else:
            self._action()
