//! The cascade as a graph for other tools: Graphviz and Mermaid. RHK utama are nodes inside their
//! person; a broken link leads to a red node that says why.

use std::collections::BTreeSet;
use std::io::{self, Write};

use super::kaskade::label;
use super::mask::Mask;
use super::tree::{Pohon, RhkNode};
use crate::base::ids::SasaranId;
use crate::base::text::shorten;
use crate::model::{Data, RhkId, TautanTarget};

/// What both languages draw.
struct Drawing<'a> {
    data: &'a Data,
    tree: &'a Pohon,
    mask: &'a Mask,
}

fn id(r: RhkId) -> String {
    format!("r{}_{}", r.pegawai.0, r.rhk.0)
}

impl<'a> Drawing<'a> {
    fn rhk(&self) -> impl Iterator<Item = &'a RhkNode> {
        self.tree.node.iter().flat_map(|s| &s.rhk).filter(|r| r.utama)
    }

    /// Sasaran that something hangs on.
    fn sasaran(&self) -> BTreeSet<SasaranId> {
        self.rhk()
            .flat_map(|r| &r.tautan)
            .filter_map(|t| match t.to {
                Ok(TautanTarget::Sasaran(i)) => Some(i),
                _ => None,
            })
            .collect()
    }

    fn text(&self, r: &RhkNode) -> String {
        let own = self.data.rhk(r.id);
        format!("{} {}", self.mask.text(&own.kode), shorten(&self.mask.text(&own.rhk), 60))
    }

    /// Broken links: node and what it says.
    fn broken(&self) -> Vec<(String, String, String)> {
        let mut nodes = Vec::new();
        for r in self.rhk() {
            let from = id(r.id);
            if r.without_tautan {
                nodes.push((from.clone(), format!("x{from}"), "✗ tanpa RHK atasan".to_owned()));
            }
            for (n, t) in r.tautan.iter().enumerate() {
                if let Err(why) = &t.to {
                    nodes.push((
                        from.clone(),
                        format!("x{from}_{n}"),
                        format!("✗ {} {}", shorten(&self.mask.text(&t.kode), 40), self.mask.text(why)),
                    ));
                }
            }
        }
        nodes
    }

    fn links(&self) -> Vec<(String, String)> {
        let mut links = Vec::new();
        for r in self.rhk() {
            for t in &r.tautan {
                match t.to {
                    Ok(TautanTarget::Rhk(to)) => links.push((id(r.id), id(to))),
                    Ok(TautanTarget::Sasaran(i)) => links.push((id(r.id), format!("s{}", i.0))),
                    Err(_) => {}
                }
            }
        }
        links
    }
}

/// The cascade in Graphviz's language.
pub fn dot(out: &mut dyn Write, data: &Data, tree: &Pohon, mask: &Mask) -> io::Result<()> {
    let g = Drawing { data, tree, mask };
    let quote = |text: &str| {
        format!(
            "\"{}\"",
            text.replace('\\', "\\\\").replace('"', "\\\"").replace(['\n', '\r'], " ")
        )
    };
    writeln!(out, "digraph kaskade {{")?;
    writeln!(
        out,
        "  rankdir=RL; node [shape=box, style=rounded, fontname=\"sans-serif\", fontsize=10];"
    )?;
    for i in g.sasaran() {
        if let Some(s) = data.sasaran.get(i.index()) {
            let text = format!("{} {}", mask.text(&s.kode), shorten(&mask.text(&s.sasaran), 60));
            writeln!(out, "  s{} [label={}, shape=ellipse];", i.0, quote(&text))?;
        }
    }
    for (n, s) in tree.node.iter().enumerate() {
        let own: Vec<&RhkNode> = s.rhk.iter().filter(|r| r.utama).collect();
        if own.is_empty() {
            continue;
        }
        writeln!(out, "  subgraph cluster_{n} {{ label={};", quote(&label(data, s, mask)))?;
        for r in own {
            let lost = s.di_bawah > 0 && r.supporter == 0;
            let mark = if lost { ", color=orange" } else { "" };
            writeln!(out, "    {} [label={}{mark}];", id(r.id), quote(&g.text(r)))?;
        }
        writeln!(out, "  }}")?;
    }
    for (from, node, text) in g.broken() {
        writeln!(out, "  {node} [label={}, color=red, fontcolor=red];", quote(&text))?;
        writeln!(out, "  {from} -> {node} [color=red, style=dashed];")?;
    }
    for (from, to) in g.links() {
        writeln!(out, "  {from} -> {to};")?;
    }
    writeln!(out, "}}")
}

/// The cascade in Mermaid's language.
pub fn mermaid(out: &mut dyn Write, data: &Data, tree: &Pohon, mask: &Mask) -> io::Result<()> {
    let g = Drawing { data, tree, mask };
    // Inside quotes Mermaid takes entities; everything it would read as markup becomes one.
    let quote = |text: &str| {
        let mut safe = String::new();
        for c in text.chars() {
            match c {
                '"' => safe.push_str("#quot;"),
                '#' => safe.push_str("#35;"),
                '<' => safe.push_str("#lt;"),
                '>' => safe.push_str("#gt;"),
                '\\' => safe.push_str("#92;"),
                '`' => safe.push('\''),
                c if c.is_control() => safe.push(' '),
                c => safe.push(c),
            }
        }
        format!("\"{safe}\"")
    };
    writeln!(out, "flowchart RL")?;
    for i in g.sasaran() {
        if let Some(s) = data.sasaran.get(i.index()) {
            let text = format!("{} {}", mask.text(&s.kode), shorten(&mask.text(&s.sasaran), 60));
            writeln!(out, "  s{}([{}])", i.0, quote(&text))?;
        }
    }
    for (n, s) in tree.node.iter().enumerate() {
        let own: Vec<&RhkNode> = s.rhk.iter().filter(|r| r.utama).collect();
        if own.is_empty() {
            continue;
        }
        writeln!(out, "  subgraph p{n}[{}]", quote(&label(data, s, mask)))?;
        for r in own {
            writeln!(out, "    {}[{}]", id(r.id), quote(&g.text(r)))?;
        }
        writeln!(out, "  end")?;
    }
    let broken = g.broken();
    for (from, node, text) in &broken {
        writeln!(out, "  {node}[{}]:::putus", quote(text))?;
        writeln!(out, "  {from} -.-> {node}")?;
    }
    for (from, to) in g.links() {
        writeln!(out, "  {from} --> {to}")?;
    }
    if !broken.is_empty() {
        writeln!(out, "  classDef putus stroke:#c00,color:#c00")?;
    }
    Ok(())
}
