"""Other tools at a smaller job of the same kind: join, mean capaian, weights, band; no checks. From CSV they write the results as CSV, from
a workbook results and indicators as xlsx, as `skp --lembar hasil,rincian` does.

    python3 tests/bench/tetangga.py NAME FOLDER      FOLDER holds c.xlsx and csv/, as tests/bench/ukur.sh makes them
    python3 tests/bench/tetangga.py NAME --ada       exit 0 where the tool is here
"""
import sys
from pathlib import Path

TABLES = ["pegawai", "skp", "realisasi", "perilaku"]
DETAIL = """
select nip, kode_rhk, aspek, r, arah, s, least(120, greatest(0, case when arah = 'turun' then 200 - 100 * r / s else 100 * r / s end)) as c
from (select nip, kode_rhk, aspek, {figure_r} as r from realisasi)
join (select nip, kode_rhk, aspek, arah, {figure_s} as s from skp) using (nip, kode_rhk, aspek)
"""
# pp-30-2019: SKP 70, perilaku 30; bands of the predikat.
RESULT = """
with n as (
  select p.nip, p.nama, p.unit_kerja, 0.7 * avg(d.c) + 0.3 * any_value(b.x) as nilai
  from pegawai p join detail d using (nip) join (select nip, avg({figure_b}) as x from perilaku group by nip) b using (nip)
  group by all)
select *, case when nilai >= 110 then 'Sangat Baik' when nilai >= 90 then 'Baik' when nilai >= 70 then 'Cukup'
  when nilai >= 50 then 'Kurang' else 'Sangat Kurang' end as predikat from n order by nip
"""


def figure(column):
    return f"coalesce(nullif(try_cast(replace(regexp_extract(cast({column} as varchar), '[0-9]+([.,][0-9]+)?'), ',', '.') as double), 0), 100)"


def with_excel():
    """A database that reads xlsx: with the extension as DuckDB installs it, or as pip does (duckdb-ext-excel)."""
    import duckdb

    db = duckdb.connect()
    try:
        db.execute("load excel")
    except duckdb.Error:
        import duckdb_ext

        found = [p for folder in duckdb_ext.__path__ for p in Path(folder).rglob("excel.duckdb_extension")]
        db.execute(f"load '{found[0]}'")
    return db


def duckdb_job(db, kind, source):
    """The tables, a detail as table or view, and the query of the results."""
    for table in TABLES:
        db.execute(f"create view {table} as select * from {source(table)}")
    db.execute(f"create temp {kind} detail as {DETAIL.format(figure_r=figure('realisasi'), figure_s=figure('target'))}")
    return RESULT.format(figure_b=figure("nilai"))


def duckdb_xlsx(folder):
    db = with_excel()
    result = duckdb_job(db, "table", lambda t: f"read_xlsx('{folder}/c.xlsx', sheet = '{t}', all_varchar = true)")
    # A file holds one sheet of its.
    db.execute(f"copy ({result}) to '{folder}/o-hasil.xlsx' with (format xlsx, header true)")
    db.execute(f"copy detail to '{folder}/o-rincian.xlsx' with (format xlsx, header true)")


def duckdb_csv(folder):
    import duckdb

    db = duckdb.connect()
    result = duckdb_job(db, "view", lambda t: f"read_csv('{folder}/csv/{t}.csv', all_varchar = true)")
    db.execute(f"copy ({result}) to '{folder}/o.csv'")


def polars_csv(folder):
    import polars as pl

    def table(name):
        first = Path(folder, "csv", f"{name}.csv").open(encoding="utf-8-sig").readline()
        mark = ";" if ";" in first else ","
        return pl.scan_csv(f"{folder}/csv/{name}.csv", separator=mark, infer_schema_length=0)

    def number(column):
        text = pl.col(column).str.extract(r"([0-9]+(?:[.,][0-9]+)?)").str.replace(",", ".")
        return text.cast(pl.Float64).fill_null(100).replace(0, 100)

    real = table("realisasi").select("nip", "kode_rhk", "aspek", r=number("realisasi"))
    plan = table("skp").select("nip", "kode_rhk", "aspek", "arah", s=number("target"))
    share = 100 * pl.col("r") / pl.col("s")
    capaian = pl.when(pl.col("arah") == "turun").then(200 - share).otherwise(share).clip(0, 120)
    mean = real.join(plan, on=["nip", "kode_rhk", "aspek"]).with_columns(capaian.alias("c")).group_by("nip").agg(pl.col("c").mean())
    marks = table("perilaku").group_by("nip").agg(number("nilai").mean().alias("b"))
    people = table("pegawai").select("nip", "nama", "unit_kerja").join(mean, on="nip").join(marks, on="nip")
    value = 0.7 * pl.col("c") + 0.3 * pl.col("b")
    words = ["Sangat Kurang", "Kurang", "Cukup", "Baik", "Sangat Baik"]
    result = people.with_columns(value.alias("nilai")).with_columns(pl.col("nilai").cut([50, 70, 90, 110], labels=words).alias("predikat"))
    result.sort("nip").collect().write_csv(f"{folder}/o.csv")


def pandas_calamine(folder):
    import pandas as pd

    sheets = pd.read_excel(f"{folder}/c.xlsx", sheet_name=TABLES, engine="calamine", dtype=str)

    def number(series):
        text = series.str.extract(r"([0-9]+(?:[.,][0-9]+)?)")[0].str.replace(",", ".")
        return text.astype(float).fillna(100).replace(0, 100)

    real, plan = sheets["realisasi"], sheets["skp"]
    real["r"], plan["s"] = number(real["realisasi"]), number(plan["target"])
    keys = ["nip", "kode_rhk", "aspek"]
    both = real[[*keys, "r"]].merge(plan[[*keys, "arah", "s"]], on=keys)
    share = 100 * both["r"] / both["s"]
    both["c"] = share.where(both["arah"] != "turun", 200 - share).clip(0, 120)
    marks = sheets["perilaku"].assign(b=lambda t: number(t["nilai"])).groupby("nip")["b"].mean()
    people = sheets["pegawai"][["nip", "nama", "unit_kerja"]].merge(both.groupby("nip")["c"].mean(), on="nip").merge(marks, on="nip")
    people["nilai"] = 0.7 * people["c"] + 0.3 * people["b"]
    words = ["Sangat Kurang", "Kurang", "Cukup", "Baik", "Sangat Baik"]
    people["predikat"] = pd.cut(people["nilai"], [-1, 50, 70, 90, 110, 1000], labels=words)
    with pd.ExcelWriter(f"{folder}/o.xlsx", engine="xlsxwriter") as book:
        people.to_excel(book, sheet_name="Hasil", index=False)
        both.to_excel(book, sheet_name="Rincian", index=False)


PEERS = {
    "duckdb-xlsx": (duckdb_xlsx, ["duckdb"]),
    "duckdb-csv": (duckdb_csv, ["duckdb"]),
    "polars-csv": (polars_csv, ["polars"]),
    "pandas-calamine": (pandas_calamine, ["pandas", "python_calamine", "xlsxwriter"]),
}


def main():
    job, needs = PEERS[sys.argv[1]]
    if sys.argv[2] == "--ada":
        for module in needs:
            __import__(module)
        if job is duckdb_xlsx:
            with_excel()
        return
    job(sys.argv[2])


if __name__ == "__main__":
    main()
