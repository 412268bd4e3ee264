"""The one module that writes: files, new folders and standard output.

A file is replaced only once the new one is complete, so that a full disk or Ctrl + C destroys
nothing and leaves nothing behind. Every error names the file.
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

_PREFIX = ".pnet-paths-"
"""The beginning of the names of incomplete files and folders."""


class OutputFile:
    """A file to write; whether it can be written is checked before its content is made.

    A symbolic link is kept, and the file that it points to is written. Pipes, devices and
    ``/dev/stdout`` are written directly.

    Raises:
        OSError: it cannot be written there.
        PnetPathsError: ``path`` is not a path.
    """

    def __init__(self, path: str | os.PathLike[str]) -> None:
        self.path = to_path(path)
        self._target = Path(os.path.realpath(self.path))
        with _named_errors(self.path):
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
            beside = _temporary_path(self._target.parent)
            beside.touch(exist_ok=False)
            beside.unlink()
        except PermissionError:
            if not there:
                raise
            self._in_place = True  # only this file of its folder may be written

    def write(self, content: bytes) -> Path:
        """Write the file, and return its path.

        Raises:
            OSError: it cannot be written; an old file is unchanged.
        """
        with _named_errors(self.path):
            if self._in_place:
                self.path.write_bytes(content)
            else:
                self._replace(content)
        return self.path

    def _replace(self, content: bytes) -> None:
        beside = _temporary_path(self._target.parent)
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
    """Yield a folder to fill, which becomes ``target`` at the end, or is removed on an error.

    Args:
        target: a folder that does not exist yet, or an empty one.

    Raises:
        OSError: it cannot be written.
    """
    missing = [path for path in (target, *target.parents) if not path.exists()]
    top = missing[-1] if missing else target
    beside = _temporary_path(top.parent if missing else target)
    filled = beside / target.relative_to(top)
    with _named_errors(target):
        try:
            filled.mkdir(parents=True)
            yield filled
            if missing:
                beside.rename(top)
            else:  # it may be the working directory of another program
                for path in beside.iterdir():
                    path.rename(target / path.name)
        finally:
            shutil.rmtree(beside, ignore_errors=True)


def write_standard_output(content: bytes) -> None:
    """Write bytes, whatever encoding the terminal has.

    Raises:
        OSError: it is closed, or its disk is full.
    """
    with _named_errors("standard output"):
        if sys.stdout is None:
            raise OSError(errno.EBADF, "it is closed")
        try:
            sys.stdout.flush()
            sys.stdout.buffer.write(content)
            sys.stdout.buffer.flush()
        except OSError:
            sys.stdout = None  # otherwise Python tries to flush it again at exit, and complains
            raise


def say(text: str) -> None:
    """Print a line as UTF-8, even with the name of a path that is not valid text."""
    write_standard_output(f"{text}\n".encode(errors="backslashreplace"))


def _temporary_path(folder: Path) -> Path:
    return folder / f"{_PREFIX}{secrets.token_hex(8)}"


def _is_stream(path: Path, target: Path) -> bool:
    """Return True for pipes, devices and ``/dev/stdout``."""
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
def _named_errors(name: Path | str) -> Iterator[None]:
    """Replace temporary names in every OSError by the name that the user gave."""
    try:
        yield
    except OSError as error:
        if error.filename and _PREFIX not in str(error.filename) and error.filename2 is None:
            raise
        raise OSError(error.errno, error.strerror or str(error), str(name)) from None


def _error(number: int) -> OSError:
    return OSError(number, os.strerror(number))
