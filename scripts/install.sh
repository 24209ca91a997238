#!/bin/sh
# Install the packages of a lock file into a virtual environment, which is made first if there is none.
#
#   scripts/install.sh PYTHON FOLDER LOCK_FILE
#
# Debian and Ubuntu ship python3 without ensurepip, often without pip, and refuse to install anything
# outside an environment (PEP 668).  So the environment is made without pip, and filled by whichever
# pip there is: Python's own, else one inside the environment, for which Debian needs one more package.
set -eu
python=$1
folder=$2
lock_file=$3

fail() {
    echo "$1" >&2
    exit 1
}

require_python() {
    command -v "$python" >/dev/null || fail "Kernelwalk needs Python 3.11 or newer, and there is no '$python' on PATH."
    "$python" -c 'import sys; sys.exit(sys.version_info < (3, 11))' ||
        fail "Kernelwalk needs Python 3.11 or newer, and '$python' is $("$python" --version 2>&1). Name another one: make PYTHON=python3.12 ..."
}

# Needs pip 22.3, and none may be there at all.
outer_pip() { "$python" -m pip --python "$folder/bin/python" "$@"; }
inner_pip() { "$folder/bin/python" -m pip "$@"; }

add_inner_pip() { "$folder/bin/python" -m ensurepip --default-pip >/dev/null 2>&1; }

install_ensurepip() {
    [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null || return 1
    package="python$("$python" -c 'import sys; print("%d.%d" % sys.version_info[:2])')-venv"
    echo "Installing $package: this Python has no pip." >&2
    apt-get update -qq </dev/null &&
        DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends "$package" </dev/null >/dev/null
}

require_python
"$folder/bin/python" -c '' 2>/dev/null || {
    rm -rf "$folder"
    "$python" -m venv --without-pip "$folder"
}

if inner_pip --version >/dev/null 2>&1; then
    pip=inner_pip
elif outer_pip --version >/dev/null 2>&1; then
    pip=outer_pip
elif add_inner_pip || { install_ensurepip && add_inner_pip; }; then
    pip=inner_pip
else
    fail "'$python' has no pip. On Debian or Ubuntu: sudo apt install python3-venv"
fi

echo "Installing $lock_file into $folder ..."
"$pip" install --quiet --disable-pip-version-check --require-hashes --requirement "$lock_file"
