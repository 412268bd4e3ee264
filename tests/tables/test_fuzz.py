"""Whatever is in the files of a guide's folder, only our own errors come out, and in good time."""

from __future__ import annotations

import shutil
import tempfile
from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st
from sizes import examples

import pnet_paths
from pnet_paths import PnetPathsError
from pnet_paths.tables.folder import packaged_folder

ORIGINAL = packaged_folder("example-toy")
FILES = {path.name: path.read_bytes() for path in ORIGINAL.glob("*.csv")}
BITS = [b"", b",", b'"', b"\n", b"\r", b";", b"\t", b"|", b"#", b"\0", b"\xff", b"\xef\xbb\xbf"]
BITS += [b"#REF!", b"sep=;\n", b"NA", "e\u0301".encode(), "Ã¼".encode(), b"2,3", b"\n\n# x\n"]
BITS += [b"1e999", b"-1", b"2.1", b"<b>&", b"=1+1", "\u202e\u0301".encode(), b"nan", b"a" * 5000]


@st.composite
def mutations(draw):
    """A file with a few pieces cut out, put in, doubled or moved."""
    name = draw(st.sampled_from(sorted(FILES)))
    content = FILES[name]
    for _ in range(draw(st.integers(1, 4))):
        a, b = sorted(draw(st.tuples(*[st.integers(0, len(content))] * 2)))
        b = min(b, a + draw(st.sampled_from([0, 1, 5, 40, 400])))
        put = draw(
            st.one_of(st.sampled_from(BITS), st.just(content[a:b] * 2), st.binary(max_size=9))
        )
        content = content[:a] + put + content[b:]
    return name, content


@examples(150, 10_000)
@given(mutations())
def test_only_our_own_errors_come_out(mutation):
    name, content = mutation
    with tempfile.TemporaryDirectory() as folder:
        for other in FILES:
            shutil.copyfile(ORIGINAL / other, Path(folder) / other)
        (Path(folder) / name).write_bytes(content)
        try:
            guide = pnet_paths.load_guide(folder)
            guide.check()
            guide.evaluate().outline()
        except PnetPathsError:
            pass
        assert (Path(folder) / name).read_bytes() == content, "a file is never written to"
    assert {path.name: path.read_bytes() for path in ORIGINAL.glob("*.csv")} == FILES
