"""The findings about a person that the contract fixes, by the code the manual gives each.

`due(run)` says of everybody which codes must be there, and which are left open for this person; every other
code of COMPARED must not be there: a finding that the tables do not give reason for is a false reason.
"""

from datetime import date, timedelta

import law as A
from capaian import CAMPUR, GANDA, REALISASI_KOSONG, faults, gather
from figures import clean, key, nip, number
from ipk import guidance
from kaskade import on_cycles
from model import TWO_POSTINGS, UMPAN_TWO_POSTINGS, earns_kredit
from numeric import due as due_postings
from perilaku import due as due_aspek, source
from periods import periode_of
from qualitative import BELUM_DINILAI, PERLU_KEPUTUSAN, PREDIKAT_TIDAK_SAH, has_shown_work, is_plt_row, organisasi_of_head, rows_that_count, umpan_balik
from words import is_blank

# Of keluaran.md section 3 and aturan.md: what each code stands for, with the sentence that asks for it.
# A galat unless the sentence says another level.
COMPARED = {
    "IDN003": "overlapping postings", "IDN006": "peringatan: a JF (PNS) without jenjang (section 6)",
    "KAS005": "no atasan named", "KAS006": "atasan not in the data", "KAS007": "his own atasan", "KAS008": "a cycle",
    "KAS001": "RHK utama of a non-JPT that intervenes none (section 4)", "KAS002": "code of no RHK of the atasan or pemberi tugas",
    "KAS003": "code of somebody else's RHK", "KAS004": "intervened RHK is tambahan, not in 6/2022 (sections 2 and 4)",
    "TGT001": "target empty", "TGT003": "target 0", "TGT004": "target negative or lo > hi", "TGT005": "bobot wrong (1.6)",
    "TGT058": "peringatan: tambahan without surat keputusan, not in 6/2022 (sections 2 and 4)", "TGT059": "peringatan: SKP set after its day (1.9)",
    "TGT020": "unlike doubled rows of skp", "TGT022": "unlike cells of what belongs to the RHK", "TGT023": "peringatan: arah against a one-sided target (1.1)",
    "REA001": "realisasi missing (1.1)", "REA002": "realisasi negative (1.1)", "REA003": "mixed granularity", "REA020": "doubled realisasi",
    "REA006": "no umpan balik where a rating needs it", "REA025": "a yearly realisasi of a code in two postings (section 6)",
    "PRL001": "an aspek without a figure or rating of the atasan", "PRL002": "outside the scale", "PRL003": "peringatan: kepemimpinan for somebody without it",
    "HSL001": "typed predikat not the quadrant's cell", "HSL002": "peringatan: typed rating differs from what the others give",
    "HSL003": "peringatan: ide baru without recommendation", "HSL004": "peringatan: a gap between postings", "HSL005": "peringatan: perlu keputusan penilai",
    "HSL006": "catatan: typed predikat that cannot be verified (section 6)", "HSL007": "peringatan: not rated by the penilai", "HSL008": "unlike rows of penilaian",
    "HSL009": "nilai_ditetapkan empty or outside the scale", "HSL010": "peringatan: pensiun, meninggal", "HSL016": "peringatan: typed predikat differs from the proposals (section 6)",
    "HSL017": "peringatan: a head without realisasi and umpan balik", "HSL018": "studies not finished, and another predikat typed (section 2)",
    "HSL019": "catatan: a Plt row set aside (section 6)", "HSL021": "catatan: IPK guidance (section 6)", "HSL023": "catatan: angka kredit of a former JF (section 6)",
    "HSL024": "catatan: no angka kredit on tugas belajar (section 6)",
    "HSL030": "catatan: changed by a Kalibrasi, with the reason", "HSL031": "peringatan: changed by a Kalibrasi without a reason",
    "HSL032": "peringatan: a row of a Kalibrasi that cannot be used", "KAS028": "peringatan: penilai of a penilaian row is not the atasan of that time",
}


def level_of(code):
    """The level at which a code of COMPARED is due."""
    word = COMPARED[code].split(":")[0]
    return word if word in ("peringatan", "catatan") else "galat"


class Said:
    """Codes due, and codes left open, about one person."""

    def __init__(self):
        self.due, self.open = set(), set()
        self.either = []           # of each of these sets one code is due
        self.words = {}            # what a finding must say, by code

    def when(self, true, *codes):
        if true:
            self.due.update(codes)


def due(run):
    """{nip: Said} of everybody but those dikecualikan, about whom the contract asks nothing."""
    cycles = on_cycles(run.pegawai)
    found = {}
    for entry in run.entries:
        if entry["status"] == "dikecualikan":
            continue
        p, said = run.pegawai[entry["nip"]], Said()
        _postings(p, said)
        _atasan(p, run, cycles, said)
        _cascade(p, run, cycles, said)
        _kredit(p, entry, run, said)
        _guidance(p, run, said)
        if run.qualitative:
            _umpan(p, run, said)
            _values(p, run, said)
            _who_decides(p, run, said)
            if entry["status"] != "dinilai":    # a typed predikat of somebody who waits is not taken
                said.due -= {"HSL006", "HSL016"}
                said.open -= {"HSL006", "HSL016"}
            _calibrated(p, run, said)
            _penilai(p, run, said)
        else:
            _figures(p, entry, run, said)
            _perilaku(p, run, said)
        _skp_rows(p, said)
        _planning(p, run, said)
        if any(rhk.posting is None for rhk in p.rhk):      # of a posting outside the period
            said.open |= {"REA003", "REA020", "REA001", "REA002"}
        if p.status in A.STATUS_BELUM:          # what else is said of somebody who has left is left open
            said.open |= COMPARED.keys() - {"HSL010"}
        for codes in said.either:
            said.open |= codes if len(codes) > 1 else set()
            said.due |= codes if len(codes) == 1 else set()
        found[p.nip] = said
    return found


# --- all rule sets ------------------------------------------------------------------------


def _postings(p, said):
    said.when(p.overlapping, "IDN003")
    said.when(p.status in A.STATUS_BELUM, "HSL010")
    gap = any(a.selesai + timedelta(1) < b.mulai for a, b in zip(p.postings, p.postings[1:]))
    said.when(gap, "HSL004")
    if any(posting.reversed for posting in p.postings):
        said.open |= {"HSL004", "IDN003"}


def _atasan(p, run, cycles, said):
    """An atasan is asked of everybody but a JPT or unit mandiri."""
    for posting in p.postings:
        if posting.jenis in A.KELOMPOK_JPT:
            said.open |= {"KAS007", "KAS008"}
            continue
        said.when(not posting.atasan, "KAS005")
        said.when(posting.atasan and posting.atasan not in run.pegawai, "KAS006")
        said.when(posting.atasan == p.nip, "KAS007")
        said.when(posting.atasan != p.nip and p.nip in cycles, "KAS008")
    if _leads_into(p, run.pegawai, cycles):
        said.open.add("KAS008")                 # somebody below a cycle may be told of it


def _cascade(p, run, cycles, said):
    """An RHK utama of a non-JPT intervenes RHK of the atasan, or of the pemberi tugas who is named."""
    links = {"KAS001", "KAS002", "KAS003", "KAS004"}
    for rhk in p.rhk:
        counted = rhk.posting is not None and (rhk.posting is p.last if run.qualitative else rhk.posting in due_postings(p, run.agency))
        if not rhk.utama or not counted or rhk.unlike or rhk.posting.jenis in A.KELOMPOK_JPT:
            said.open |= links                  # of a tambahan, a JPT, a posting that does not count
            continue
        codes, giver = rhk.kode_atasan(), nip(rhk.head["nip_pemberi_tugas"])
        above = run.pegawai.get(giver or rhk.posting.atasan)
        said.when(not codes, "KAS001")
        if above is None or above.nip in cycles or above is p or not above.rhk:
            said.open |= links                  # that finding comes first; of an atasan without any RHK it is KAS024
            continue
        for code in codes:
            found = [r for r in above.rhk if r.kode == code]
            if not found:
                elsewhere = any(r.kode == code for other in run.pegawai.values() if other is not above for r in other.rhk)
                # A code that many have is unknown, or of one of them: one of the two has to be said.
                said.either.append({"KAS002", "KAS003"} if elsewhere else {"KAS002"})
            said.when(found and not found[-1].utama and not run.qualitative, "KAS004")
            if len(found) > 1:
                said.open |= links


def _leads_into(p, pegawai, cycles):
    """Whether the way up from somebody ends in a cycle."""
    seen, todo = set(), [p]
    while todo:
        above = todo.pop()
        if above.nip in cycles:
            return True
        if above.nip not in seen:
            seen.add(above.nip)
            todo += [pegawai[posting.atasan] for posting in above.postings + above.outside if posting.atasan in pegawai]
    return False


def _kredit(p, entry, run, said):
    if not earns_kredit(p, run.agency.kredit_untuk):
        return
    jf = [posting for posting in p.due if posting.jenis == A.FUNGSIONAL]
    if p.last.jenis == A.FUNGSIONAL and not p.last.months:
        said.open.add("IDN006")
    if p.status == "tugas_belajar":
        said.when(jf, "HSL024")
        said.open |= {"IDN006"} | (set() if entry["status"] == "dinilai" else {"HSL024"})
        return
    said.when(any(posting.jenjang is None for posting in jf), "IDN006")
    if entry["status"] == "dinilai":
        said.when(entry["angka_kredit"] is not None and p.last.jenis != A.FUNGSIONAL, "HSL023")


def _guidance(p, run, said):
    predikat = guidance(p.last.row) if run.qualitative and p.status == "tugas_belajar" else None
    if predikat:
        said.due.add("HSL021")
        said.words["HSL021"] = f"menurut panduan: {predikat}"


def _skp_rows(p, said):
    for rhk in p.rhk:
        for i in rhk.indikator:
            said.when(i.doubled, "TGT020")
            target, arah = clean(i.row["target"]), key(i.row["arah"])
            against = target[:1] in ("\u2265", ">") and arah == "turun" or target[:1] in ("\u2264", "<") and arah == "naik"
            said.when(against, "TGT023")
        said.when(rhk.unlike, "TGT022")
        said.when(TWO_POSTINGS in rhk.sebab or UMPAN_TWO_POSTINGS in rhk.sebab, "REA025")
        if any(GANDA in i.sebab and not i.doubled for i in rhk.indikator):
            said.open.add("REA020")


def _planning(p, run, said):
    """SK of a tambahan (not in 6/2022), and by when an SKP was to be set: 31 January, for 2021-S2 31 July; not for a posting begun later in the year."""
    start, deadline = (date(2021, 7, 1), date(2021, 7, 31)) if run.aturan == A.P8 and run.tahun == 2021 else (date(run.tahun, 1, 1), date(run.tahun, 1, 31))
    if run.aturan == A.P8 and run.tahun != 2021:
        said.open.add("TGT059")                 # named for a year that it does not rule
    for rhk in p.rhk:
        counted = rhk.posting in (p.postings if run.qualitative else due_postings(p, run.agency))
        if not rhk.utama and not run.qualitative and not clean(rhk.head["nomor_sk"]):
            said.due.add("TGT058") if counted else said.open.add("TGT058")
        if rhk.posting is None or rhk.posting.mulai == start:
            said.open.add("TGT059")
        for i in rhk.indikator:
            day = clean(i.row["tanggal_penetapan"])
            if day and date.fromisoformat(day) > deadline and rhk.posting and rhk.posting.mulai < start:
                said.due.add("TGT059") if counted else said.open.add("TGT059")


# --- numeric sets -------------------------------------------------------------------------


def _figures(p, entry, run, said):
    if p.status in ("tugas_belajar", "penugasan_khusus"):
        figure = number(p.last.row["nilai_ditetapkan"])
        said.when(figure is None or not 0 <= figure <= 120, "HSL009")
        said.open |= {c for c in COMPARED if c[:3] in ("TGT", "REA", "PRL")}
    if key(p.last.row["ide_baru"]) == "ya" and not clean(p.last.row["rekomendasi_ide"]):
        said.due.add("HSL003") if entry["status"] == "dinilai" else said.open.add("HSL003")
    postings = due_postings(p, run.agency)
    for rhk in p.rhk:
        counted = rhk.posting in postings
        for i in rhk.indikator:
            _target(clean(i.row["target"]), said, counted)
            _, why = gather(rhk.rows_of(i), i.row["akumulasi"], run.periode)
            if why == REALISASI_KOSONG:
                said.due.add("REA001") if counted else said.open.add("REA001")
            _rows_among_themselves(rhk.rows_of(i), run, said, counted)
            if TWO_POSTINGS in rhk.sebab or i.doubled:
                said.open.add("REA001")          # what else is missing there is left open
            if any((number(row["realisasi"]) or 0) < 0 for row in rhk.rows_of(i)):
                said.due.add("REA002") if counted and not faults(rhk.rows_of(i), run.periode) else said.open.add("REA002")
        if run.aturan == A.PP30 and "bobot_tidak_sah" in rhk.sebab:
            said.due.add("TGT005") if counted else said.open.add("TGT005")


def _rows_among_themselves(rows, run, said, counted):
    found = faults(rows, run.periode)
    for why, code in ((CAMPUR, "REA003"), (GANDA, "REA020")):
        if why in found:
            # Of doubled rows the mixture may go unsaid.
            said.due.add(code) if counted and not (why == CAMPUR and GANDA in found) else said.open.add(code)


def _target(text, said, counted):
    figures = [number(part) for part in text.lstrip("\u2265\u2264<>= ").replace("\u2013", "-").split(" - ")] if text else []
    code = None
    if not text:
        code = "TGT001"
    elif text == "0":
        code = "TGT003"
    elif text.startswith("-") or text == "90-80":
        code = "TGT004"
    if code:
        said.due.add(code) if counted else said.open.add(code)


def _perilaku(p, run, said):
    wanted, from_atasan, wrong = due_aspek(p), set(), False
    for row in run.tables["perilaku"]:
        if nip(row["nip"]) != p.nip or not clean(row["nilai"]):
            continue
        aspek, figure = key(row["aspek"]), number(row["nilai"])
        if aspek not in wanted:
            said.due.add("PRL003")
            continue
        if source(row) == "atasan":
            from_atasan.add(aspek)
        wrong = wrong or figure is None or not 0 <= figure <= 120
    said.when(set(wanted) - from_atasan, "PRL001")
    said.when(wrong, "PRL002")


# --- 6/2022 -------------------------------------------------------------------------------


def _umpan(p, run, said):
    """Umpan balik of the last posting's RHK: needed where nothing else gives the rating hasil kerja."""
    found = run.verdicts[p.nip]
    needed = not found.doubled and not found.tidak_lulus and not found.typed[0] and not found.typed[2] and not found.pimpinan
    for rhk in p.rhk:
        counted = rhk.posting is p.last
        said_of = umpan_balik(rhk, run.periode, run.agency.kata_umpan_balik)
        if not said_of and counted and UMPAN_TWO_POSTINGS not in rhk.sebab and needed:
            said.due.add("REA006")
        if not said_of and run.agency.ambang_capaian:
            said.open.add("REA006")
        if len(said_of) > 1 or None in said_of:
            said.open |= {"REA007", "REA009"}
        for i in rhk.indikator:
            _rows_among_themselves(rhk.rows_of(i), run, said, counted)
    said.open |= {"REA001", "REA002"} | {c for c in COMPARED if c.startswith("TGT00")}
    if found.doubled or found.tidak_lulus:
        said.open.add("REA006")


def _values(p, run, said):
    found = run.verdicts[p.nip]
    needed = not found.doubled and not found.tidak_lulus and not found.typed[1] and not found.typed[2]
    rows = [row for row in run.tables["perilaku"] if nip(row["nip"]) == p.nip and source(row) == "atasan" and key(row["aspek"]) in A.BERAKHLAK and not is_blank(row["nilai"])]
    missing = set(A.BERAKHLAK) - {key(row["aspek"]) for row in rows}
    said.when(missing and needed, "PRL001")
    if missing:
        said.open.add("PRL001")
    said.open |= {"PRL002", "PRL005", "PRL006", "PRL003"}


def _taken(found, others, said):
    """A typed predikat without both ratings: it cannot be verified, and a warning shows what the proposals give instead (section 6)."""
    hasil, perilaku, predikat = found.typed
    proposed = A.KUADRAN.get((hasil or others, perilaku or found.perilaku.rating))
    said.open.add("HSL002")
    if found.final[2] or not found.sebab & {PERLU_KEPUTUSAN}:
        said.due.add("HSL006") if not proposed else said.open.add("HSL006")     # beside proposals HSL016 says the same, and more
        said.when(proposed and proposed != predikat, "HSL016")
    if found.hasil.by_figures or found.perilaku.by_figures or found.sebab:
        said.open |= {"HSL006", "HSL016"}


def _penilai(p, run, said):
    """The penilai whom the row that counts names, against the atasan of the last posting."""
    rows = rows_that_count(p, run.tables, run.periode)
    if len(rows) == 1:
        said.when(p.last.atasan and nip(rows[0]["pegawai_atasan_nip"]) not in ("", p.last.atasan), "KAS028")
    others = [row for row in run.tables["penilaian"] if nip(row["nip"]) == p.nip and row not in rows]
    if len(rows) > 1 or any(nip(row["pegawai_atasan_nip"]) not in ("", p.last.atasan) for row in others):
        said.open.add("KAS028")                 # of rows that do not count, as well


def _calibrated(p, run, said):
    """Each changed person is a note with the reason, a warning without one; what else is said beside a rating set by the pimpinan is left open."""
    if not run.calibration:
        return
    if p.nip in run.calibration.ratings:
        said.open |= {code for code in COMPARED if code.startswith(("HSL", "PRL", "REA006"))}
        said.open -= {"HSL030", "HSL031", "HSL032"}
        said.open |= {"HSL030", "HSL031"} if p.nip in run.calibration.unsure else set()
        said.due -= said.open
    said.when(p.nip in run.calibration.told, run.calibration.told.get(p.nip))


def _who_decides(p, run, said):
    found = run.verdicts[p.nip]
    hasil, perilaku, predikat = found.typed
    cell = A.KUADRAN.get((hasil, perilaku))
    if any(UMPAN_TWO_POSTINGS in rhk.sebab for rhk in p.last.rhk):
        said.open.add("HSL005")
    plt = [row for row in run.tables["penilaian"] if nip(row["nip"]) == p.nip and is_plt_row(row)]
    said.when(not p.only_plt and any(periode_of(clean(row["periode"]).upper(), run.periode) == run.periode for row in plt), "HSL019")
    if plt:
        said.open |= set() if "HSL019" in said.due else {"HSL019"}
    if found.doubled:
        said.due.add("HSL008")
        said.open |= {"HSL001", "HSL002", "HSL005", "HSL006", "HSL007", "HSL016", "HSL017", "HSL018"}
        return
    if found.tidak_lulus:
        said.when(PREDIKAT_TIDAK_SAH in found.sebab, "HSL018")
        said.when(PERLU_KEPUTUSAN in found.sebab, "HSL005")
        said.open |= {"HSL002", "HSL006", "HSL016", "HSL007", "HSL017"}
        return
    said.when(predikat and cell and predikat != cell, "HSL001")
    others = found.pimpinan or (None if found.hasil.by_figures else found.hasil.rating)
    differs = hasil and others and hasil != others or perilaku and found.perilaku.rating and not found.perilaku.by_figures and perilaku != found.perilaku.rating
    said.when(differs, "HSL002")
    if found.hasil.by_figures or found.perilaku.by_figures:
        said.open.add("HSL002")
    said.when(PERLU_KEPUTUSAN in found.sebab, "HSL005")
    said.when(BELUM_DINILAI in found.sebab, "HSL007")
    if predikat and not cell:
        _taken(found, others, said)
    head = organisasi_of_head(p, run.tables, run.agency)
    said.when(head and not hasil and not predikat and not has_shown_work(p, run.periode), "HSL017")
    if not run.tables["skp"] or "tanpa_skp" in found.sebab:
        said.open |= {"HSL005", "HSL007", "HSL017"}
    said.open |= {"HSL003", "HSL009"}
