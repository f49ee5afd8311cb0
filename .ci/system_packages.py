"""Install what wheels cannot carry: `system_packages.py [venv] [qt] [tests]`, plain Python.

Says nothing where all is there already. Without the rights it prints one line with what to install.
"""

import ctypes
import importlib.util
import os
import shutil
import subprocess
import sys

QT_LIBRARIES = (
    "libglib-2.0.so.0", "libGL.so.1", "libEGL.so.1", "libfontconfig.so.1", "libdbus-1.so.3",
    "libgssapi_krb5.so.2", "libwayland-cursor.so.0", "libwayland-egl.so.1", "libxkbcommon.so.0",
    "libxkbcommon-x11.so.0", "libxcb-cursor.so.0", "libxcb-icccm.so.4", "libxcb-image.so.0",
    "libxcb-keysyms.so.1", "libxcb-render-util.so.0", "libxcb-shape.so.0",
)  # fmt: skip
TEST_PROGRAMS = ("pdftotext", "pdftoppm", "soffice", "Xvfb", "calcurse", "s-nail")

INSTALL = {
    "apt-get": "apt-get install -qq --no-install-recommends -o Dpkg::Use-Pty=0",
    "dnf": "dnf install -q -y --setopt=install_weak_deps=False",
    "pacman": "pacman -S --noconfirm --needed",
    "zypper": "zypper -q -n install --no-recommends",
}
PACKAGES = {
    "venv": dict.fromkeys(INSTALL, "python3") | {"apt-get": "python3-venv"},
    "qt": {
        "apt-get": "libglib2.0-0 libgl1 libegl1 libfontconfig1 libdbus-1-3 libgssapi-krb5-2"
        " libwayland-cursor0 libwayland-egl1 libxkbcommon0 libxkbcommon-x11-0 libxcb-cursor0"
        " libxcb-icccm4 libxcb-image0 libxcb-keysyms1 libxcb-render-util0 libxcb-shape0",
        "dnf": "glib2 libglvnd-glx libglvnd-egl fontconfig dbus-libs krb5-libs"
        " libwayland-cursor libwayland-egl libxkbcommon libxkbcommon-x11 libxcb"
        " xcb-util-cursor xcb-util-wm xcb-util-image xcb-util-keysyms xcb-util-renderutil",
        "pacman": "glib2 libglvnd fontconfig dbus krb5 wayland libxkbcommon libxkbcommon-x11 libxcb"
        " xcb-util-cursor xcb-util-wm xcb-util-image xcb-util-keysyms xcb-util-renderutil",
        "zypper": "libglib-2_0-0 Mesa-libGL1 Mesa-libEGL1 fontconfig libdbus-1-3 krb5"
        " libwayland-cursor0 libwayland-egl1 libxkbcommon0 libxkbcommon-x11-0 libxcb-cursor0"
        " libxcb-icccm4 libxcb-image0 libxcb-keysyms1 libxcb-render-util0 libxcb-shape0",
    },
    "tests": {
        "apt-get": "poppler-utils libreoffice-calc-nogui xvfb calcurse s-nail",
        "dnf": "poppler-utils libreoffice-calc xorg-x11-server-Xvfb calcurse s-nail",
        "pacman": "poppler libreoffice-fresh xorg-server-xvfb calcurse s-nail",
        "zypper": "poppler-tools libreoffice-calc xorg-x11-server-Xvfb calcurse mailx",
    },
}


def is_loadable(library: str) -> bool:
    """Ask the loader itself: it knows paths that ldconfig does not."""
    try:
        ctypes.CDLL(library)
    except OSError:
        return False
    return True


def is_complete(need: str) -> bool:
    if need == "venv":
        return importlib.util.find_spec("ensurepip") is not None
    if need == "qt":
        return all(map(is_loadable, QT_LIBRARIES))
    return all(map(shutil.which, TEST_PROGRAMS))


def succeeds(*command: str) -> bool:
    quiet = {"stdin": subprocess.DEVNULL, "stdout": subprocess.DEVNULL}
    return subprocess.run(command, check=False, **quiet).returncode == 0


def install(manager: str, packages: str) -> bool:
    prefix = [] if os.geteuid() == 0 else ["sudo", "-n"]
    if prefix and not (shutil.which("sudo") and succeeds(*prefix, "true")):
        return False
    say(f"Installing {packages}")
    command = [*prefix, "env", "DEBIAN_FRONTEND=noninteractive"]
    if manager == "apt-get":
        # A source that is away must not stop the others
        succeeds(*command, "apt-get", "update", "-qq")
    return succeeds(*command, *INSTALL[manager].split(), *packages.split())


def say(line: str) -> None:
    sys.stderr.write(line + "\n")


def main(needs: list[str]) -> int:
    missing = [need for need in needs if not is_complete(need)]
    if not missing or not sys.platform.startswith("linux"):
        return 0
    manager = next(filter(shutil.which, INSTALL), None)
    packages = " ".join(PACKAGES[need][manager or "apt-get"] for need in missing)
    if manager and install(manager, packages):
        return 0
    how = f"{manager} install" if manager else "(these are Debian's names)"
    say(f"Please install what is missing on this system, then call make again: {how} {packages}")
    # Without the tests' programs the tests that need one skip and say so
    return 0 if missing == ["tests"] else 1


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
