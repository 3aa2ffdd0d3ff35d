#!/usr/bin/env bash
# Speed as ratios in one run, against what the libraries alone cost for the same work and against peers (docs/kecepatan.md).
# Never part of the tests: machines are noisy, ratios of CPU seconds (user + sys) less so; all commands of a comparison take turns.
# Needs /usr/bin/time (apt: time); a heap profile is made where heaptrack is. Peers are run where python3 has them:
# pip install duckdb==1.4.4 duckdb-ext-excel polars pandas python-calamine xlsxwriter.
# Use: bash tests/bench/ukur.sh [PEGAWAI[,PEGAWAI…]] [SKP …]     further programs (an older build, say) are measured beside this one
#   UKUR_SEJUTA=1         also 1,000,000 pegawai as CSV, once (2.4 GB of input, minutes)
#   UKUR_TANPA_BANGUN=1   measure what is built already
set -euo pipefail
cd "$(dirname "$0")/../.."
sizes=${1:-10000,40000}
shift || true
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
if [ -z "${UKUR_TANPA_BANGUN-}" ]; then
  cargo build --release --quiet
  cargo bench --bench dasar --bench score --no-run --quiet
fi
bench() { # the newest program of a bench
  find target/release/deps -maxdepth 1 -name "$1-*" -type f -perm -u+x -printf '%T@ %p\n' | sort -n | tail -1 | cut -d' ' -f2
}
dasar=$(bench dasar)
programs=(target/release/skp "$@")
rules=(--tahun 2025 --aturan pp-30-2019 --diam)

job() { # NAME, then the command
  names+=("$1")
  call[$1]=$(printf '%q ' "${@:2}")
}

timed() { # runs a command of a job; what it took stands in $work/t
  eval "/usr/bin/time -f '%U %S %e %M' -o $work/t ${call[$1]}" >/dev/null 2>&1 || true
  out[$1]+="$(tail -1 "$work/t")"$'\n'
}

middle() { # NAME → CPU s, wall s, MB of the run in the middle by CPU
  printf '%s' "${out[$1]}" | awk '{ print $1 + $2, $3, $4 / 1024 }' | sort -n | awk '{ all[NR] = $0 } END { print all[int((NR + 1) / 2)] }'
}

measure() { # PEGAWAI
  local people=$1 p of rows name peer nip
  rm -rf "$work"/c.xlsx "$work"/csv "$work"/60.xlsx
  "${programs[0]}" contoh --pegawai "$people" --aturan pp-30-2019 -o "$work/c.xlsx" >/dev/null
  "${programs[0]}" contoh --pegawai "$people" --aturan pp-30-2019 -o "$work/csv" >/dev/null
  "${programs[0]}" contoh --pegawai 60 --aturan pp-30-2019 -o "$work/60.xlsx" >/dev/null
  nip=$(sed -n 2p "$work/csv/pegawai.csv" | grep -o '[0-9]\{18\}' | head -1)
  rows=$(cat "$work"/csv/*.csv | wc -l)
  names=()
  declare -gA call=() out=()
  job "calamine: semua sel" "$dasar" baca "$work/c.xlsx"
  job "csv: semua isian" "$dasar" isian "$work/csv"
  job "dasar: baca, hitung, tulis dua lembar" "$dasar" kerja "$work/c.xlsx" "$work/o.xlsx"
  for p in "${programs[@]}"; do
    of=$([ "$p" = "${programs[0]}" ] && echo skp || echo "$p")
    if [ "$of" = skp ]; then
      "$p" nilai "$work/c.xlsx" "${rules[@]}" --lembar hasil,rincian --paksa -o "$work/dua.xlsx" >/dev/null || true
      "$p" nilai "$work/c.xlsx" "${rules[@]}" --paksa -o "$work/penuh.xlsx" >/dev/null || true
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
      timed "$name"
    done
  done
  printf '\n## %s pegawai, %s baris\n\n| apa | CPU s | wall s | MB | byte sebaris di atas lantai |\n|---|---|---|---|---|\n' "$people" "$rows"
  local floor_csv floor_xlsx
  floor_csv=$(middle "csv: semua isian" | cut -d' ' -f3)
  floor_xlsx=$(middle "calamine: semua sel" | cut -d' ' -f3)
  for name in "${names[@]}"; do
    local floor=-1
    case $name in *"CSV ke"*) floor=$floor_csv ;; *"laporan penuh" | *"hasil,rincian") floor=$floor_xlsx ;; esac
    middle "$name" | awk -v n="$name" -v floor="$floor" -v rows="$rows" \
      '{ above = floor < 0 ? "" : sprintf("%.0f", ($3 - floor) * 1048576 / rows)
         printf "| %s | %.2f | %.2f | %.0f | %s |\n", n, $1, $2, $3, above }'
  done
  for p in "${programs[@]}"; do
    of=$([ "$p" = "${programs[0]}" ] && echo skp || echo "$p")
    ratios "$of"
  done
  if command -v heaptrack >/dev/null; then
    for p in "${programs[@]}"; do
      heaptrack -o "$work/heap" "$p" nilai "$work/csv" "${rules[@]}" --format csv >/dev/null 2>&1 || true
      heaptrack_print "$work"/heap.* 2>/dev/null | grep -E '^(peak heap memory|calls to allocation)' | sed "s|^|heap $p, CSV ke CSV: |"
      rm -f "$work"/heap.*
    done
  fi
}

ratios() { # SKP → how it stands against the goals, by CPU; those that name wall by wall
  local of=$1 line what against goal
  printf '\n%s terhadap:\n' "$of"
  while IFS='|' read -r what against goal; do
    [ -n "${out[$against]-}" ] || continue
    line="$(middle "$of: $what") $(middle "$against")"
    case $goal in
      wall*) awk -v w="$what" -v a="$against" -v g="${goal#wall }" '{ printf "  %s, wall: %.1f × lebih cepat daripada %s (tujuan %s)\n", w, $5 / $2, a, g }' <<<"$line" ;;
      *) awk -v w="$what" -v a="$against" -v g="$goal" '{ printf "  %s: %.2f × %s (tujuan %s)\n", w, $1 / $4, a, g }' <<<"$line" ;;
    esac
  done <<TABLE
hasil,rincian|dasar: baca, hitung, tulis dua lembar|1.25
laporan penuh|lantai laporan penuh: baca, tulis|1.25
CSV ke CSV|polars-csv|1
CSV ke JSON|polars-csv|1
baca|calamine: semua sel|1.3
periksa|calamine: semua sel|1.3
kaskade|calamine: semua sel|1.3
jelaskan NIP|$of: periksa|1
hasil,rincian|duckdb-xlsx|wall 2
hasil,rincian|pandas-calamine|wall 8
TABLE
}

for people in ${sizes//,/ }; do
  measure "$people"
done

if [ -n "${UKUR_SEJUTA-}" ]; then
  rm -rf "$work"/c.xlsx "$work"/csv
  "${programs[0]}" contoh --pegawai 1000000 --aturan pp-30-2019 -o "$work/csv" >/dev/null
  printf '\n## 1.000.000 pegawai, %s baris, CSV ke CSV, sekali\n\n' "$(cat "$work"/csv/*.csv | wc -l)"
  declare -A call=() out=()
  for p in "${programs[@]}"; do
    call[$p]=$(printf '%q ' "$p" nilai "$work/csv" "${rules[@]}" --format csv)
    timed "$p"
    middle "$p" | awk -v n="$p" '{ printf "%s: CPU %.1f s, wall %.1f s, %.2f GB\n", n, $1, $2, $3 / 1024 }'
  done
fi

printf '\n## Menghitung saja, indikator sedetik pada satu inti\n\n'
"$(bench score)" --bench 2>/dev/null
