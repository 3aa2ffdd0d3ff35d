"""Which situations of the contract a run shows: (section, name), once for each person, RHK, indicator or group that shows it."""

from fractions import Fraction

import law as A
import numeric
from capaian import CAMPUR, GANDA, REALISASI_KOSONG, capaian, capaian_mentah, faults, gather, read_target
from figures import clean, key, mean, nip, number
from findings import due as findings_due
from groups import predikat_of_unit
from kaskade import intervened, on_cycles
from model import TWO_POSTINGS, UMPAN_TWO_POSTINGS
from perilaku import due as due_aspek, source
from periods import periode_of
from qualitative import has_shown_work, is_plt_row, organisasi_of_head, umpan_balik, value_rating
from rhk_score import is_maksimal, kategori_tambahan
from words import is_code_column, read_value_rating


def of(run):
    """Every situation of a run, as often as it occurs."""
    found = [("0", f"rule set by the period: {run.aturan} {run.periode.jenis}")]
    cycles = on_cycles(run.pegawai)
    for entry in run.entries:
        p = run.pegawai[entry["nip"]]
        found += [("1.9", name) for name in _postings(p, run)]
        found += [("3", name) for name in _what_follows(p, entry, run)]
        if entry["status"] == "dikecualikan":
            found.append(("1.9", f"dikecualikan: {entry['alasan']}"))
        elif run.qualitative:
            found += [("2", name) for name in _verdict(p, run)]
        else:
            found += [("1", name) for name in _figures(p, entry, run, cycles)]
    found += [("2 groups", name) for name in _groups(run)]
    found += [("findings", f"{code} due") for said in findings_due(run).values() for code in said.due - said.open]
    return found


# --- 1.9 and section 6: postings ----------------------------------------------------------


def _postings(p, run):
    if len(p.postings) > 1:
        yield f"{len(p.postings)} postings in the period"
    if not p.last.months and len(p.postings) > 1:
        yield "last posting without a month (20 December)"
    if any(not posting.months for posting in p.postings[:-1]):
        yield "an earlier posting without a month"
    if p.outside:
        yield "a posting outside the period"
    if p.overlapping:
        yield "overlapping postings"
    if p.only_plt:
        yield "only Plt postings"
    elif any(key(row["plt"]) == "ya" for row in run.tables["pegawai"] if nip(row["nip"]) == p.nip):
        yield "a Plt row beside the definitive one"
    if p.status != "aktif":
        yield f"status {p.status}"
    if any(key(posting.row["status"]) not in ("", p.status, "aktif") for posting in p.postings[:-1]):
        yield "another status in an earlier posting"
    for rhk in p.rhk:
        if TWO_POSTINGS in rhk.sebab:
            yield "a yearly realisasi of a code in two postings"
        if rhk.posting is None:
            yield "an RHK of a posting outside the period"
        day = clean(rhk.head["mulai"])
        if day and rhk.posting and day < run.periode.first_day().isoformat():
            yield "skp.mulai before the period"
    if run.agency.satuan_hari and len(p.postings) > 1:
        yield "postings weighed by days"


# --- numeric sets -------------------------------------------------------------------------


def _figures(p, entry, run, cycles):
    if p.status in ("tugas_belajar", "penugasan_khusus"):
        yield f"nilai_ditetapkan {'given' if entry['nilai_kinerja'] is not None else 'missing'}"
        return
    for rhk in p.rhk:
        for i in rhk.indikator:
            yield from _capaian(i, rhk, run)
        if rhk.posting:
            yield from _rhk(rhk, p, run, cycles)
    for posting in numeric.due(p, run.agency):
        yield from _posting_figures(posting, p, run)
    yield from _perilaku(p, run)
    nilai = entry["nilai_kinerja"]
    if nilai is not None:
        ide = "with" if p.last_says_yes("ide_baru") else "without"
        for edge in (110, 90, 70, 50):
            if nilai == edge:
                yield f"nilai kinerja exactly {edge} {ide} ide baru"
            elif edge - Fraction(1, 100) == nilai:
                yield f"nilai kinerja one hundredth below {edge}"
        yield f"predikat {entry['predikat']}"
        if nilai >= 110:
            yield f"110 and more {ide} ide baru: {entry['predikat']}"
    for why in entry["sebab"]:
        yield f"belum dapat dinilai: {why}"


def _capaian(i, rhk, run):
    target = read_target(i.row["target"], i.row["arah"])
    text = clean(i.row["target"])
    if target is None:
        yield "target of which no capaian can be had"
        return
    lo, hi, arah = target
    shape = "range" if lo != hi else "one-sided" if text[:1] in "\u2265\u2264<>" else "figure"
    rows = rhk.rows_of(i)
    wrong = faults(rows, run.periode)
    whole = [row for row in rows if clean(row["realisasi"]) and periode_of(clean(row["periode"]).upper(), run.periode) == run.periode]
    realisasi, why = gather(rows, i.row["akumulasi"], run.periode)
    for name, word in ((GANDA, "doubled realisasi"), (CAMPUR, "mixed granularity")):
        if name in wrong:
            yield word + (", the yearly row decides" if len(whole) == 1 else "")
    if why == REALISASI_KOSONG:
        yield "realisasi missing"
    if why or realisasi is None:
        return
    if len(rows) > 1 and not whole:
        yield f"periods combined: {key(i.row['akumulasi']) or 'akhir'}"
    raw = capaian_mentah(target, realisasi)
    if raw is None:
        yield "realisasi negative, or a divisor of 0"
        return
    place = "inside" if lo <= realisasi <= hi else "above" if realisasi > hi else "below"
    yield f"target {shape}, {arah}, realisasi {place}"
    if raw > A.CAP:
        yield "capaian capped at 120"
    if raw < A.FLOOR:
        yield "capaian floored at 0"
    scaled = raw * 10 ** A.DESIMAL_CAPAIAN[run.aturan]
    if 0 < raw < 120 and (scaled * 2).denominator == 1 and scaled.denominator == 2:
        yield "capaian on a rounding tie"


def _rhk(rhk, p, run, cycles):
    jpt = rhk.posting.jenis in A.KELOMPOK_JPT
    if rhk.nilai is None:
        return
    if run.aturan == A.P8 and jpt and any(i.capaian == 100 for i in rhk.indikator):
        yield "JPT at capaian 100" + (", target maksimal" if any(i.capaian == 100 and is_maksimal(i) for i in rhk.indikator) else "")
    if run.aturan == A.P8 and not jpt:
        aspek = len({i.aspek for i in rhk.indikator})
        yield f"JA/JF: {aspek} aspek, kategori {rhk.kategori}"
        if len(rhk.indikator) > aspek:
            yield "several indicators of one aspek"
    if run.aturan == A.PP30 and any(clean(i.row["bobot"]) for i in rhk.indikator):
        yield "bobot of indicators"
    if not rhk.utama:
        yield f"tambahan, lingkup {int(number(rhk.head['lingkup']) or 1)}"
        if run.aturan == A.P8 and jpt and rhk.kategori != kategori_tambahan(rhk, run.aturan, jpt):
            yield "JPT tambahan at target maksimal (1,2)"
        if run.aturan == A.PP30 and kategori_tambahan(rhk, run.aturan, jpt) != rhk.kategori:
            yield "tambahan banded from its printed nilai, unlike its mean"
        return
    method = key(rhk.head["metode_kaskade"]) or "langsung"
    targets = intervened(rhk, run.pegawai, cycles)
    if run.aturan == A.P8 and not jpt:
        if targets is None:
            yield f"{method}: broken link ({_why_broken(rhk, run, cycles)})"
        elif method == "tidak_langsung":
            yield f"tidak_langsung over {'several' if len(targets) > 1 else 'one'}, kategori {targets[0].kategori}"
    elif method == "tidak_langsung" and targets is None:
        yield "tidak_langsung with a broken link where it does not count"


def _why_broken(rhk, run, cycles):
    who = nip(rhk.head["nip_pemberi_tugas"]) or rhk.posting.atasan
    if not rhk.kode_atasan():
        return "no code"
    if who not in run.pegawai:
        return "atasan missing"
    return "cycle" if who in cycles else "one code among several" if len(rhk.kode_atasan()) > 1 else "unknown code"


def _posting_figures(posting, p, run):
    utama, tambahan = numeric.kinerja_utama(posting, run.aturan), numeric.kinerja_tambahan(posting, run.agency.split_tambahan)
    if posting.rhk and not any(r.utama for r in posting.rhk):
        yield "a posting with tambahan only"
    if not posting.rhk:
        yield "a posting without SKP"
    if utama is None or tambahan is None:
        return
    if run.agency.split_tambahan:
        yield "split " + ("without" if all(r.utama for r in posting.rhk) else "with") + " tambahan"
    elif sum((r.tertimbang for r in posting.rhk if not r.utama), Fraction(0)) > 10:
        yield "tambahan above 10"
    if not run.agency.split_tambahan and utama + tambahan > 120:
        yield "nilai SKP above 120"
    if posting.jenis in run.agency.batas_jabatan and utama + tambahan > run.agency.batas_jabatan[posting.jenis]:
        yield "an agency's cap of a jabatan"
    if run.aturan == A.P8 and posting.jenis in A.KELOMPOK_JPT:
        groups = {(key(i.row["kelompok"]) or "perjanjian_kinerja") in A.KELOMPOK_1 for r in posting.rhk if r.utama for i in r.indikator}
        yield "JPT: " + ("both groups" if len(groups) == 2 else "group 1 alone" if True in groups else "group 2 alone")


def _perilaku(p, run):
    wanted, given = due_aspek(p), {}
    for row in run.tables["perilaku"]:
        if nip(row["nip"]) == p.nip and clean(row["nilai"]):
            given.setdefault(key(row["aspek"]), []).append(source(row))
    for aspek in wanted:
        sources = given.get(aspek, [])
        yield "perilaku of " + ("+".join(sorted(set(sources))) or "nobody")
        if len(sources) > len(set(sources)):
            yield "several raters of one source"
    if A.KEPEMIMPINAN in wanted and p.last.jenis == A.FUNGSIONAL:
        yield "a JF with kepemimpinan"
    if A.KEPEMIMPINAN in given and A.KEPEMIMPINAN not in wanted:
        yield "kepemimpinan for somebody without it"
    if run.agency.bobot_penilai or run.agency.bobot_tanpa:
        yield "an agency's weights of raters"


# --- 6/2022 -------------------------------------------------------------------------------


def _verdict(p, run):
    found, rhk = run.verdicts[p.nip], p.last.rhk
    hasil, perilaku, predikat = found.typed
    shape = "".join(letter if said else "-" for letter, said in zip("HPp", found.typed))
    if found.tidak_lulus:
        yield f"studies not finished, typed {shape}: {found.final[2] or '/'.join(sorted(found.sebab))}"
        return
    if found.doubled:
        yield "unlike rows of penilaian"
        return
    if predikat and hasil and perilaku:
        yield "typed all three, " + ("predikat fits" if A.KUADRAN[hasil, perilaku] == predikat else "predikat is not the cell")
    elif predikat:
        proposed = A.KUADRAN.get((hasil or found.hasil.rating, perilaku or found.perilaku.rating))
        fits = "taken" if found.final[2] else "fits no cell" if "perlu_keputusan_penilai" in found.sebab else "blocked otherwise"
        yield f"typed predikat with {'a rating' if hasil or perilaku else 'no rating'}: {fits}" + (", proposals differ" if proposed and proposed != predikat else "")
    elif hasil or perilaku:
        yield f"typed {shape}"
    if hasil and found.hasil.rating and hasil != found.hasil.rating:
        yield "typed hasil kerja differs from the proposal" + (" of thresholds" if found.hasil.by_figures else "")
    if perilaku and found.perilaku.rating and perilaku != found.perilaku.rating:
        yield "typed perilaku differs from the proposal"
    if hasil and "umpan_balik_kosong" in found.hasil.sebab:
        yield "typed hasil kerja, umpan balik missing"
    yield from _head(p, run, found)
    yield from _hasil_kerja(rhk, run, found)
    yield from _values(p, run, found)
    if found.final[2]:
        yield f"predikat {found.final[2]}"
    for why in found.sebab:
        yield f"belum dapat dinilai: {why}"


def _head(p, run, found):
    organisasi = organisasi_of_head(p, run.tables, run.agency)
    if organisasi:
        yield f"head of a unit ({organisasi}) " + ("with" if has_shown_work(p, run.periode) else "without") + " realisasi or umpan balik" + (", typed" if found.typed[0] else "")


def _hasil_kerja(rhk_list, run, found):
    items = []
    for rhk in rhk_list:
        said = umpan_balik(rhk, run.periode, run.agency.kata_umpan_balik)
        rows = [row for row in rhk.realisasi if clean(row["umpan_balik"])]
        if not said and run.agency.ambang_capaian:
            figures = [capaian(read_target(i.row["target"], i.row["arah"]), gather(rhk.rows_of(i), i.row["akumulasi"], run.periode)[0], A.P6) for i in rhk.indikator
                       if read_target(i.row["target"], i.row["arah"]) and gather(rhk.rows_of(i), i.row["akumulasi"], run.periode)[0] is not None]
            for bound in run.agency.ambang_capaian if len(figures) == len(rhk.indikator) and None not in figures else ():
                if mean(figures) == Fraction(bound.figure):
                    yield f"mean capaian exactly on an agency's {'exclusive' if bound.above else 'inclusive'} bound"
        if not said:
            yield "RHK without umpan balik" + (", an agency's threshold asked" if run.agency.ambang_capaian else "")
        elif len(said) > 1:
            yield "RHK with unlike umpan balik"
        elif None in said:
            yield "RHK with umpan balik that is no rating"
        else:
            items.append((next(iter(said)), rhk.utama))
        if said and None not in said and any(key(row["umpan_balik"]) in run.agency.kata_umpan_balik for row in rows):
            yield "umpan balik read by kata_umpan_balik"
        if rows and len(rows) < len(rhk.realisasi):
            yield "umpan balik on some of an RHK's rows only"
        if len({clean(row["periode"]) for row in rows}) > 1:
            yield "umpan balik of several periods"
        if UMPAN_TWO_POSTINGS in rhk.sebab:
            yield "a yearly umpan balik of a code in two postings"
    if len(items) == len(rhk_list) and items:
        yield "hasil kerja rule " + _rule(items)
        n, utama = len(items), [r for r, is_utama in items if is_utama]
        below = sum(r == A.BAWAH for r, _ in items)
        if not utama:
            yield "no RHK utama"
        if 2 * sum(r == A.ATAS for r, _ in items) == n:
            yield "exactly half above"
        if 2 * below == n:
            yield "exactly half below"
        if utama and 2 * utama.count(A.BAWAH) == len(utama):
            yield "exactly half of the utama below"
        if utama and utama.count(A.BAWAH) == len(utama) and 2 * below <= n:
            yield "all utama below, tambahan outweigh"
        if found.hasil.rating == A.ATAS and below:
            yield "di atas although a tambahan is below"


def _rule(items):
    """Which of rules 2 to 5 decides, and how."""
    n, utama = len(items), [r for r, is_utama in items if is_utama]
    above, below = sum(r == A.ATAS for r, _ in items), sum(r == A.BAWAH for r, _ in items)
    if 2 * above > n and A.BAWAH not in utama:
        return "2: di atas"
    if 2 * below > n:
        return "3: di bawah"
    if 2 * (n - below) > n and 2 * utama.count(A.BAWAH) < len(utama):
        return "4: sesuai" + (", most above but a utama below" if 2 * above > n else "")
    return "5: perlu keputusan"


def _values(p, run, found):
    said = {}
    for row in run.tables["perilaku"]:
        if nip(row["nip"]) == p.nip and source(row) == "atasan" and clean(row["nilai"]):
            said.setdefault(key(row["aspek"]), set()).add(clean(row["nilai"]))
    if set(A.BERAKHLAK) - said.keys():
        yield "a value of BerAKHLAK missing"
    rating = found.perilaku.rating
    if rating:
        yield f"perilaku proposed {rating}" + (", by figures" if found.perilaku.by_figures else "")
    elif found.perilaku.sebab == {"perlu_keputusan_penilai"}:
        unlike = any(len({read_value_rating(text) for text in texts}) > 1 for texts in said.values())
        none = any(value_rating(text, run.agency.ambang_perilaku) is None for texts in said.values() for text in texts)
        yield "perilaku perlu keputusan: " + ("unlike ratings of one value" if unlike else "a value in words or figures that are no rating" if none else "some values below")
    edges = [b.figure for b in run.agency.ambang_perilaku or ()]
    for text in (text for texts in said.values() for text in texts if number(text) is not None and text.replace(",", ".") in edges):
        yield "perilaku exactly on an agency's " + ("exclusive" if [b for b in run.agency.ambang_perilaku if b.figure == text.replace(",", ".")][0].above else "inclusive") + " bound"


# --- groups -------------------------------------------------------------------------------


def _groups(run):
    units = run.units
    for who, p in run.pegawai.items():
        where = units.group(p, run.kelompok)
        if run.kelompok == "penilai":
            led = units.led_by.get(p.last.atasan, []) if p.last.atasan else []
            own = units.unit_of[who]
            if where is None:
                yield "head of the data set: no group"
            elif len(led) > 1:
                yield "atasan leads several units: " + ("own unit" if own in led else "atasan's unit")
            elif led:
                yield "group of the unit that the atasan leads" + ("" if led[0] == own else ", another than his own")
            elif own in units.led_by.get(who, []):
                yield "head whose atasan leads none: " + ("atasan's unit" if p.last.atasan in units.unit_of else "unit induk")
            else:
                yield "atasan leads none: own unit"
    for where, group in run.groups.items():
        yield f"grouping {run.kelompok}"
        n = group["n"]
        if n == 1:
            yield "group of one"
        if group["aturan"] is None:
            yield "group without predikat organisasi"
            continue
        kind = group["organisasi"] if run.qualitative else "numeric"
        verdict = "not possible" if not group["mungkin"] else "fits" if group["sesuai"] else "deviates"
        yield f"{kind}{' 2022' if run.tahun == 2022 else ''}: {verdict}" + (", too few to say" if run.qualitative and n < run.agency.ukuran_terkecil else "")
        if group["predikat_organisasi_dari"]:
            yield "predikat organisasi of a unit above"
        row = units.rows.get(group["holder"])
        if run.qualitative and row and clean(row["tahun_predikat"]) == str(run.tahun - 1):
            yield "predikat organisasi of the year before"
        if run.qualitative and row and not key(row["predikat_organisasi"]) and predikat_of_unit(row, run.agency):
            yield "predikat organisasi by an agency's thresholds"
        counts = sorted(group["predikat"].values(), reverse=True)
        if any(r["batas"] == "terbesar" and r["jumlah"] == counts[0] == counts[1] for r in group["aturan"]):
            yield "a tie for the largest group"
        if run.agency.terbesar_setengah:
            yield "largest group = more than half"
        if group["pindah_minimal"]:
            yield f"persons to move: {min(group['pindah_minimal'], 4)}{'+' if group['pindah_minimal'] >= 4 else ''}"
    if run.qualitative and not run.tables["skp"]:
        yield "ratings alone, no table skp"
    if run.qualitative and run.tables["penilaian"] and is_code_column([row["hasil_akhir"] for row in run.tables["penilaian"]]):
        yield "predikat written as codes"
    if any(is_plt_row(row) for row in run.tables["penilaian"]):
        yield "Plt rows of penilaian"


# --- section 3 ----------------------------------------------------------------------------


def _what_follows(p, entry, run):
    if entry["status"] != "dinilai":
        return
    for line in entry["tindak_lanjut"] or ["last year's predikat told in two ways"]:
        yield f"tindak lanjut: {line}"
    if entry["tukin_persen"] is not None:
        yield "tukin by " + ("nilai" if run.agency.tukin_nilai and not run.qualitative else "predikat")
    jf = [posting for posting in p.due if posting.jenis == A.FUNGSIONAL]
    if entry["angka_kredit"] is not None:
        yield f"angka kredit, {run.agency.desimal_kredit} decimals"
        if len(jf) > 1:
            yield "angka kredit over several JF postings"
        if p.last.jenis != A.FUNGSIONAL:
            yield "angka kredit of a former JF"
        if any(not clean(posting.row["jenjang"]) for posting in jf):
            yield "jenjang read from the jabatan"
        if key(p.last.row["jenis_pegawai"]) == "pppk":
            yield "angka kredit of a PPPK (agency)"
        if not key(p.last.row["jenis_pegawai"]):
            yield "angka kredit, jenis_pegawai empty"
    elif jf:
        yield "a JF without angka kredit: " + ("tugas belajar" if p.status == "tugas_belajar" else "PPPK" if key(p.last.row["jenis_pegawai"]) == "pppk" else "jenjang unknown")
