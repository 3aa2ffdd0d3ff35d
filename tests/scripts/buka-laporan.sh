#!/usr/bin/env bash
# The report, opened by another program than the one that wrote it: LibreOffice converts every sheet
# to PDF, and no cell may hold an error value. Installs LibreOffice where it is missing.
# Use: bash tests/scripts/buka-laporan.sh PATH_TO_SKP [FOLDER_FOR_PICTURES]
set -euo pipefail
skp=$(realpath "$1")
here=$(cd "$(dirname "$0")/../.." && pwd)
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

if ! command -v soffice >/dev/null || ! command -v pdftoppm >/dev/null; then
  apt-get update -qq
  DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends libreoffice-calc poppler-utils fonts-liberation >/dev/null
fi

passed=0
for aturan in permenpanrb-6-2022 permenpanrb-8-2021 pp-30-2019; do
  report="$work/$aturan.xlsx"
  "$skp" nilai "$here/fixtures/dinas/dinas.xlsx" --tahun 2025 --aturan "$aturan" -o "$report" --diam
  soffice -env:UserInstallation="file://$work/profile" --headless --convert-to pdf --outdir "$work" "$report" >/dev/null 2>&1
  pages=$(pdfinfo "$work/$aturan.pdf" | awk '/^Pages:/ {print $2}')
  text=$(pdftotext -layout "$work/$aturan.pdf" -)
  if grep -nE '#(N/A|REF!|DIV/0!|VALUE!|NAME\?|NUM!)|Err:[0-9]+' <<<"$text"; then
    echo "$aturan: a cell of the report holds an error value" >&2
    exit 1
  fi
  [ "$pages" -ge 8 ] || { echo "$aturan: only $pages pages" >&2; exit 1; }
  echo "$aturan: $pages pages"
  if [ $# -gt 1 ]; then mkdir -p "$2"; pdftoppm -r 60 -png "$work/$aturan.pdf" "$2/$aturan"; fi
  passed=$((passed + 1))
done
echo "$passed passed, 0 failed"
