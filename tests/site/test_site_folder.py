"""The folder of a site is written completely or not at all, and nothing of others is overwritten."""

from __future__ import annotations

import json
import os
from pathlib import Path

import pytest
from site_samples import inspection

import inspection_model as im
from inspection_model.site.folder import whole_folder


def tree(folder: Path) -> dict[str, bytes]:
    """Return the files below a folder, with their bytes."""
    return {
        file.relative_to(folder).as_posix(): file.read_bytes()
        for file in sorted(folder.rglob("*"))
        if file.is_file()
    }


def test_an_empty_folder_a_new_one_and_a_site_get_the_site(tmp_path: Path) -> None:
    (tmp_path / "empty").mkdir()
    new = im.write_site([inspection()], str(tmp_path / "new"))
    assert new == tmp_path / "new" / "index.html"
    im.write_site([inspection()], tmp_path / "empty")
    assert tree(tmp_path / "new") == tree(tmp_path / "empty")
    im.write_site([inspection(name="Otterford")], tmp_path / "new")
    assert (tmp_path / "new" / "authorities" / "otterford.html").exists()
    assert not (tmp_path / "new" / "authorities" / "saltmarsh.html").exists()
    assert {path.name for path in tmp_path.iterdir()} == {"new", "empty"}


def test_a_folder_with_other_files_is_refused_and_not_changed(tmp_path: Path) -> None:
    (tmp_path / "b.txt").write_text("mine", encoding="utf-8")
    (tmp_path / "a").mkdir()
    (tmp_path / "a" / "c.txt").write_text("mine", encoding="utf-8")
    with pytest.raises(im.InvalidValueError, match=r"with a/c\.txt and 1 more; nothing was changed"):
        im.write_site([inspection()], tmp_path)
    assert tree(tmp_path) == {"a/c.txt": b"mine", "b.txt": b"mine"}


def test_a_file_that_was_put_into_a_site_is_not_lost(tmp_path: Path) -> None:
    im.write_site([inspection()], tmp_path / "site")
    (tmp_path / "site" / "inspections" / "notes.txt").write_text("mine", encoding="utf-8")
    with pytest.raises(im.InvalidValueError, match=r"with inspections/notes\.txt; nothing was changed"):
        im.write_site([inspection()], tmp_path / "site")
    assert (tmp_path / "site" / "inspections" / "notes.txt").exists()


@pytest.mark.parametrize(
    "listed",
    [
        "[]",
        "{",
        '{"files": ["x"]}',
        '{"generator": "inspection-model site"}',
        '{"generator": 1, "files": []}',
    ],
)
def test_a_list_of_files_that_is_not_that_of_a_site_is_a_file_like_others(
    tmp_path: Path, listed: str
) -> None:
    (tmp_path / "site.json").write_text(listed, encoding="utf-8")
    with pytest.raises(im.InvalidValueError, match=r"with site\.json"):
        im.write_site([inspection()], tmp_path)


def test_a_file_in_place_of_the_folder_is_refused(tmp_path: Path) -> None:
    (tmp_path / "site").write_text("mine", encoding="utf-8")
    with pytest.raises(im.InvalidValueError, match="found the file"):
        im.write_site([inspection()], tmp_path / "site")


def test_the_folder_that_contains_it_must_exist(tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError, match="the folder that is to contain it does not exist"):
        im.write_site([inspection()], tmp_path / "no" / "site")


@pytest.mark.skipif(os.name == "nt", reason="needs symbolic links")
def test_a_link_to_a_folder_stays_a_link(tmp_path: Path) -> None:
    (tmp_path / "real").mkdir()
    (tmp_path / "link").symlink_to(tmp_path / "real")
    im.write_site([inspection()], tmp_path / "link")
    assert (tmp_path / "link").is_symlink()
    assert (tmp_path / "real" / "index.html").exists()


def _interrupted(folder: Path) -> None:
    (folder / "index.html").write_text("half", encoding="utf-8")
    raise KeyboardInterrupt


def _put_a_file(folder: Path) -> None:
    folder.mkdir()
    (folder / "mine.txt").touch()


def test_a_site_that_is_interrupted_leaves_the_earlier_one(tmp_path: Path) -> None:
    im.write_site([inspection()], tmp_path / "site")
    before = tree(tmp_path / "site")
    with pytest.raises(KeyboardInterrupt), whole_folder(tmp_path / "site") as unfinished:
        _interrupted(unfinished)
    assert tree(tmp_path / "site") == before
    assert [path.name for path in tmp_path.iterdir()] == ["site"]


def test_the_earlier_site_comes_back_if_the_new_one_cannot_be_moved(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    im.write_site([inspection()], tmp_path / "site")
    before = tree(tmp_path / "site")
    rename = Path.rename

    def fail(self: Path, target: Path) -> Path:
        if self.suffix == ".part":
            raise PermissionError(13, "denied")
        return rename(self, target)

    monkeypatch.setattr(Path, "rename", fail)
    with pytest.raises(PermissionError):
        im.write_site([inspection()], tmp_path / "site")
    with pytest.raises(PermissionError):
        im.write_site([inspection()], tmp_path / "other")
    assert tree(tmp_path / "site") == before
    assert [path.name for path in tmp_path.iterdir()] == ["site"]


def test_a_file_that_comes_while_the_site_is_written_is_not_lost(tmp_path: Path) -> None:
    with pytest.raises(im.InvalidValueError), whole_folder(tmp_path / "site"):
        _put_a_file(tmp_path / "site")
    assert (tmp_path / "site" / "mine.txt").exists()


def test_the_list_of_files_names_all_of_them(tmp_path: Path) -> None:
    im.write_site([inspection()], tmp_path / "site")
    listed = json.loads((tmp_path / "site" / "site.json").read_bytes())
    assert {*listed["files"], "site.json"} == tree(tmp_path / "site").keys()


@pytest.mark.skipif(os.name == "nt" or os.geteuid() == 0, reason="needs permissions that are checked")
def test_a_folder_that_cannot_be_written_is_an_os_error(tmp_path: Path) -> None:
    tmp_path.chmod(0o500)
    with pytest.raises(PermissionError):
        im.write_site([inspection()], tmp_path / "site")


def test_an_input_is_read_before_the_folder_is_changed(tmp_path: Path) -> None:
    def records() -> object:
        yield inspection()
        raise OSError("gone")

    with pytest.raises(OSError, match="gone"):
        im.write_site(records(), tmp_path / "site")  # type: ignore[arg-type]
    assert list(tmp_path.iterdir()) == []
