#!/usr/bin/env bash
# Speed as ratios in one run, against what the libraries alone cost for the same work and against peers (docs/kecepatan.md).
# Never part of the tests: machines are noisy, ratios of CPU seconds (user + sys) less so; all commands of a comparison take turns.
# Needs /usr/bin/time (apt: time). Peers are run where python3 has them: pip install duckdb polars pandas python-calamine xlsxwriter.
# Use: bash tests/bench/ukur.sh [PEGAWAI] [SKP …]     further programs (an older build, say) are measured beside this one
set -euo pipefail
cd "$(dirname "$0")/../.."
people=${1:-10000}
shift || true
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
if [ -z "${UKUR_TANPA_BANGUN-}" ]; then # set: measure what is built already
  cargo build --release --quiet
  cargo bench --bench dasar --no-run --quiet
fi
dasar=$(find target/release/deps -maxdepth 1 -name 'dasar-*' -type f -perm -u+x -printf '%T@ %p\n' | sort -n | tail -1 | cut -d' ' -f2)
programs=(target/release/skp "$@")
rules=(--tahun 2025 --aturan pp-30-2019 --diam)
"${programs[0]}" contoh --pegawai "$people" --aturan pp-30-2019 -o "$work/c.xlsx" >/dev/null
"${programs[0]}" contoh --pegawai "$people" --aturan pp-30-2019 -o "$work/csv" >/dev/null
"${programs[0]}" contoh --pegawai 60 --aturan pp-30-2019 -o "$work/60.xlsx" >/dev/null
nip=$(sed -n 2p "$work/csv/pegawai.csv" | grep -o '[0-9]\{18\}' | head -1)

names=()
declare -A call out
job() { # NAME, then the command
  names+=("$1")
  call[$1]=$(printf '%q ' "${@:2}")
}
job "calamine: semua sel" "$dasar" baca "$work/c.xlsx"
job "csv: semua isian" "$dasar" isian "$work/csv"
job "dasar: baca, hitung, tulis dua lembar" "$dasar" kerja "$work/c.xlsx" "$work/o.xlsx"
for p in "${programs[@]}"; do
  of=$([ "$p" = "${programs[0]}" ] && echo skp || echo "$p")
  "$p" nilai "$work/c.xlsx" "${rules[@]}" --lembar hasil,rincian --paksa -o "$work/dua.xlsx" >/dev/null || true
  "$p" nilai "$work/c.xlsx" "${rules[@]}" --paksa -o "$work/penuh.xlsx" >/dev/null || true
  if [ "$of" = skp ]; then
    "$dasar" tuang "$work/dua.xlsx" "$work/dua.sel"
    "$dasar" tuang "$work/penuh.xlsx" "$work/penuh.sel"
    job "lantai hasil,rincian: baca, tulis" "$dasar" salin "$work/c.xlsx" "$work/dua.sel" "$work/o.xlsx"
    job "lantai laporan penuh: baca, tulis" "$dasar" salin "$work/c.xlsx" "$work/penuh.sel" "$work/o.xlsx"
  fi
  job "$of: hasil,rincian" "$p" nilai "$work/c.xlsx" "${rules[@]}" --lembar hasil,rincian -o "$work/o.xlsx"
  job "$of: laporan penuh" "$p" nilai "$work/c.xlsx" "${rules[@]}" -o "$work/o.xlsx"
  job "$of: CSV ke CSV" "$p" nilai "$work/csv" "${rules[@]}" --format csv
  job "$of: CSV ke JSON" "$p" nilai "$work/csv" "${rules[@]}" --format json
  job "$of: baca" "$p" baca "$work/c.xlsx"
  job "$of: periksa" "$p" periksa "$work/c.xlsx" "${rules[@]}"
  job "$of: kaskade" "$p" kaskade "$work/c.xlsx" "${rules[@]}"
  job "$of: jelaskan NIP" "$p" jelaskan "$nip" "$work/c.xlsx" --tahun 2025 --aturan pp-30-2019
  job "$of: 60 orang" "$p" nilai "$work/60.xlsx" "${rules[@]}"
done
for peer in duckdb-xlsx duckdb-csv polars-csv pandas-calamine; do
  if python3 tests/bench/tetangga.py "$peer" --ada 2>/dev/null; then
    job "$peer" python3 tests/bench/tetangga.py "$peer" "$work"
  else
    echo "($peer: tidak ada di python3 ini)"
  fi
done

for _ in 1 2 3; do
  for name in "${names[@]}"; do
    rm -f "$work"/o*
    eval "/usr/bin/time -f '%U %S %e %M' -o $work/t ${call[$name]}" >/dev/null 2>&1 || true
    out[$name]+="$(tail -1 "$work/t")"$'\n'
  done
done
printf '%s pegawai, %s baris\n\n| apa | CPU s | wall s | MB |\n|---|---|---|---|\n' "$people" "$(cat "$work"/csv/*.csv | wc -l)"
for name in "${names[@]}"; do
  # The middle of three by CPU.
  printf '%s' "${out[$name]}" | awk '{ print $1 + $2, $3, $4 }' | sort -n | sed -n 2p |
    awk -v n="$name" '{ printf "| %s | %.2f | %.2f | %.0f |\n", n, $1, $2, $3 / 1024 }'
done
