#!/usr/bin/env bash
# The report, opened by another program than the one that wrote it: LibreOffice converts every sheet
# to PDF, and no cell may hold an error value. Of the report as it is, only what is handed in on paper is printed. Installs LibreOffice where it is missing.
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

pages() { # WORKBOOK
  soffice -env:UserInstallation="file://$work/profile" --headless --convert-to pdf --outdir "$work" "$1" >/dev/null 2>&1
  pdfinfo "${1%.xlsx}.pdf" | awk '/^Pages:/ {print $2}'
}
all=ringkasan,hasil,rincian,unit,distribusi,kuadran,kaskade,matriks,temuan,belum,masukan,aturan,jejak

passed=0
for aturan in permenpanrb-6-2022 permenpanrb-8-2021 pp-30-2019; do
  report="$work/$aturan.xlsx"
  nilai() { "$skp" nilai "$here/fixtures/dinas/dinas.xlsx" --tahun 2025 --aturan "$aturan" --diam "$@"; }
  nilai -o "$work/$aturan-cetak.xlsx"
  printed=$(pages "$work/$aturan-cetak.xlsx")
  [ "$printed" -ge 4 ] && [ "$printed" -le 12 ] || { echo "$aturan: $printed pages are printed" >&2; exit 1; }
  nilai --lembar "$all" -o "$work/$aturan.xlsx"
  pages=$(pages "$work/$aturan.xlsx")
  text=$(pdftotext -layout "$work/$aturan.pdf" -)
  if grep -nE '#(N/A|REF!|DIV/0!|VALUE!|NAME\?|NUM!)|Err:[0-9]+' <<<"$text"; then
    echo "$aturan: a cell of the report holds an error value" >&2
    exit 1
  fi
  [ "$pages" -ge 20 ] || { echo "$aturan: only $pages pages" >&2; exit 1; }
  echo "$aturan: $printed pages are printed, $pages with all sheets"
  if [ $# -gt 1 ]; then mkdir -p "$2"; pdftoppm -r 60 -png "$work/$aturan.pdf" "$2/$aturan"; fi
  passed=$((passed + 1))
done
echo "$passed passed, 0 failed"
