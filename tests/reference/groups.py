"""Whose group somebody counts in (section 2, "Whose group"), and whose predikat organisasi holds there."""

from agency import class_of
from figures import clean, key, nip, number


def predikat_of_unit(row, agency):
    """A unit's predikat organisasi: as typed, else where an agency's file says so by its capaian; `""` where there is none."""
    if key(row["predikat_organisasi"]):
        return key(row["predikat_organisasi"])
    capaian = number(row["capaian_organisasi"])
    if not agency.ambang_organisasi or capaian is None:
        return ""
    names = [*agency.ambang_organisasi, "sangat kurang"]
    return class_of(capaian, agency.ambang_organisasi.values(), names)


class Units:
    """The table `unit`, by name and by head, with what everybody's last posting says."""

    def __init__(self, tables, pegawai, agency):
        self.agency = agency
        self.rows = {key(r["unit_kerja"]): r for r in tables["unit"]}
        self.names = {k: clean(r["unit_kerja"]) for k, r in self.rows.items()}
        self.led_by = {}
        for where, row in self.rows.items():
            if clean(row["nip_pimpinan"]):
                self.led_by.setdefault(nip(row["nip_pimpinan"]), []).append(where)
        self.unit_of = {who: key(p.last.row["unit_kerja"]) for who, p in pegawai.items()}

    def above(self, where):
        """The unit induk, or None."""
        return key(self.rows[where]["unit_induk"]) or None if where in self.rows else None

    def group(self, person, kelompok):
        """The unit whose distribution the person counts in; None for the head of the whole data set."""
        own = self.unit_of[person.nip]
        if kelompok == "unit":
            return own
        if kelompok == "induk":
            return self.above(own) or own
        return self._group_of_penilai(person, own)

    def _group_of_penilai(self, person, own):
        atasan = person.last.atasan
        led = self.led_by.get(atasan, []) if atasan else []
        if len(led) == 1:
            return led[0]
        if led:
            return own if own in led else self.unit_of.get(atasan, led[0])
        if own not in self.led_by.get(person.nip, []):
            return own
        return self.unit_of.get(atasan) or self.above(own)

    def predikat_organisasi(self, where):
        """(predikat, the unit that has it): the unit's own, else the nearest above; (`""`, None) where none has one."""
        seen = set()
        while where and where not in seen:
            seen.add(where)
            found = predikat_of_unit(self.rows[where], self.agency) if where in self.rows else ""
            if found:
                return found, where
            where = self.above(where)
        return "", None
