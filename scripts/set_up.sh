#!/bin/sh
# Makes the project's environment: set_up.sh FOLDER PROGRAMS (such as .venv .venv/bin).
# With uv if it is there and does it, else with venv and pip of the newest Python from 3.11 on.
set -eu
venv=$1
bin=$2

fail() {
    echo "$1" >&2
    exit 1
}

find_python() {
    for name in python3 python3.14 python3.13 python3.12 python3.11 python; do
        if command -v "$name" >/dev/null 2>&1 &&
            "$name" -c 'import sys; sys.exit(sys.version_info < (3, 11))' >/dev/null 2>&1; then
            echo "$name"
            return
        fi
    done
}

set_up_with_uv() {
    rm -rf "$venv"
    # uv fetches a Python of its own where there is none new enough.
    uv venv --quiet ${python:+--python "$python"} "$venv" &&
        uv pip install --quiet --python "$bin/python" --editable . --group dev
}

set_up_with_pip() {
    rm -rf "$venv"
    "$python" -m venv "$venv" ||
        fail "Python could not make $venv; on Debian and Ubuntu install the package python3-venv, then run make again."
    # Groups of dependencies came with pip 25.1.
    "$bin/python" -m pip install --quiet --disable-pip-version-check --upgrade "pip>=25.1" &&
        "$bin/python" -m pip install --quiet --disable-pip-version-check --editable . --group dev ||
        fail "pip could not install what the app needs; check the network, then run make again."
}

python=$(find_python)
echo "Setting up $venv (once; again when pyproject.toml changes) ..."
if command -v uv >/dev/null 2>&1 && set_up_with_uv; then
    exit 0
fi
[ -n "$python" ] ||
    fail "Routine App needs Python 3.11 or newer; install it from python.org or your system's packages, then run make again."
set_up_with_pip
