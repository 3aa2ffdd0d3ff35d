#!/usr/bin/env bash
# Speed as ratios in one run, against what the two libraries alone cost for the same work (kecepatan.md).
# Never part of the tests: machines are noisy, ratios of CPU seconds less so. Needs /usr/bin/time (apt: time).
# Use: bash tests/bench/ukur.sh [PEGAWAI]
set -euo pipefail
cd "$(dirname "$0")/../.."
people=${1:-10000}
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cargo build --release --quiet
cargo bench --bench dasar --no-run --quiet
skp=target/release/skp
dasar=$(find target/release/deps -maxdepth 1 -name 'dasar-*' -type f -perm -u+x -printf '%T@ %p\n' | sort -n | tail -1 | cut -d' ' -f2)
"$skp" contoh --pegawai "$people" --aturan pp-30-2019 -o "$work/c.xlsx"
"$skp" contoh --pegawai "$people" --aturan pp-30-2019 -o "$work/csv"

# Median CPU seconds and peak memory of three runs.
measure() {
  local label=$1; shift
  for _ in 1 2 3; do rm -f "$work"/o*; /usr/bin/time -f '%U %S %e %M' -o "$work/t" "$@" >/dev/null 2>&1 || true; tail -1 "$work/t"; done |
    awk -v l="$label" '{ c[NR] = $1 + $2; w[NR] = $3; m[NR] = $4 } END { n = asort_(c); asort_(w); printf "%-28s CPU %6.2f s   wall %6.2f s   %5.0f MB\n", l, c[2], w[2], m[2] / 1024 }
      function asort_(a,   i, j, t) { for (i = 1; i <= 3; i++) for (j = i + 1; j <= 3; j++) if (a[j] < a[i]) { t = a[i]; a[i] = a[j]; a[j] = t } return 3 }'
}
run=("$skp" nilai "$work/c.xlsx" --tahun 2025 --aturan pp-30-2019 --diam)
measure "calamine, semua sel" "$dasar" baca "$work/c.xlsx"
measure "dasar: baca, hitung, tulis" "$dasar" kerja "$work/c.xlsx" "$work/o.xlsx"
measure "skp hasil,rincian" "${run[@]}" --lembar hasil,rincian -o "$work/o.xlsx"
measure "skp laporan penuh" "${run[@]}" -o "$work/o.xlsx"
measure "skp tanpa laporan" "${run[@]}"
measure "skp CSV ke CSV" "$skp" nilai "$work/csv" --tahun 2025 --aturan pp-30-2019 --diam --format csv
"${run[@]}" -o "$work/laporan.xlsx" || true
measure "baca laporan penuh" "$dasar" baca "$work/laporan.xlsx"
measure "dasar: salin sel laporan" "$dasar" salin "$work/c.xlsx" "$work/laporan.xlsx" "$work/o.xlsx"
echo "Lantai laporan penuh = salin − baca laporan (keduanya di atas)."
