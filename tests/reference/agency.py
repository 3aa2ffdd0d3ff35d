"""What an agency's rule file changes, as far as the reference knows it; and that file's text."""

from dataclasses import dataclass, field
from fractions import Fraction

import law as A

_ACUAN = 'mulai = 2020-01-01\nacuan = "Peraturan Kepala Instansi (contoh) Pasal 1"\nkeyakinan = "teks"\n'


@dataclass(frozen=True)
class Bound:
    """The lower edge of a class: from the figure on, or only above it (an exclusive bound)."""
    figure: str
    above: bool = False

    def reached(self, value):
        return value > Fraction(self.figure) if self.above else value >= Fraction(self.figure)

    def toml(self, name):
        return f"{name}{'_lebih_dari' if self.above else ''} = {self.figure}"


@dataclass
class Agency:
    # numeric sets
    split_tambahan: tuple = None             # (utama, tambahan) in per cent
    bobot_penilai: dict = None               # of atasan, rekan and bawahan, in per cent
    bobot_tanpa: dict = field(default_factory=dict)      # {"bawahan" or "rekan": weights where only that group is absent}
    batas_jabatan: dict = field(default_factory=dict)    # highest nilai SKP by jenis_jabatan
    satuan_hari: bool = False                # postings weigh by days
    batas_distribusi: dict = field(default_factory=dict)  # {"di_atas", "di_bawah": at most, in per cent}
    # 6/2022
    ambang_capaian: tuple = None             # (Bound of di atas, Bound of sesuai) of a mean capaian
    ambang_perilaku: tuple = None            # the same of a figure for one of the seven values
    ambang_organisasi: dict = field(default_factory=dict)  # {predikat organisasi: Bound}, best first
    kata_umpan_balik: dict = field(default_factory=dict)
    terbesar_setengah: bool = False          # "largest group" means more than half
    ukuran_terkecil: int = A.UKURAN_TERKECIL
    # all
    desimal_kredit: int = 2
    kredit_untuk: tuple = ("PNS",)
    tukin_persen: dict = field(default_factory=dict)     # by predikat, written as a key
    tukin_nilai: tuple = ()                  # (lower edge, per cent), lowest first

    def records(self):
        """(section.key, value) of everything that differs from the law's own rule set."""
        if self.split_tambahan:
            utama, tambahan = self.split_tambahan
            yield "tambahan.kinerja_tambahan", f'{{ cara = "bobot", utama = {utama}, tambahan = {tambahan} }}'
        if self.bobot_penilai:
            yield "perilaku_numerik.bobot_penilai", _inline(self.bobot_penilai)
        for absent, weights in self.bobot_tanpa.items():
            yield f"perilaku_numerik.bobot_tanpa_{absent}", _inline(weights)
        if self.batas_jabatan:
            yield "kinerja.batas_nilai_skp_jabatan", _inline(self.batas_jabatan)
        if self.satuan_hari:
            yield "khusus.satuan_proporsi", '"hari"'
        for name, most in self.batas_distribusi.items():
            yield f"distribusi.distribusi_{name}", f"{{ paling_banyak = {most} }}"
        for name in ("ambang_capaian", "ambang_perilaku"):
            if getattr(self, name):
                atas, sesuai = getattr(self, name)
                yield f"rating.{name}", f"{{ {atas.toml('di_atas')}, {sesuai.toml('sesuai')} }}"
        if self.ambang_organisasi:
            yield "rating.ambang_organisasi", "{ " + ", ".join(b.toml(name.replace(" ", "_")) for name, b in self.ambang_organisasi.items()) + " }"
        if self.kata_umpan_balik:
            yield "rating.kata_umpan_balik", "{ " + ", ".join(f'"{k}" = "{v}"' for k, v in self.kata_umpan_balik.items()) + " }"
        if self.terbesar_setengah:
            yield "distribusi_organisasi.arti_terbesar", '"lebih_dari_setengah"'
        if self.ukuran_terkecil != A.UKURAN_TERKECIL:
            yield "kelompok.ukuran_terkecil", str(self.ukuran_terkecil)
        if self.desimal_kredit != 2:
            yield "pembulatan.pembulatan_angka_kredit", str(self.desimal_kredit)
        if self.kredit_untuk != ("PNS",):
            yield "angka_kredit.angka_kredit_untuk", "[" + ", ".join(f'"{who}"' for who in self.kredit_untuk) + "]"
        if self.tukin_persen:
            yield "tindak_lanjut.tukin_persen", _inline(self.tukin_persen)
        if self.tukin_nilai:
            yield "tindak_lanjut.tukin_nilai", "[ " + ", ".join(_inline({"dari": edge, "persen": share}) for edge, share in self.tukin_nilai) + " ]"

    def toml(self, aturan):
        """The rule file on top of `aturan`; None where nothing differs."""
        records = list(self.records())
        if not records:
            return None
        head = f'[aturan]\nid = "instansi"\njudul = "Aturan instansi"\nmemperluas = "{aturan}"\n{_ACUAN}'
        return head + "".join(f"\n[{name}]\nnilai = {value}\n{_ACUAN}" for name, value in records)


def _inline(table):
    return "{ " + ", ".join(f"{k} = {v}" for k, v in table.items()) + " }"


def class_of(value, bounds, classes):
    """The first class whose lower edge the value reaches; the last class has none."""
    for bound, name in zip(bounds, classes):
        if bound.reached(value):
            return name
    return classes[-1]
