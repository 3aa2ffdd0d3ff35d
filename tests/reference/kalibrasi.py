"""The sheet Kalibrasi taken back (keluaran.md, `--kalibrasi`): ratings that stand above the typed ones.

A row holds both ratings of a person, filled with today's; the pimpinan changes some. A blank cell changes nothing. A row that names
nobody of the run, or holds a word that is no rating, is not used.
"""

import csv
import random
from dataclasses import dataclass, field

import law as A
from qualitative import BELUM_DINILAI, PERLU_KEPUTUSAN, RATINGS, UMPAN_BALIK_KOSONG
from perilaku import TIDAK_LENGKAP

KOLOM = ["NIP", "Nama", "Rating hasil kerja", "Rating perilaku kerja", "Alasan"]
# What a rating set by the pimpinan can do away with; any other reason stays.
MENDED = {UMPAN_BALIK_KOSONG, TIDAK_LENGKAP, PERLU_KEPUTUSAN, BELUM_DINILAI}
UNKNOWN = "199912312024121999"


@dataclass
class Calibration:
    """What the sheet sets, and what must be said of whom."""
    rows: list = field(default_factory=list)         # as they are written
    ratings: dict = field(default_factory=dict)      # {nip: (hasil, perilaku)}, None where the cell is blank
    told: dict = field(default_factory=dict)         # {nip: code due}
    unsure: set = field(default_factory=set)         # set where today's ratings are left open: whether that changes anything is, too

    def over(self, nip, typed):
        """The typed (hasil, perilaku, predikat) with what the pimpinan set above them; both ratings set, the quadrant speaks."""
        if nip not in self.ratings:
            return typed
        hasil, perilaku = self.ratings[nip]
        predikat = None if hasil and perilaku else typed[2]
        return hasil or typed[0], perilaku or typed[1], predikat

    def write(self, path):
        with open(path, "w", encoding="utf-8", newline="") as file:
            writer = csv.writer(file)
            writer.writerow(["Kalibrasi predikat"])
            writer.writerow(KOLOM)
            writer.writerows(self.rows)


def draw(benih, run):
    """A Calibration of a run of 6/2022: about a third of the people changed, the others as they stand today."""
    rng, found = random.Random(f"{benih}/kalibrasi"), Calibration()
    for entry in run.entries:
        if entry["status"] == "dikecualikan":
            continue
        verdict, nip = run.verdicts[entry["nip"]], entry["nip"]
        today = tuple(verdict.final[:2])
        hasil, perilaku = today
        may_change = not verdict.doubled and not verdict.tidak_lulus and set(entry["sebab"]) <= MENDED
        if may_change and rng.random() < 0.35:
            hasil, perilaku = rng.choice(RATINGS), rng.choice(RATINGS)
            if verdict.typed[2] is None and rng.random() < 0.3:     # beside a typed predikat one rating alone is left out
                hasil, perilaku = rng.choice([(hasil, None), (None, perilaku)])
            if verdict.terbuka and (hasil, perilaku) == _shown(verdict):
                continue                                            # whether what is proposed today is set by being left there: left open
            changed = (hasil or today[0], perilaku or today[1]) != today
            alasan = rng.choice(["", "ditinjau bersama", "kontribusi pada sasaran unit"])
            found.ratings[nip] = (hasil, perilaku)
            if changed and verdict.terbuka:
                found.unsure.add(nip)
            elif changed:
                found.told[nip] = "HSL030" if alasan else "HSL031"
            else:
                del found.ratings[nip]                              # what stands today is not set anew
            found.rows.append([nip, entry["nama"], _word(rng, hasil), _word(rng, perilaku), alasan])
        elif may_change and rng.random() < 0.05:
            found.rows.append([nip, entry["nama"], "bagus sekali", "", "salah isi"])
            found.told[nip] = "HSL032"
        elif rng.random() < 0.7:                                    # rows may be deleted: who is not listed does not change
            found.rows.append([nip, entry["nama"], hasil or "", perilaku or "", ""])
    if rng.random() < 0.3:
        found.rows.append([UNKNOWN, "Bukan pegawai", A.ATAS, A.ATAS, "salah ketik"])
    rng.shuffle(found.rows)
    return found


def _shown(verdict):
    """Both ratings as a sheet may show them today, where nobody typed one."""
    return verdict.typed[0] or verdict.pimpinan or verdict.hasil.rating, verdict.typed[1] or verdict.perilaku.rating


def _word(rng, rating):
    """A rating as people write it."""
    if rating is None:
        return ""
    return rng.choice([rating, rating.upper(), rating.replace("di atas", "DIATAS").replace("di bawah", "DIBAWAH")])
