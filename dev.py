"""Sets the machine up and starts the program's commands: standard library only, no program logic.

    python3 dev.py run     reads, checks, approves and prints the sample dossier
    python3 dev.py test    runs all tests

Set-up means the system packages (apt-get, only those that are missing), the virtual environment `.venv`
and the locked packages of requirements.lock, with their hashes. It is done once; a stamp in `.venv` makes
every later start quick. The settings of apt and pip on the machine are left as they are and used.

Exit codes: 2 when the set-up cannot be done (a sentence names what is missing), otherwise the command's own.
"""

from __future__ import annotations

import hashlib
import os
import shutil
import subprocess
import sys
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from importlib.util import find_spec
from pathlib import Path

ROOT = Path(__file__).resolve().parent
VENV = ROOT / ".venv"
LOCK = ROOT / "requirements.lock"
STAMP = VENV / "set-up.stamp"
PYTHON_FLOOR = (3, 11)
WINDOWS = os.name == "nt"
SCRIPTS = VENV / ("Scripts" if WINDOWS else "bin")
VENV_PYTHON = SCRIPTS / ("python.exe" if WINDOWS else "python")

ENGINE_PACKAGES = ("tesseract-ocr", "tesseract-ocr-vie")
#: What Qt's wheels link to and a bare Debian does not have: drawing, then the X11 platform.
WINDOW_PACKAGES = (
    "libdbus-1-3",
    "libegl1",
    "libfontconfig1",
    "libfreetype6",
    "libgl1",
    "libglib2.0-0",
    "libx11-6",
    "libx11-xcb1",
    "libxcb-cursor0",
    "libxcb-glx0",
    "libxcb-icccm4",
    "libxcb-image0",
    "libxcb-keysyms1",
    "libxcb-randr0",
    "libxcb-render-util0",
    "libxcb-render0",
    "libxcb-shape0",
    "libxcb-shm0",
    "libxcb-sync1",
    "libxcb-util1",
    "libxcb-xfixes0",
    "libxcb-xkb1",
    "libxkbcommon-x11-0",
    "libxkbcommon0",
)
PROGRAM_PACKAGES = ENGINE_PACKAGES + WINDOW_PACKAGES
#: The typefaces that the generator of the test forms prints with (tests/generator/faces.py).
GENERATOR_PACKAGES = (
    *PROGRAM_PACKAGES,
    "fonts-crosextra-carlito",
    "fonts-dejavu-core",
    "fonts-dejavu-extra",
    "fonts-freefont-ttf",
    "fonts-lato",
    "fonts-liberation2",
    "fonts-linuxlibertine",
    "fonts-noto-mono",
    "fonts-open-sans",
    "fonts-roboto-unhinted",
    "fonts-sil-charis",
    "fonts-sil-gentiumplus",
)
#: The server that the tests of the store start for themselves, as another user than root; strace kills an
#: upgrade of the store at its calls, openssl makes the certificates of a scanning room. SANE has a simulated
#: scanner, and sane-airscan speaks to the network scanner that the tests simulate.
TEST_PACKAGES = (*GENERATOR_PACKAGES, "openssl", "postgresql", "sane-airscan", "sane-utils", "strace")
SCREENSHOT_PACKAGES = (*GENERATOR_PACKAGES, "xauth", "xvfb")
#: sudo empties the environment; these are the settings by which apt-get may need to reach its mirror.
APT_SETTINGS = ("APT_CONFIG", "http_proxy", "https_proxy", "ftp_proxy", "no_proxy")

CommandLine = Sequence[str]


class MissingPartError(Exception):
    """The set-up cannot go on; the text is one sentence that names what is missing."""


@dataclass(frozen=True)
class Command:
    """One word on the command line: what it does, the packages it needs, and what it starts, in order."""

    summary: str
    packages: tuple[str, ...]
    steps: Callable[[Sequence[str]], Sequence[CommandLine]]


def main(arguments: Sequence[str]) -> int:
    """Set up, then start what the first argument names; the rest is handed on."""
    if not arguments or arguments[0] not in COMMANDS:
        print(usage(), file=sys.stderr)
        return 0 if arguments and arguments[0] in ("-h", "--help") else 2
    command = COMMANDS[arguments[0]]
    try:
        check_python()
        set_up(command.packages)
        return start(command.steps(arguments[1:]))
    except MissingPartError as missing:
        say(f"cannot go on: {missing}")
        return 2
    except KeyboardInterrupt:
        say("stopped")
        return 130


def usage() -> str:
    """The commands, one a line."""
    lines = [f"  {name:<12} {command.summary}" for name, command in COMMANDS.items()]
    return "\n".join(["usage: python3 dev.py COMMAND [ARGUMENT …]", "", *lines])


def say(sentence: str) -> None:
    """What the set-up is doing goes to stderr: stdout belongs to the command."""
    print(f"dev.py: {sentence}", file=sys.stderr, flush=True)


def check_python() -> None:
    """The program needs the language and the library of Python 3.11."""
    if sys.version_info[:2] < PYTHON_FLOOR:
        floor = ".".join(map(str, PYTHON_FLOOR))
        found = ".".join(map(str, sys.version_info[:3]))
        raise MissingPartError(
            f"Python {floor} or newer is missing; this is Python {found} ({sys.executable})."
        )


def set_up(packages: Sequence[str]) -> None:
    """Bring the machine to the state that the command needs; quick where it is so already."""
    wanted = [*packages, *venv_packages()]
    install_system_packages(missing_packages(wanted), wanted)
    check_engine()
    if read_stamp() != wanted_stamp():
        make_venv()
        install_locked_packages()
        STAMP.write_text(wanted_stamp(), "utf-8")
        say("the set-up is complete")


# --- system packages -------------------------------------------------------------------------------


def venv_packages() -> tuple[str, ...]:
    """Debian and Ubuntu keep ensurepip, which brings pip into an environment, in a package of its own."""
    if find_spec("ensurepip") is not None:
        return ()
    return (f"python{sys.version_info.major}.{sys.version_info.minor}-venv",)


def missing_packages(wanted: Sequence[str]) -> tuple[str, ...]:
    """Those of the wanted packages that dpkg does not have; none where there is no dpkg to ask.

    Ubuntu 24.04 renamed some libraries (libglib2.0-0 to libglib2.0-0t64): the new name counts as well.
    """
    if shutil.which("dpkg-query") is None:
        return ()
    names = [name + suffix for name in wanted for suffix in ("", "t64")]
    query = ["dpkg-query", "--show", "--showformat=${Package} ${db:Status-Status}\n", *names]
    answer = subprocess.run(query, capture_output=True, text=True, check=False)
    present = {line.split()[0] for line in answer.stdout.splitlines() if line.endswith(" installed")}
    return tuple(name for name in wanted if not present & {name, name + "t64"})


def install_system_packages(missing: Sequence[str], wanted: Sequence[str]) -> None:
    """Install them with apt-get, as root or through a sudo that asks nothing."""
    if not missing:
        return
    names = " ".join(missing)
    if shutil.which("apt-get") is None:
        raise MissingPartError(f"apt-get is missing, and with it these system packages: {' '.join(wanted)}.")
    prefix = root_prefix()
    if prefix is None:
        raise MissingPartError(
            "the rights to install system packages are missing. Have this line run, then start again:\n"
            f"  sudo apt-get update && sudo apt-get install -y --no-install-recommends {names}"
        )
    say(f"installing {len(missing)} system packages, which may take some minutes: {names}")
    update = run_quietly([*prefix, "apt-get", "update"])
    install = run_quietly([*prefix, "apt-get", "install", "-y", "--no-install-recommends", *missing])
    if install.returncode != 0:
        show(update, install)
        raise MissingPartError(
            "these system packages are missing and apt-get could not install them; its own words stand above "
            "(no network, or no mirror that apt's settings lead to, is the usual reason)."
        )


def root_prefix() -> CommandLine | None:
    """What to put before a command so that root runs it; None where this user may not."""
    settings = [f"{name}={os.environ[name]}" for name in APT_SETTINGS if name in os.environ]
    words = ["env", "DEBIAN_FRONTEND=noninteractive", *settings]
    if sys.platform != "win32" and os.geteuid() == 0:
        return words
    if shutil.which("sudo") and run_quietly(["sudo", "-n", "true"]).returncode == 0:
        return ["sudo", "-n", *words]
    return None


def check_engine() -> None:
    """Tesseract must be there, and must have the Vietnamese language data `vie`."""
    tesseract = shutil.which("tesseract")
    if tesseract is None:
        raise MissingPartError("Tesseract is missing: no program `tesseract` stands on the PATH.")
    listed = run_quietly([tesseract, "--list-langs"])
    if "vie" not in listed.stdout.split():
        raise MissingPartError(
            "Tesseract's Vietnamese language data is missing: `tesseract --list-langs` has no vie."
        )


# --- the virtual environment -----------------------------------------------------------------------


def wanted_stamp() -> str:
    """What the environment depends on: the Python, the place, the lock and the project's own settings."""
    version = ".".join(map(str, sys.version_info[:3]))
    contents = hashlib.sha256(LOCK.read_bytes() + (ROOT / "pyproject.toml").read_bytes()).hexdigest()
    return f"{version}\n{VENV}\n{contents}\n"


def read_stamp() -> str:
    """The stamp of the last complete set-up; empty where there was none."""
    if not (STAMP.is_file() and VENV_PYTHON.is_file()):
        return ""
    return STAMP.read_text("utf-8")


def venv_fits() -> bool:
    """Whether the environment that is there was made by this version of Python, in this place."""
    settings = VENV / "pyvenv.cfg"
    if not (settings.is_file() and VENV_PYTHON.is_file()):
        return False
    version = ".".join(map(str, sys.version_info[:3]))
    if f"version = {version}" not in settings.read_text("utf-8").splitlines():
        return False
    return read_stamp().split("\n")[:2] in ([""], [version, str(VENV)])


def make_venv() -> None:
    """Make `.venv`, anew where another Python or another place made it."""
    if venv_fits():
        return
    if VENV.is_symlink():
        raise MissingPartError(
            f"{VENV} is a link: what it leads to would be emptied. Please remove the link."
        )
    say(f"making the virtual environment {VENV.name} with {sys.executable}")
    made = run_quietly([sys.executable, "-m", "venv", "--clear", str(VENV)])
    if made.returncode != 0:
        show(made)
        raise MissingPartError(
            f"{sys.executable} could not make a virtual environment; its own words stand above."
        )


def install_locked_packages() -> None:
    """Install the lock with its hashes, then the project itself, in place and without looking further."""
    say(f"installing the packages of {LOCK.name}, which may take some minutes")
    pip = [str(VENV_PYTHON), "-m", "pip", "install", "--quiet", "--no-input", "--disable-pip-version-check"]
    project = ["--no-deps", "--no-build-isolation", "--editable", str(ROOT)]
    for choice in (["--require-hashes", "--requirement", str(LOCK)], project):
        done = run_quietly([*pip, *choice])
        if done.returncode != 0:
            show(done)
            raise MissingPartError(
                "pip could not install the locked packages; its own words stand above "
                "(no network, or no package registry that pip's settings lead to, is the usual reason)."
            )


# --- processes -------------------------------------------------------------------------------------


def run_quietly(line: CommandLine) -> subprocess.CompletedProcess[str]:
    """Run to the end, keep what it says, answer no question."""
    return subprocess.run(
        line,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        errors="replace",
        check=False,
    )


def show(*done: subprocess.CompletedProcess[str]) -> None:
    """The last lines of what the commands said, for one who has to find the reason."""
    for process in done:
        print("\n".join(process.stdout.splitlines()[-25:]), file=sys.stderr, flush=True)


def start(lines: Sequence[CommandLine]) -> int:
    """Run every line, also after one that failed; the first exit code that is not 0 is the answer."""
    environment = {**os.environ, "OMP_THREAD_LIMIT": "1", "PYTHONUTF8": "1"}
    codes = [subprocess.call(line, cwd=ROOT, env=environment) for line in lines]
    return next((code for code in codes if code != 0), 0)


# --- the commands ----------------------------------------------------------------------------------


def module(name: str, *arguments: str) -> CommandLine:
    """A Python module, run with the environment's Python."""
    return [str(VENV_PYTHON), "-m", name, *arguments]


def run_steps(rest: Sequence[str]) -> Sequence[CommandLine]:
    """The main job on the sample dossier."""
    return [module("hrdigitize", "sample", "--out", "out", *rest)]


def test_steps(rest: Sequence[str]) -> Sequence[CommandLine]:
    """All tests, spread over at most four cores, without a display."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    workers = min(4, os.cpu_count() or 1)
    return [module("pytest", "-n", str(workers), "--dist", "loadfile", *rest)]


def bench_steps(rest: Sequence[str]) -> Sequence[CommandLine]:
    """One benchmark by name."""
    return [module("benchmarks", *rest)]


def samples_steps(rest: Sequence[str]) -> Sequence[CommandLine]:
    """The sample dossier, written anew."""
    return [module("tests.generator.samples", *rest)]


def translations_steps(rest: Sequence[str]) -> Sequence[CommandLine]:
    """The window's words in English: new ones taken in, compiled, the missing ones listed."""
    return [module("tests.translations", *rest)]


def screenshots_steps(rest: Sequence[str]) -> Sequence[CommandLine]:
    """Pictures of the window, on a display of their own so that every machine gives the same ones."""
    if WINDOWS:
        return [module("tests.screenshots", *rest)]
    display = ["xvfb-run", "--auto-servernum", "--server-args=-screen 0 2800x1600x24"]
    return [[*display, *module("tests.screenshots", *rest)]]


def check_steps(rest: Sequence[str]) -> Sequence[CommandLine]:
    """The quick checks: lint, format, types, floors."""
    lint = module("ruff", "check", ".")
    form = module("ruff", "format", "--check", ".")
    return [lint, form, module("mypy"), [str(SCRIPTS / "lint-imports"), *rest]]


COMMANDS = {
    "run": Command("do the main job on the sample dossier (--no-window)", PROGRAM_PACKAGES, run_steps),
    "test": Command("run all tests (arguments go to pytest)", TEST_PACKAGES, test_steps),
    "bench": Command("measure: bench reading [--scans DIR] [--ocrmypdf]", GENERATOR_PACKAGES, bench_steps),
    "samples": Command("write resources/samples/ anew", GENERATOR_PACKAGES, samples_steps),
    "screenshots": Command("take pictures of the window", SCREENSHOT_PACKAGES, screenshots_steps),
    "translations": Command("bring the window's English up to date", PROGRAM_PACKAGES, translations_steps),
    "check": Command("lint, format, types, import contracts", PROGRAM_PACKAGES, check_steps),
}

if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
