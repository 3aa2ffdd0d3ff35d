"""What an agency's rule file changes, as far as the reference knows it; and that file's text."""

from dataclasses import dataclass, field

import law as A

_ACUAN = 'mulai = 2020-01-01\nacuan = "Peraturan Kepala Instansi (contoh) Pasal 1"\nkeyakinan = "teks"\n'


@dataclass
class Agency:
    split_tambahan: tuple = None             # (utama, tambahan) in per cent
    ambang_capaian: tuple = None             # capaian from which a RHK is di atas, from which it is sesuai
    kata_umpan_balik: dict = field(default_factory=dict)
    terbesar_setengah: bool = False          # "largest group" means more than half
    ukuran_terkecil: int = A.UKURAN_TERKECIL

    def records(self):
        """(section.key, value) of everything that differs from the law's own rule set."""
        if self.split_tambahan:
            utama, tambahan = self.split_tambahan
            yield "tambahan.kinerja_tambahan", f'{{ cara = "bobot", utama = {utama}, tambahan = {tambahan} }}'
        if self.ambang_capaian:
            atas, sesuai = self.ambang_capaian
            yield "rating.ambang_capaian", f"{{ di_atas = {atas}, sesuai = {sesuai} }}"
        if self.kata_umpan_balik:
            yield "rating.kata_umpan_balik", "{ " + ", ".join(f'"{k}" = "{v}"' for k, v in self.kata_umpan_balik.items()) + " }"
        if self.terbesar_setengah:
            yield "distribusi_organisasi.arti_terbesar", '"lebih_dari_setengah"'
        if self.ukuran_terkecil != A.UKURAN_TERKECIL:
            yield "kelompok.ukuran_terkecil", str(self.ukuran_terkecil)

    def toml(self, aturan):
        """The rule file on top of `aturan`; None where nothing differs."""
        records = list(self.records())
        if not records:
            return None
        head = f'[aturan]\nid = "instansi"\njudul = "Aturan instansi"\nmemperluas = "{aturan}"\n{_ACUAN}'
        return head + "".join(f"\n[{name}]\nnilai = {value}\n{_ACUAN}" for name, value in records)
