"""Random people: units, heads, staff, and the postings of their year."""

from dataclasses import dataclass, field

import law as A

LAST_DAY = "2025-12-31"
# (end of the first posting, start of the second): month ties, 16 against 15 days, gaps.
TRANSFERS = [("2025-03-31", "2025-04-01"), ("2025-06-15", "2025-06-16"), ("2025-02-14", "2025-02-15"), ("2025-07-16", "2025-07-17"),
               ("2025-04-14", "2025-04-15"), ("2025-01-31", "2025-02-01"), ("2025-11-30", "2025-12-01"), ("2025-04-30", "2025-07-10"), ("2025-05-20", "2025-05-26")]
NO_MONTH_FIRST = ("2025-01-10", "2025-01-11")
NO_MONTH_LAST = ("2025-12-20", "2025-12-21")
# The same for a shorter period: before it, inside it, at its edge, without a month in it.
SHORT_TRANSFERS = {
    "2025-TW3": [("2025-03-31", "2025-04-01"), ("2025-06-30", "2025-07-01"), ("2025-08-15", "2025-08-16"), ("2025-08-16", "2025-08-17"), ("2025-07-10", "2025-07-11"), ("2025-09-25", "2025-09-26")],
    "2025-S2": [("2025-03-31", "2025-04-01"), ("2025-06-30", "2025-07-01"), ("2025-09-15", "2025-09-16"), ("2025-10-16", "2025-10-17"), ("2025-12-20", "2025-12-21")],
    "2025-08": [("2025-03-31", "2025-04-01"), ("2025-07-31", "2025-08-01"), ("2025-08-15", "2025-08-16"), ("2025-08-16", "2025-08-17"), ("2025-08-25", "2025-08-26")],
}
JENJANG = ["pemula", "terampil", "mahir", "penyelia", "ahli pertama", "ahli muda", "ahli madya", "ahli utama"]
# IPK on both sides of every edge of p. 63-64, and what is not enough to look it up.
IPK = [(ipk, akreditasi, jenjang) for akreditasi, jenjang, edges in
       [("A", "S1", ("3.51", "3.50", "3.01", "3.00", "2.76", "2.75")), ("B", "S1", ("3.61", "3.60", "3.10", "3.09", "2.76")), ("C", "S1", ("3.71", "3.70", "3.20", "3.19", "2.75")),
        ("luar_negeri", "S1", ("3.51", "3.01", "2.75")), ("A", "S2", ("3.51", "3.50", "3.20", "3.19", "3.00", "2.99")), ("B", "profesi", ("3.61", "3.60", "3.25", "3.24", "2.99")),
        ("C", "S3", ("3.71", "3.70", "3.30", "3.29", "3.00")), ("luar_negeri", "S2", ("3.51", "3.20", "2.99"))] for ipk in edges] + [("", "A", "S1"), ("", "", "")]
DIKECUALIKAN = ["cltn", "mpp", "diberhentikan_sementara", "pejabat_negara"]


@dataclass
class Posting:
    """A posting to be written: `skp` says whether it gets one, `explicit` whether skp.mulai is written."""
    jenis: str
    unit: str
    atasan: str = ""
    jenjang: str = ""
    jabatan: str = ""
    mulai: str = ""
    selesai: str = ""
    skp: bool = True
    explicit: bool = False
    early_day: str = ""            # an skp.mulai before the posting, for a period after both
    twin: bool = False           # its codes stand in another posting of the person too
    rhk: list = field(default_factory=list)

    def day(self):
        """A day inside the posting, for skp.mulai."""
        return self.early_day or max(self.mulai or "2025-01-01", "2025-01-01")


@dataclass
class Person:
    nip: str
    nama: str
    postings: list
    plt: list = field(default_factory=list)
    only_plt: bool = False
    jenis_pegawai: str = "PNS"
    status: str = ""
    earlier_status: str = ""          # of the postings before the last
    studi: str = ""
    ipk: tuple = ("", "", "")        # ipk, akreditasi, jenjang_studi
    ditetapkan: str = ""
    kepemimpinan: str = ""
    ide_baru: str = ""
    rekomendasi: str = ""
    edge: object = None            # an edge case of random_plans.edge
    quality: str = "good"
    no_realisasi: bool = False
    no_utama: bool = False
    utama: list = field(default_factory=list)
    tambahan: list = field(default_factory=list)

    @property
    def last(self):
        return self.postings[-1]


class Staff:
    """Builds units and people; `dirt` is the chance of each kind of fault."""

    def __init__(self, rng, count, scenario, dirt):
        self.rng, self.scenario, self.aturan, self.dirt = rng, scenario, scenario.aturan, dirt
        self.unit, self.people, self._serial = [], [], 0
        self.heads = {}
        self._units(count)
        self._two_units()
        # One unit draws most of the staff in half the runs, so that a distribution can be met at all.
        self.centre = rng.choice(self.unit)["unit_kerja"] if self.chance(0.5) else None
        # In some of those its people have a set nilai: only so do a unit's predikat ever satisfy every bound.
        self.ditetapkan = self.centre is not None and self.aturan != A.P6 and self.chance(0.3)
        while len(self.people) < count:
            self._staff()
        self._cycles()

    def chance(self, p):
        return self.rng.random() < p

    def fault(self, times=1):
        return self.rng.random() < self.dirt * times

    def new_nip(self):
        r = self.rng
        self._serial += 1
        lahir = r.randint(1970, 1992)
        return f"{lahir}{r.randint(1, 12):02}{r.randint(1, 28):02}{lahir + r.randint(24, 28)}{r.randint(1, 12):02}{r.choice('12')}{self._serial:03}"

    def _person(self, postings, **more):
        nip = self.new_nip()
        person = Person(nip, f"Pegawai {self._serial:03}", postings, jenis_pegawai=self.rng.choice(["PNS"] * 6 + ["", "PPPK"]), **more)
        self.people.append(person)
        return person

    # --- units and their heads ---------------------------------------------------------

    def _add_unit(self, nama, induk, jenis, atasan):
        head = self._person([Posting(jenis, nama, atasan)])
        head.no_realisasi = self.aturan == A.P6 and self.chance(0.2)
        if jenis == "fungsional":
            self._with_jenjang(head.last)
        organisasi = self.rng.choice(["Istimewa", "Baik", "Baik", "Butuh Perbaikan", "Kurang", "Sangat Kurang", "", ""])
        self.unit.append({"unit_kerja": nama, "unit_induk": induk, "nip_pimpinan": "" if self.chance(0.2) else head.nip, "predikat_organisasi": organisasi,
                          "tahun_predikat": self.rng.choice(["", "", "2025", "2024"]) if organisasi else "",
                          "capaian_organisasi": self.rng.choice(["", "110", "110.01", "90", "89.99", "70", "50.25", "50.26", "12"]) if self.scenario.agency.ambang_organisasi else ""})
        self.heads[nama] = head
        return head

    def _units(self, count):
        r = self.rng
        root = self._add_unit("Dinas Contoh", "", r.choice(["jpt_pratama", "jpt_pratama", "jpt_madya", "jpt_utama"]), "")
        for b in range(1, 2 + count // 14):
            jenis = r.choice(["administrator", "administrator", "unit_mandiri", "jpt_pratama", "fungsional"])
            name = f"UPT {b}" if jenis == "unit_mandiri" else f"Bidang {b}"
            head = self._add_unit(name, "Dinas Contoh", jenis, root.nip)
            if self.chance(0.08):                          # whose atasan is not to be found: the unit induk says whose group he is in
                head.last.atasan = r.choice(["", "199001012015011999"])
            if self.chance(0.4) and len(self.people) < count - 3:
                self._add_unit(f"Seksi {b}", name, r.choice(["pengawas", "pengawas", "fungsional"]), head.nip)

    def _two_units(self):
        """Somebody leads a second unit in some runs; who stood for it leads none."""
        if len(self.unit) > 2 and self.chance(0.25):
            own, second = self.rng.sample(self.unit[1:], 2)
            if own["nip_pimpinan"]:
                second["nip_pimpinan"] = own["nip_pimpinan"]
                if self.chance(0.6):
                    self.heads[second["unit_kerja"]] = self.heads[own["unit_kerja"]]

    # --- staff --------------------------------------------------------------------------

    def _with_jenjang(self, posting):
        """In the column, in the jabatan, or in both."""
        jenjang = self.rng.choice(JENJANG)
        posting.jabatan = f"{self.rng.choice(['Statistisi', 'Guru', 'Analis'])} {jenjang.title()}" if self.chance(0.5) else "Jabatan fungsional"
        posting.jenjang = "" if posting.jabatan != "Jabatan fungsional" and self.chance(0.6) else jenjang

    def _posting(self):
        r = self.rng
        if self.centre and self.chance(0.7):
            unit = self.centre
        else:
            unit = r.choice(self.unit)["unit_kerja"]
        jenis = r.choice(["pelaksana"] * 5 + ["fungsional"] * 8 + ["pengawas", "administrator", "jpt_pratama", "unit_mandiri", "jpt_madya"])
        posting = Posting(jenis, unit, self._atasan(unit))
        if jenis == "fungsional":
            self._with_jenjang(posting)
        elif self.chance(0.1):                             # a jenjang left standing at another jabatan earns nothing
            posting.jenjang = r.choice(JENJANG)
        return posting

    def _atasan(self, unit):
        """Mostly the head of the unit; now and then of another one, or somebody who leads none."""
        pick = self.rng.random()
        if pick < 0.06:
            return self.rng.choice(list(self.heads.values())).nip
        if pick < 0.1:
            return self.rng.choice(self.people).nip
        return self.heads[unit].nip

    def _staff(self):
        r = self.rng
        person = self._person([self._posting()])
        person.quality = r.choice(["good", "good", "good", "high", "high", "mixed", "mixed", "low", "lopsided"])
        kind = r.random()
        if kind < 0.24:
            self._transfer(person)
        elif kind < 0.28:
            person.last.mulai = r.choice(["2025-05-20", "2025-10-01", "2019-03-01"] if not self.scenario.periode else ["2025-05-20", "2019-03-01"])
            if self.scenario.periode and person.last.mulai > "2025" and self.chance(0.5):
                person.last.early_day, person.last.explicit = "2025-01-02", True
        elif kind < 0.33:
            person.status = "tugas_belajar" if self.chance(0.7) else "penugasan_khusus"
            person.studi = r.choice(["", "berjalan", "lulus", "tidak_lulus", "tidak_lulus", "tidak_lulus"])
            person.ipk = r.choice(IPK)
            person.ditetapkan = r.choice(["", "110", "109.99", "90", "89.99", "70", "69.99", "50", "49.99", "120", "0"])
            person.last.skp = self.aturan == A.P6 or self.chance(0.3)
        elif kind < 0.36:
            person.status = r.choice(DIKECUALIKAN + ["pensiun", "meninggal"]) if self.chance(0.5) else ""
        elif kind < 0.39:
            person.only_plt = True
        elif kind < 0.50:
            person.edge = r.random()
        person.no_utama = self.chance(0.03)
        if self.chance(0.12):
            person.plt.append(Posting(r.choice(["pengawas", "administrator", "jpt_pratama"]), r.choice(self.unit)["unit_kerja"], mulai=r.choice(["", "2025-03-01"]), selesai=r.choice(["", "2025-09-30"])))
        if person.only_plt:
            person.plt = []
        if person.last.jenis == "fungsional":
            person.kepemimpinan = r.choice(["", "", "", "ya", "tidak"])
            if self.chance(0.05):
                person.last.jenjang, person.last.jabatan = "", "Jabatan fungsional"
        person.ide_baru = r.choice(["", "", "ya", "ya", "tidak"])
        if self.ditetapkan and person.last.unit == self.centre and len(person.postings) == 1:
            self._with_set_nilai(person)
        person.rekomendasi = "ya" if person.ide_baru == "ya" and self.chance(0.7) else ""
        self._faults(person)

    def _with_set_nilai(self, person):
        person.status, person.studi, person.last.skp, person.edge = "penugasan_khusus", "", False, None
        person.ditetapkan = self.rng.choice(["115"] * 3 + ["95"] * 13 + ["80", "80", "60"])
        person.ide_baru = "ya"

    def _faults(self, person):
        last = person.last
        if self.chance(0.03):
            last.unit = self.rng.choice(["Unit Lain", last.unit.upper(), last.unit + " "])
        if self.fault():
            last.skp = False
        if self.fault():
            last.atasan = self.rng.choice(["", "199001012015011999", person.nip])
        if self.fault(0.5) and len(person.postings) == 1 and not person.only_plt and not last.mulai and self.scenario.periode != "2025-08":
            other = self._posting()
            last.selesai, other.mulai, other.explicit = "2025-08-31", "2025-08-01", True
            last.explicit = True
            person.postings.append(other)

    # --- transfers -----------------------------------------------------------------------

    def _transfer(self, person):
        r, first = self.rng, person.last
        second = self._posting()
        first.explicit = True
        pair = r.random()
        if self.scenario.periode:
            first.selesai, second.mulai = r.choice(SHORT_TRANSFERS[self.scenario.periode])
        elif pair < 0.1:
            first.selesai, second.mulai = NO_MONTH_FIRST
            first.skp = False
        elif pair < 0.3 and "desember" not in self.scenario.left_out:
            first.selesai, second.mulai = NO_MONTH_LAST
            second.skp = self.chance(0.8 if self.aturan == A.P6 else 0.5)
        elif pair < 0.42:
            third = self._posting()
            first.selesai, second.mulai = "2025-03-15", "2025-03-16"
            second.selesai, third.mulai = "2025-08-31", "2025-09-01"
            second.explicit = True
            person.postings.append(second)
            second = third
        else:
            first.selesai, second.mulai = r.choice(TRANSFERS)
            if self.fault():
                first.skp = False
        first.mulai = r.choice(["", "2025-01-01", "2021-02-01"])
        second.selesai = r.choice(["", LAST_DAY, "2026-06-30"])
        second.explicit = self.chance(0.3)
        person.postings.append(second)
        twin = not self.scenario.periode and len(person.postings) == 2 and first.skp and second.skp and self.chance(0.25)
        if twin and "kembar" not in self.scenario.left_out:
            first.twin = second.twin = first.explicit = second.explicit = True
        if self.chance(0.1):
            person.earlier_status = r.choice(DIKECUALIKAN + ["pensiun", "tugas_belajar"])

    def _cycles(self):
        if self.chance(0.15):
            for head in self.heads.values():
                below = [p for p in self.people if p.last.atasan == head.nip and len(p.postings) == 1]
                if head.last.jenis not in A.KELOMPOK_JPT and below:
                    head.last.atasan = self.rng.choice(below).nip
                    return

    # --- the table -----------------------------------------------------------------------

    def rows(self):
        found = []
        for p in self.people:
            for posting, plt in [(k, p.only_plt) for k in p.postings] + [(k, True) for k in p.plt]:
                status = p.earlier_status if p.earlier_status and posting is not p.last else p.status or self.rng.choice(["", "aktif"])
                found.append({
                    "nip": p.nip, "nama": p.nama, "jabatan": posting.jabatan or f"Jabatan {posting.jenis}", "jenis_jabatan": posting.jenis, "unit_kerja": posting.unit, "nip_atasan": posting.atasan,
                    "jenis_pegawai": p.jenis_pegawai, "golongan": "III/c", "jenjang": posting.jenjang, "mulai": posting.mulai, "selesai": posting.selesai, "plt": "ya" if plt else self.rng.choice(["", "tidak"]),
                    "kepemimpinan": p.kepemimpinan, "ide_baru": p.ide_baru, "rekomendasi_ide": p.rekomendasi, "status": status, "studi": p.studi if status == "tugas_belajar" else "",
                    **dict(zip(("ipk", "akreditasi", "jenjang_studi"), p.ipk if status == "tugas_belajar" else ("", "", ""))),
                    "nilai_ditetapkan": p.ditetapkan, "sumber_nilai": "transkrip" if p.ditetapkan else ""})
        self.rng.shuffle(found)
        return found
