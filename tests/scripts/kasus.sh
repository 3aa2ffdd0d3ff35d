#!/usr/bin/env bash
# The handed field cases. Every case must hold, except those named in kasus-terbuka.txt with the reason why; and a case
# named there must really fail, so that the list only ever gets shorter.
# Use: bash tests/scripts/kasus.sh PATH_TO_SKP FOLDER_OF_CASES
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd)
found=$(python3 -B "$2/periksa.py" --skp "$1" 2>&1 || true)
tail -n 1 <<<"$found"
grep -q 'of [0-9]* hold$' <<<"$found" || { echo "$found" >&2; exit 1; }
failing=$(sed -n 's/^\([0-9][0-9]-[a-z0-9-]*\): .*/\1/p' <<<"$found" | sort)
open=$(sed -n 's/^\([0-9][0-9]-[a-z0-9-]*\).*/\1/p' "$here/kasus-terbuka.txt" | sort)
wrong=0
for case in $(comm -23 <(echo "$failing") <(echo "$open")); do
  grep "^$case:" <<<"$found" >&2
  wrong=1
done
for case in $(comm -13 <(echo "$failing") <(echo "$open")); do
  echo "$case holds: take it out of kasus-terbuka.txt" >&2
  wrong=1
done
exit $wrong
