"""Linux: the bundle is the same twice, runs wherever it lies and for whoever runs it; the .deb comes and goes cleanly.

Some of it needs root, and a bare system fetched by debootstrap; where they are missing, that is said and left out.
"""

import hashlib
import json
import os
import shutil
import subprocess
import sys
import tarfile
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
PACKAGING = ROOT / "packaging"
NOBODY = ["setpriv", "--reuid=65534", "--regid=65534", "--clear-groups"]
Done = subprocess.CompletedProcess[str]

pytestmark = pytest.mark.skipif(not sys.platform.startswith("linux"), reason="bundles are made on their own system")
needs_root = pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() != 0, reason="needs root")


def may_mount() -> bool:
    """Root in a container often may not, and then has no network of its own either."""
    try:
        return subprocess.run(["unshare", "--mount", "--net", "true"], capture_output=True, check=False).returncode == 0
    except OSError:
        return False


needs_mounts = pytest.mark.skipif(not may_mount(), reason="needs to be root and to mount folders")


def run(*command: object, **environment: str) -> Done:
    """Run without a screen and without the names that a developer's shell has; git looks at home whom it may trust."""
    names = ("PATH", "LANG", *(["HOME"] if command[0] == "git" else []))
    kept = {name: os.environ[name] for name in names if name in os.environ}
    words = [str(word) for word in command]
    return subprocess.run(words, env=kept | environment, capture_output=True, text=True, check=False, timeout=600)


def build(place: Path, commit: str) -> Path:
    """The bundle of a commit, from a clean clone, without what lies in the working folder beside it."""
    source, to = place / "source", place / "to"
    assert run("git", "clone", "-q", "--no-checkout", ROOT, source).returncode == 0
    assert run("git", "-C", source, "checkout", "-q", commit).returncode == 0
    done = run(sys.executable, source / "packaging" / "bundle.py", "--to", to)
    assert done.returncode == 0, done.stderr
    return Path(done.stdout.splitlines()[-1])


@pytest.fixture(scope="module")
def commit() -> str:
    return run("git", "-C", ROOT, "rev-parse", "HEAD").stdout.strip()


@pytest.fixture(scope="module")
def bundle(commit: str, tmp_path_factory: pytest.TempPathFactory) -> Path:
    return build(tmp_path_factory.mktemp("bundle"), commit)


@pytest.fixture(scope="module")
def placed(bundle: Path) -> Iterator[Path]:
    """The bundle out of its archive, in a folder with spaces and Swedish letters that everybody may only read."""
    home = Path("/var/tmp") / f"qmsdesk å ä ö {os.getpid()}"
    home.mkdir()
    done = run(sys.executable, PACKAGING / "linux" / "tar.py", bundle, home, "1")
    assert done.returncode == 0, done.stderr
    with tarfile.open(done.stdout.strip()) as archive:
        archive.extractall(home, filter="tar")
    yield home / bundle.name
    shutil.rmtree(home)


@pytest.fixture
def own(tmp_path: Path) -> Iterator[Path]:
    """A folder that anybody may write to and reach."""
    folder = Path("/var/tmp") / f"qmsdesk-{os.getpid()}-{tmp_path.name}"
    folder.mkdir()
    folder.chmod(0o777)
    yield folder
    shutil.rmtree(folder)


def test_the_same_commit_gives_the_same_bundle(bundle: Path, commit: str, tmp_path: Path) -> None:
    again = build(tmp_path / "another place", commit)

    listed = (bundle / "SHA256SUMS").read_text(encoding="utf-8").splitlines()
    assert (again / "SHA256SUMS").read_text(encoding="utf-8").splitlines() == listed
    assert [path.lstat().st_mode for path in sorted(again.rglob("*"))] == [
        path.lstat().st_mode for path in sorted(bundle.rglob("*"))
    ]
    assert sum(path.stat().st_size for path in again.rglob("*") if path.is_file()) < 140e6


def test_nothing_of_the_builder_is_inside(bundle: Path) -> None:
    ours = [path for path in bundle.rglob("*") if path.suffix == ".pyc" and "app" in path.parts]
    assert len(ours) > 400
    assert not [path for path in ours if str(bundle.parent.parent).encode() in path.read_bytes()]
    assert not list(bundle.rglob("*.py"))


def test_all_parts_are_well_whatever_python_finds_outside(placed: Path, own: Path) -> None:
    foreign = own / "json.py"
    foreign.write_text("raise SystemExit('a foreign module was loaded')", encoding="utf-8")
    outside = {"PYTHONPATH": str(own), "PYTHONHOME": str(own), "PYTHONSTARTUP": str(foreign), "LANG": "C"}
    done = run(placed / "qmsdesk", "--self-test", "--json", HOME=str(own), TMPDIR=str(own), **outside)

    said = json.loads(done.stdout)
    assert done.returncode == 0, said
    assert {part["name"]: part["is_well"] for part in said["parts"]}["Files"]
    assert list(own.iterdir()) == [foreign]


@needs_root
def test_a_standard_user_runs_it_from_a_folder_that_is_only_to_be_read(placed: Path, own: Path) -> None:
    done = run(*NOBODY, placed / "qmsdesk", "--self-test", HOME=str(own), TMPDIR=str(own))
    assert done.returncode == 0, done.stdout + done.stderr

    made = run(*NOBODY, placed / "qmsdesk", "demo", "--register", own / "å.qmsdesk", "--lang", "sv", HOME=str(own))
    listed = run(*NOBODY, placed / "qmsdesk", "audits", "--register", own / "å.qmsdesk", "--json", HOME=str(own))
    assert made.returncode == 0, made.stderr
    assert len(json.loads(listed.stdout)) > 10
    assert not [path for path in placed.rglob("*") if "__pycache__" in path.parts]


def test_two_people_at_one_machine_do_not_meet(placed: Path, own: Path) -> None:
    homes = [own / name for name in ("one", "two")]
    for home in homes:
        home.mkdir()
    started = [
        subprocess.Popen(
            [placed / "qmsdesk", "--self-test"],
            env={"HOME": str(home), "TMPDIR": str(home)},
            stdout=subprocess.PIPE,
            text=True,
        )
        for home in homes
    ]
    assert [process.communicate()[0].count("ok:") for process in started] == [9, 9]
    assert [process.returncode for process in started] == [0, 0]


@needs_mounts
def test_a_full_disk_is_said_in_a_sentence(placed: Path, own: Path) -> None:
    script = (
        'mount -t tmpfs -o size=600k tmpfs "$1"; "$2" demo --register "$1/r.qmsdesk"; echo "code $?";'
        ' TMPDIR="$1" "$2" --self-test; echo "code $?"; ls "$1"'
    )
    done = run("unshare", "--mount", "sh", "-c", script, "sh", own, placed / "qmsdesk", HOME=str(own))

    assert "Traceback" not in done.stdout + done.stderr
    assert "disk" in done.stderr.splitlines()[0]
    assert done.stdout.count("code 1") == 2
    assert "Register    FAILED" in done.stdout
    assert "Window      FAILED" in done.stdout
    assert "r.qmsdesk" not in done.stdout.splitlines()


@pytest.fixture(scope="module")
def package(bundle: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    to = tmp_path_factory.mktemp("deb")
    done = run(sys.executable, PACKAGING / "linux" / "deb.py", bundle, to, "1", PYTHONPATH=str(PACKAGING))
    assert done.returncode == 0, done.stderr
    return Path(done.stdout.strip())


@pytest.mark.skipif(not shutil.which("lintian"), reason="lintian is not there")
def test_lintian_has_nothing_to_say(package: Path) -> None:
    done = run("lintian", "--allow-root", "--fail-on", "error,warning", package)

    assert done.returncode == 0, done.stdout
    assert not done.stdout


@pytest.fixture
def bare(package: Path, tmp_path: Path, pytestconfig: pytest.Config) -> Iterator[Path]:
    """A bare Debian in a folder, with the packages that ours asks for beside it, not installed.

    It is fetched once and kept packed in out, as long as the package asks for the same.
    """
    needs = run("dpkg-deb", "-f", package, "Depends", "Recommends").stdout
    kept = ROOT / "out" / f"bare-debian-{hashlib.sha256(needs.encode()).hexdigest()[:12]}.tar"
    if not kept.exists():
        if pytestconfig.getoption("--offline"):
            pytest.skip("no bare Debian is kept in out")
        fetch_debian(package, kept, tmp_path / "fetched")
    root = tmp_path / "root"
    root.mkdir()
    assert run("tar", "-C", root, "-xf", kept).returncode == 0
    yield root
    shutil.rmtree(root)


def fetch_debian(package: Path, kept: Path, root: Path) -> None:
    done = run("debootstrap", "--variant=minbase", "bookworm", root)
    assert done.returncode == 0, done.stdout[-500:]
    shutil.copy(package, root / "first.deb")
    done = in_root(root, f"apt-get -q update && {APT} install --download-only /first.deb")
    assert done.returncode == 0, done.stderr
    (root / "first.deb").unlink()
    kept.parent.mkdir(exist_ok=True)
    for old in kept.parent.glob("bare-debian*.tar"):
        old.unlink()
    part = kept.with_suffix(".part")
    assert run("tar", "-C", root, "-cf", part, ".").returncode == 0
    part.rename(kept)
    shutil.rmtree(root)


APT = "env DEBIAN_FRONTEND=noninteractive apt-get -q -y"


def in_root(root: Path, command: str, *how: str) -> Done:
    script = f'mount --bind /proc "$1/proc"; exec chroot "$1" sh -c "{command}"'
    own = ["unshare", "--mount", *how]
    return run(*own, "sh", "-c", script, "sh", root, PATH="/usr/sbin:/usr/bin:/sbin:/bin", HOME="/root")


@needs_mounts
@pytest.mark.skipif(not shutil.which("debootstrap", path="/usr/sbin:/sbin"), reason="debootstrap is not there")
def test_the_package_installs_upgrades_and_goes_on_a_bare_system(package: Path, bare: Path, tmp_path: Path) -> None:
    def unconnected(command: str) -> Done:
        return in_root(bare, command, "--net")

    shutil.copy(package, bare / "first.deb")
    (bare / "second.deb").write_bytes(newer(package, tmp_path).read_bytes())

    installed = unconnected(f"{APT} install --no-install-recommends /first.deb")
    assert installed.returncode == 0, installed.stderr
    tried = unconnected("qmsdesk --self-test && qmsdesk demo --register /root/own.qmsdesk")
    assert tried.returncode == 0, tried.stdout + tried.stderr
    upgraded = unconnected(f"{APT} install /second.deb && dpkg -s qmsdesk && qmsdesk --self-test")
    assert upgraded.returncode == 0, upgraded.stderr
    assert "Version: 9.9-1" in upgraded.stdout
    purged = unconnected(f"{APT} purge qmsdesk && dpkg --audit")
    assert purged.returncode == 0, purged.stderr
    assert not (bare / "usr/lib/qmsdesk").exists()
    assert not (bare / "usr/bin/qmsdesk").is_symlink()
    assert (bare / "root/own.qmsdesk").exists()


def newer(package: Path, folder: Path) -> Path:
    """The same package as a later version."""
    tree, made = folder / "newer", folder / "newer.deb"
    run("dpkg-deb", "-R", package, tree)
    control = tree / "DEBIAN" / "control"
    lines = ["Version: 9.9-1" if line.startswith("Version:") else line for line in control.read_text().splitlines()]
    control.write_text("\n".join(lines) + "\n")
    assert run("dpkg-deb", "--root-owner-group", "-Zxz", "-z1", "--build", tree, made).returncode == 0
    return made
