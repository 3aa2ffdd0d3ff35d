#!/usr/bin/env bash
# A full disk: every writer says so in one sentence, ends with 2 and leaves nothing. Needs the right to
# mount a small file system; without it nothing is tested, and that is said.
set -euo pipefail
skp=$(realpath "${1:-target/release/skp}")
folder=$(mktemp -d)
trap 'umount "$folder/kecil" 2>/dev/null || true; rm -rf "$folder"' EXIT
mkdir "$folder/kecil"
if ! mount -t tmpfs -o size=32k,nr_inodes=40 tmpfs "$folder/kecil" 2>/dev/null; then
  echo "dilewati: tidak dapat memasang sistem berkas kecil"
  exit 0
fi
"$skp" contoh --pegawai 300 -o "$folder/data.xlsx" 2>/dev/null
try() {
  local code=0
  "$skp" "$@" >"$folder/keluar" 2>&1 || code=$?
  [ "$code" = 2 ] || { echo "keluar $code: skp $*"; cat "$folder/keluar"; exit 1; }
  [ "$(wc -l <"$folder/keluar")" = 1 ] || { echo "bukan satu kalimat: skp $*"; cat "$folder/keluar"; exit 1; }
  grep -q "penuh" "$folder/keluar" || { echo "tidak menyebut penuh: skp $*"; cat "$folder/keluar"; exit 1; }
  [ -z "$(ls -A "$folder/kecil")" ] || { echo "tertinggal: skp $*"; ls -lA "$folder/kecil"; exit 1; }
}
try contoh --pegawai 6000 -o "$folder/kecil/contoh.xlsx"
try contoh --pegawai 6000 -o "$folder/kecil/csv"
try contoh --pegawai 6000 -o "$folder/kecil/dalam/lagi"
dd if=/dev/zero of="$folder/kecil/isi" bs=1k count=24 2>/dev/null
mkdir "$folder/kosong"
check_kept() { [ "$(ls -A "$folder/kecil")" = isi ] || { echo "tertinggal"; ls -lA "$folder/kecil"; exit 1; }; }
for args in "template -o $folder/kecil/template.xlsx" \
  "nilai $folder/data.xlsx --tahun 2025 --diam -o $folder/kecil/laporan.xlsx" \
  "nilai $folder/data.xlsx --tahun 2025 --diam -o $folder/kecil/laporan.json" \
  "nilai $folder/data.xlsx --tahun 2025 --diam -o $folder/kecil/hasil.csv" \
  "nilai $folder/data.xlsx --tahun 2025 --diam -o $folder/kosong/laporan.xlsx --json $folder/kecil/hasil.json" \
  "nilai $folder/data.xlsx --tahun 2025 --diam --anotasi $folder/kecil/salinan.xlsx"; do
  code=0
  # shellcheck disable=SC2086
  "$skp" $args >"$folder/keluar" 2>&1 || code=$?
  [ "$code" = 2 ] && [ "$(grep -c penuh "$folder/keluar")" = 1 ] && [ "$(wc -l <"$folder/keluar")" = 1 ] && grep -q penuh "$folder/keluar" || { echo "keluar $code: skp $args"; cat "$folder/keluar"; exit 1; }
  check_kept
done
[ -z "$(ls -A "$folder/kosong")" ] || { echo "laporan tanpa JSON-nya tertinggal"; exit 1; }
echo "cakram penuh: setiap penulis menyebutnya, tidak ada yang tertinggal"
