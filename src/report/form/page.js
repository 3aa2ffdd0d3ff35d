"use strict";
(function () {
  const STEP = 200, PRINTED = 5000;
  const predikat = JSON.parse(document.getElementById("data-predikat").textContent);
  // A table is made when somebody comes near it, looks for it or prints: a page of 40,000 people is open at once.
  const waiting = new Set(document.querySelectorAll("[data-table]"));
  const watch = new IntersectionObserver(function (seen) {
    for (const s of seen) if (s.isIntersecting) need(s.target);
  }, { rootMargin: "800px" });
  for (const place of waiting) watch.observe(place);
  function need(place) {
    if (!waiting.delete(place)) return;
    watch.unobserve(place);
    build(place);
  }
  addEventListener("beforeprint", function () { for (const place of Array.from(waiting)) need(place); });
  document.addEventListener("keydown", function (e) {
    if (e.key === "/" && !/^(INPUT|SELECT|TEXTAREA)$/.test(document.activeElement.tagName)) {
      need(document.querySelector("#pegawai [data-table]"));
      const first = document.querySelector("#pegawai input[type=search]");
      if (first) { e.preventDefault(); first.focus(); }
    }
  });
  function make(tag, text, cls) {
    const e = document.createElement(tag);
    if (text !== undefined) e.textContent = text;
    if (cls) e.className = cls;
    return e;
  }
  function build(place) {
    const data = JSON.parse(document.getElementById("data-" + place.dataset.table).textContent);
    const low = new Array(data.rows.length);
    let found = data.rows.map(function (_, i) { return i; }), shown = STEP, sorted = -1, up = true;
    const tools = make("div", undefined, "tools");
    const label = make("label", "Cari"), search = make("input");
    search.type = "search"; search.setAttribute("aria-label", "Cari di " + place.dataset.title);
    label.append(search); tools.append(label);
    const picks = [];
    data.columns.forEach(function (c, n) {
      if (!c.f) return;
      const l = make("label", c.t), s = make("select");
      const values = Array.from(new Set(data.rows.map(function (r) { return r[n]; }))).sort();
      s.append(new Option("semua", "\u0000"));
      values.slice(0, 500).forEach(function (v) { s.append(new Option(v === "" ? "(kosong)" : v, v)); });
      s.addEventListener("change", apply); l.append(s); tools.append(l); picks.push([n, s]);
    });
    const tally = make("span", "", "soft"); tally.setAttribute("role", "status"); tools.append(tally);
    const table = make("table"), head = make("thead"), row = make("tr"), body = make("tbody");
    data.columns.forEach(function (c, n) {
      const th = make("th"), b = make("button", c.t);
      th.scope = "col"; b.type = "button";
      b.addEventListener("click", function () {
        up = sorted === n ? !up : true; sorted = n;
        row.querySelectorAll("th").forEach(function (x) { x.removeAttribute("aria-sort"); });
        th.setAttribute("aria-sort", up ? "ascending" : "descending");
        apply();
      });
      th.append(b); row.append(th);
    });
    head.append(row); table.append(head, body);
    const scroll = make("div", undefined, "scroll"), more = make("button", "Tampilkan lagi", "more");
    const cut = make("p", "", "soft cut");
    scroll.append(table); scroll.tabIndex = 0; more.type = "button";
    more.addEventListener("click", function () { shown += STEP * 5; draw(); });
    place.replaceChildren(tools, scroll, more, cut);
    let wait = 0;
    search.addEventListener("input", function () { clearTimeout(wait); wait = setTimeout(apply, 120); });
    let before = 0;
    addEventListener("beforeprint", function () { before = shown; shown = PRINTED; draw(); });
    addEventListener("afterprint", function () { shown = before; draw(); });
    function text(i) { return low[i] || (low[i] = data.rows[i].join("\n").toLowerCase()); }
    function apply() {
      const words = search.value.toLowerCase().split(/\s+/).filter(Boolean);
      found = [];
      for (let i = 0; i < data.rows.length; i++) {
        const r = data.rows[i];
        if (picks.every(function (p) { return p[1].value === "\u0000" || r[p[0]] === p[1].value; }) &&
            words.every(function (w) { return text(i).includes(w); })) found.push(i);
      }
      if (sorted >= 0) {
        const right = data.columns[sorted].r;
        const key = function (i) {
          const v = data.rows[i][sorted];
          return right ? (v === "" ? -Infinity : parseFloat(v.replace(/\./g, "").replace(",", "."))) : v;
        };
        found.sort(function (a, b) {
          const x = key(a), y = key(b), c = x < y ? -1 : x > y ? 1 : a - b;
          return up ? c : -c;
        });
      }
      shown = STEP; draw();
    }
    function draw() {
      const parts = document.createDocumentFragment();
      found.slice(0, shown).forEach(function (i) {
        const tr = make("tr");
        data.rows[i].forEach(function (v, n) {
          const td = make("td", v, data.columns[n].r ? "r" : "w");
          const p = data.columns[n].p ? predikat.indexOf(v) : -1;
          if (p >= 0) td.className = "p" + p;
          tr.append(td);
        });
        parts.append(tr);
      });
      body.replaceChildren(parts);
      more.hidden = found.length <= shown;
      cut.textContent = more.hidden ? "" : "Dicetak " + shown.toLocaleString("id") + " baris pertama dari " +
        found.length.toLocaleString("id") + "; saring dahulu untuk mencetak yang lain.";
      tally.textContent = found.length.toLocaleString("id") + " dari " + data.rows.length.toLocaleString("id") + " baris";
    }
    draw();
  }
})();
