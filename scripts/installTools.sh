#!/usr/bin/env bash
# Makes sure that the programs which the tests call are there: installs Debian packages where that is possible,
# and otherwise says which command to run, and fails.
set -euo pipefail

# program and the Debian package that brings it
tools="soffice:libreoffice-calc ssconvert:gnumeric pdftoppm:poppler-utils xmllint:libxml2-utils chromium-headless-shell:chromium-headless-shell unzip:unzip"
# look of the pictures only: the free twin of the workbook's font
fonts="fonts-crosextra-carlito"

missing=""
for tool in $tools; do
  command -v "${tool%%:*}" >/dev/null 2>&1 || missing="$missing ${tool#*:}"
done
[ -n "$missing" ] || exit 0

by_hand="sudo apt-get update && sudo apt-get install -y --no-install-recommends$missing $fonts"
fail() {
  printf '\n%s\nMissing programs, Debian packages:%s\nRun: %s\n\n' "$1" "$missing" "$by_hand" >&2
  exit 1
}

command -v apt-get >/dev/null 2>&1 || fail "This system has no apt-get: install LibreOffice, poppler, libxml2 and Chromium (its headless shell) by its own means."
as_root=""
if [ "$(id -u)" -ne 0 ]; then
  sudo -n true 2>/dev/null || fail "Installing needs root."
  as_root="sudo -n"
fi

echo "Installing$missing $fonts"
$as_root apt-get update -qq || fail "apt-get update failed."
# shellcheck disable=SC2086
$as_root env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends $missing $fonts || fail "apt-get install failed."
for tool in $tools; do
  command -v "${tool%%:*}" >/dev/null 2>&1 || fail "${tool%%:*} is still missing after the installation."
done
