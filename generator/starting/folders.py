"""Writing folders of files whole or not at all."""

from __future__ import annotations

import shutil
import tempfile
from collections.abc import Mapping
from pathlib import Path


def write_folders(root: Path, folders: Mapping[str, Mapping[str, str]]) -> None:
    """Write new folders, given by their paths below ``root``, each with its files' texts by name.

    All are written aside and then put in place; should one of them fail, none is left. Raises
    ``FileExistsError`` for a folder that is there, and ``OSError`` for what the system refuses.
    """
    aside = Path(tempfile.mkdtemp(prefix=".new-", dir=root.parent))
    placed: list[Path] = []
    try:
        for number, (path, files) in enumerate(folders.items()):
            made = aside / str(number)
            made.mkdir()
            for name, text in files.items():
                (made / name).write_bytes(text.encode())
            if (root / path).exists():
                raise FileExistsError(f"{path} is there already")
        for number, path in enumerate(folders):
            (root / path).parent.mkdir(parents=True, exist_ok=True)
            (aside / str(number)).rename(root / path)
            placed.append(root / path)
    except BaseException:
        for folder in placed:
            shutil.rmtree(folder)
        raise
    finally:
        shutil.rmtree(aside)
