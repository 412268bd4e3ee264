"""The one place that writes: files, new folders and standard output.

What is there stays until its successor is whole, so that a full disk or Ctrl + C costs no good file
and leaves nothing behind. Every error names the file.
"""

from __future__ import annotations

import errno
import os
import secrets
import shutil
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from .arguments import to_path

__all__ = ["OutputFile", "new_folder", "say", "write_standard_output"]

_BESIDE = ".pnet-paths-"
"""How the name begins of what is not whole yet."""


class OutputFile:
    """A file that can be written, which is checked before the work on its content begins.

    A symbolic link stays, and the file that it leads to is written. A pipe, a device and
    ``/dev/stdout`` get the content as it comes.

    Raises:
        OSError: it cannot be written there.
        PnetPathsError: ``path`` is not a path.
    """

    def __init__(self, path: str | os.PathLike[str]) -> None:
        self.path = to_path(path)
        self._target = Path(os.path.realpath(self.path))
        with _naming(self.path):
            if self._target.is_dir():
                raise _error(errno.EISDIR)
            self._in_place = _is_stream(self.path, self._target) or os.path.ismount(self._target)
            if not self._in_place:
                self._check()

    def _check(self) -> None:
        there = self._target.exists()
        if not self._target.parent.is_dir():
            raise OSError(errno.ENOENT, "its folder does not exist")
        if there and not os.access(self._target, os.W_OK):
            raise _error(errno.EACCES)
        try:
            beside = _beside(self._target.parent)
            beside.touch(exist_ok=False)
            beside.unlink()
        except PermissionError:
            if not there:
                raise
            self._in_place = True  # the file may be written, but no other in its folder

    def write(self, content: bytes) -> Path:
        """Write the file, and return its path.

        Raises:
            OSError: it cannot be written; what was there is there still.
        """
        with _naming(self.path):
            if self._in_place:
                self.path.write_bytes(content)
            else:
                self._replace(content)
        return self.path

    def _replace(self, content: bytes) -> None:
        beside = _beside(self._target.parent)
        try:
            with beside.open("xb") as file:
                if self._target.exists():
                    _copy_owner_and_mode(self._target, beside)
                file.write(content)
                file.flush()
                os.fsync(file.fileno())  # some disks report only now that they are full
            beside.replace(self._target)
        finally:
            beside.unlink(missing_ok=True)


@contextmanager
def new_folder(target: Path) -> Iterator[Path]:
    """Yield a folder to fill. It becomes ``target`` when it is whole; otherwise it is removed.

    Args:
        target: a folder that does not exist yet, or an empty one.

    Raises:
        OSError: it cannot be written.
    """
    missing = [path for path in (target, *target.parents) if not path.exists()]
    top = missing[-1] if missing else target
    beside = _beside(top.parent if missing else target)
    filled = beside / target.relative_to(top)
    with _naming(target):
        try:
            filled.mkdir(parents=True)
            yield filled
            if missing:
                beside.rename(top)
            else:  # somebody may stand in it
                for path in beside.iterdir():
                    path.rename(target / path.name)
        finally:
            shutil.rmtree(beside, ignore_errors=True)


def write_standard_output(content: bytes) -> None:
    """Write bytes, whatever encoding the terminal has.

    Raises:
        OSError: it is closed, or its disk is full.
    """
    with _naming("standard output"):
        if sys.stdout is None:
            raise OSError(errno.EBADF, "it is closed")
        try:
            sys.stdout.flush()
            sys.stdout.buffer.write(content)
            sys.stdout.buffer.flush()
        except OSError:
            sys.stdout = None  # otherwise Python tries once more at its end, and complains
            raise


def say(text: str) -> None:
    """Print a line as UTF-8, even one with the name of a path that is not valid text."""
    write_standard_output(f"{text}\n".encode(errors="backslashreplace"))


def _beside(folder: Path) -> Path:
    return folder / f"{_BESIDE}{secrets.token_hex(8)}"


def _is_stream(path: Path, target: Path) -> bool:
    """Return True for pipes and devices, and for ``/dev/stdout`` wherever it leads."""
    folders = (os.path.realpath(path.parent), str(target.parent))
    is_descriptor = any(each == "/dev" or each.startswith("/proc/") for each in folders)
    return is_descriptor or (target.exists() and not target.is_file())


def _copy_owner_and_mode(old: Path, new: Path) -> None:
    status = old.stat()
    if hasattr(os, "chown"):  # Windows has no owners
        with suppress(OSError):  # only root may give a file away
            os.chown(new, status.st_uid, status.st_gid)
    shutil.copymode(old, new)


@contextmanager
def _naming(name: Path | str) -> Iterator[None]:
    """Name in every OSError what the user named, not what stands beside it."""
    try:
        yield
    except OSError as error:
        if error.filename and _BESIDE not in str(error.filename) and error.filename2 is None:
            raise
        raise OSError(error.errno, error.strerror or str(error), str(name)) from None


def _error(number: int) -> OSError:
    return OSError(number, os.strerror(number))
