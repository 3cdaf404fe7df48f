"""Output files are written completely or not at all, whatever fails."""

from __future__ import annotations

import contextlib
import errno
import os
import shutil
import stat
import subprocess
import tempfile
from collections.abc import Callable, Generator, Iterator
from pathlib import Path

import pytest
from cli_letters import LETTER, files_in, python, run

from inspection_model.cli.failure import Failure
from inspection_model.cli.outputs import FORMATS, open_output
from inspection_model.reading import read_letter
from inspection_model.serialising import loads

posix = pytest.mark.skipif(os.name != "posix", reason="the fault can be made on POSIX systems only")


@contextlib.contextmanager
def output(path: Path) -> Generator[Callable[[str], object]]:
    """Open an output and write parts of a text to it."""
    with open_output(path, FORMATS["text"]) as put:
        yield lambda text: put("letter.txt", text)


def test_a_file_appears_only_when_it_is_complete(tmp_path: Path) -> None:
    file = tmp_path / "out"
    with output(file) as write:
        write("a\r\n")
        assert not file.exists()
        write("\u00e9")
    assert file.read_bytes() == "a\r\n\u00e9".encode()
    assert files_in(tmp_path) == {"out"}


def test_an_error_while_writing_keeps_the_previous_file(tmp_path: Path) -> None:
    file = tmp_path / "out"
    file.write_text("before")

    def stop() -> None:
        with output(file) as write:
            write("after")
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        stop()
    assert file.read_text() == "before"
    assert files_in(tmp_path) == {"out"}


def test_a_file_is_replaced_atomically(tmp_path: Path) -> None:
    file = tmp_path / "out"
    file.write_text("before")
    with file.open() as opened_before:
        with output(file) as write:
            write("after")
        assert opened_before.read() == "before"
    assert file.read_text() == "after"


def test_a_failing_fsync_leaves_no_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(_: int) -> None:
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    monkeypatch.setattr(os, "fsync", fail)
    with pytest.raises(Failure, match="nothing was changed"), output(tmp_path / "out") as write:
        write("after")
    assert files_in(tmp_path) == set()


@posix
def test_a_replaced_file_keeps_its_permissions(tmp_path: Path) -> None:
    file = tmp_path / "out"
    file.touch()
    file.chmod(0o640)
    with output(file) as write:
        write("x")
    assert stat.S_IMODE(file.stat().st_mode) == 0o640


@posix
def test_a_symbolic_link_is_kept(tmp_path: Path) -> None:
    file, link = tmp_path / "out", tmp_path / "link"
    file.touch()
    link.symlink_to(file)
    with output(link) as write:
        write("x")
    assert link.is_symlink()
    assert file.read_text() == "x"


@posix
def test_a_pipe_is_written_to_directly_and_kept(tmp_path: Path) -> None:
    # A pipe represents devices in general, because a bug must not replace a real device of the machine.
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    reader = os.open(pipe, os.O_RDONLY | os.O_NONBLOCK)
    try:
        with output(pipe) as write:
            write("x")
        assert os.read(reader, 10) == b"x"
    finally:
        os.close(reader)
    assert pipe.is_fifo()
    assert files_in(tmp_path) == {"pipe"}


def test_a_missing_folder_is_reported(tmp_path: Path) -> None:
    with pytest.raises(Failure) as failure, output(tmp_path / "none" / "out"):
        pass
    expected = (
        f"{tmp_path / 'none' / 'out'}: cannot be written: the folder does not exist; nothing was changed"
    )
    assert failure.value.message == expected


def test_a_read_only_file_is_not_replaced(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    file = tmp_path / "out"
    file.write_text("before")
    file.chmod(0o444)
    # Tests may run as root, who can write to every file; this is the answer for other users.
    monkeypatch.setattr(os, "access", lambda *_: False)
    with pytest.raises(Failure, match="Permission denied"), output(file) as write:
        write("after")
    assert file.read_text() == "before"


@pytest.fixture
def ordinary(letter: Path) -> Iterator[Path]:
    """A folder with a letter, used with the rights of an ordinary user, because root can write everywhere."""
    run("read", letter)  # imports all modules while their files are still readable
    administrator = os.geteuid() == 0
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        shutil.copy(letter, folder)
        (folder / "locked").mkdir()
        (folder / "locked").chmod(0o555)
        folder.chmod(0o755)
        try:
            if administrator:
                os.seteuid(65534)
            if not os.access(folder, os.R_OK, effective_ids=os.access in os.supports_effective_ids):
                pytest.skip("the place of temporary files is closed to ordinary users")
            yield folder
        finally:
            if administrator:
                os.seteuid(0)


@posix
@pytest.mark.parametrize("into", ["locked/out.json", "locked"])
def test_a_read_only_folder_is_reported(
    into: str, ordinary: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run("read", ordinary / "letter.txt", "-o", ordinary / into) == 2
    assert "cannot be written: Permission denied; nothing was changed" in capsys.readouterr().err
    assert files_in(ordinary / "locked") == set()


@pytest.fixture
def small_disk(tmp_path: Path) -> Iterator[Path]:
    """A mounted file system of 32 kB."""
    disk = tmp_path / "disk"
    disk.mkdir()
    mount, unmount = shutil.which("mount"), shutil.which("umount")
    command = [str(mount), "-t", "tmpfs", "-o", "size=32k", "tmpfs", str(disk)]
    if not (mount and unmount) or subprocess.run(command, capture_output=True, check=False).returncode:
        pytest.skip("a small disk cannot be mounted here")
    yield disk
    subprocess.run([unmount, str(disk)], check=True)


@pytest.mark.parametrize("into", ["out.jsonl", ""], ids=["one file", "a folder"])
def test_a_full_disk_is_reported_and_leaves_only_complete_files(
    into: str, small_disk: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    paths = [tmp_path / f"{place:02}.txt" for place in range(40)]
    for path in paths:
        path.write_text(LETTER, encoding="utf-8")
    assert run("read", *paths, "-o", small_disk / into) == 2
    assert "cannot be written: No space left on device; nothing was changed" in capsys.readouterr().err
    left = files_in(small_disk)
    # The file system has eight pages, and a letter takes one.
    assert (not left) if into else {"00.txt.json"} <= left < {f"{path.name}.json" for path in paths}
    for name in left:
        assert loads((small_disk / name).read_bytes()) == read_letter(LETTER).inspection


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="/dev/full does not exist")
def test_a_full_device_is_reported(letter: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run("read", letter, "-o", "/dev/full") == 2
    error = capsys.readouterr().err
    assert "/dev/full: cannot be written: No space left on device; nothing was changed" in error


@posix
@pytest.mark.skipif(not Path("/proc/self").exists(), reason="/proc/self does not exist")
def test_an_unwritable_folder_is_reported(letter: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run("read", letter, "-o", "/proc/out.json") == 2
    assert "/proc/out.json: cannot be written" in capsys.readouterr().err


LIMITED = """
import resource, signal, sys
from inspection_model.cli import main
signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
resource.setrlimit(resource.RLIMIT_FSIZE, (100, 100))
main(sys.argv[1:])
"""


@posix
def test_a_write_that_fails_halfway_keeps_the_previous_file(letter: Path, tmp_path: Path) -> None:
    folder = tmp_path / "out"
    folder.mkdir()
    (folder / "out.json").write_text("before")
    with python(LIMITED, "read", letter, "-o", folder / "out.json") as process:
        output, error = process.communicate()
    assert (process.returncode, output) == (2, b"")
    assert b"out.json: cannot be written: File too large; nothing was changed" in error
    assert (folder / "out.json").read_text() == "before"
    assert files_in(folder) == {"out.json"}
