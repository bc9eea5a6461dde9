"""Where the centre is stands in one file; between two machines nothing goes open over the line."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from hrdigitize.domain.faults import UserFault
from hrdigitize.store.central_address import SETTINGS_NAME, checked_url, read_address


def _code(call: object, *given: object) -> str:
    with pytest.raises(UserFault) as caught:
        call(*given)  # type: ignore[operator]
    assert "secret" not in str(caught.value.params)
    return caught.value.code


def test_a_folder_without_settings_has_its_store_on_this_pc(tmp_path: Path) -> None:
    assert read_address(tmp_path) is None


def test_the_address_stands_in_the_settings(tmp_path: Path) -> None:
    (tmp_path / SETTINGS_NAME).write_text('url = "postgresql://hr@centre/records"\n', "utf-8")
    assert read_address(tmp_path) == "postgresql://hr@centre/records"


@pytest.mark.parametrize("content", ["", "url = 3", "url = ", '[url]\nsecret = "x"', "\xff"])
def test_settings_that_give_no_address_are_said(tmp_path: Path, content: str) -> None:
    (tmp_path / SETTINGS_NAME).write_text(content, "latin-1")
    assert _code(read_address, tmp_path) == "centre-settings-wrong"


@pytest.mark.parametrize(
    "url",
    ["", "secret", "sqlite:///secret.db", "mysql://hr:secret@centre/records", "postgresql://hr:secret@centre",
     "postgresql+asyncpg://hr:secret@centre/records", "postgresql://hr:secret@centre:port/records"],
)  # fmt: skip
def test_an_address_of_something_else_is_said(url: str) -> None:
    assert _code(checked_url, url) == "centre-settings-wrong"


@pytest.mark.parametrize(
    ("url", "mode"),
    [
        ("postgresql://hr@centre/records", "verify-full"),
        ("postgresql:///records", "verify-full"),
        ("postgresql://hr@centre/records?sslmode=verify-ca", "verify-ca"),
        ("postgresql://hr@localhost/records?hostaddr=10.0.0.1", "verify-full"),
        ("postgresql://hr@/records?host=/run/db&host=centre", "verify-full"),
        ("postgresql://hr@localhost/records", None),
        ("postgresql://hr@/records?host=/run/db", None),
    ],
)
def test_what_leaves_the_pc_is_encrypted(url: str, mode: str | None) -> None:
    assert checked_url(url).query.get("sslmode") == mode
    assert checked_url(url).drivername == "postgresql+psycopg"


@pytest.mark.parametrize("mode", ["disable", "allow", "prefer"])
def test_encryption_cannot_be_given_up_over_the_network(mode: str) -> None:
    assert (
        _code(checked_url, f"postgresql://hr:secret@centre/records?sslmode={mode}") == "centre-not-encrypted"
    )


def test_the_driver_is_not_loaded_where_nobody_gives_a_url() -> None:
    script = (
        "import sys, hrdigitize.app, hrdigitize.cli.main, hrdigitize.store.central\n"
        "loaded = [name for name in sys.modules if name.startswith('psycopg')]\n"
        "sys.exit(', '.join(loaded) or 0)\n"
    )
    root = Path(__file__).parents[2]
    done = subprocess.run(
        [sys.executable, "-c", script], cwd=root, capture_output=True, text=True, check=False
    )
    assert (done.returncode, done.stderr) == (0, "")
