//! Each parameter from the first layer that has a record of it for the day.

use jiff::civil::Date;
use toml::Spanned;

use super::layer::{History, Layer, Record, RuleFile};
use crate::rules::error::row;
use crate::rules::parameter::{MOST, Parameter};
use crate::rules::sections::FileSection;
use crate::rules::values::ParameterValue;
use crate::rules::{AturanError, BUILT_IN, Rezim};

/// Collects the parameters of the layers, numbering them.
pub(in crate::rules) struct Builder<'a> {
    pub(super) layers: &'a [Layer],
    /// The day whose record counts where a parameter has several.
    pub(super) at: Date,
    pub(super) next: u8,
    /// What is wrong so far: whoever mends the file wants to see all of it.
    pub(super) wrong: Vec<AturanError>,
}

impl Builder<'_> {
    /// A parameter that must be there.
    pub(in crate::rules) fn must<T: ParameterValue>(
        &mut self,
        section: &'static str,
        key: &'static str,
        records_of: impl Fn(&RuleFile) -> Option<&Spanned<History<T>>>,
    ) -> Option<Parameter<T>> {
        match self.find(section, key, records_of) {
            Ok(None) => {
                let layer = &self.layers[0];
                self.wrong.push(layer.wrong(
                    layer.file.aturan.span().start,
                    format!("parameter `{section}.{key}` tidak ada di sini maupun di aturan yang diperluas"),
                ));
                None
            }
            other => self.keep(other),
        }
    }

    /// A parameter that may be there.
    pub(in crate::rules) fn may<T: ParameterValue>(
        &mut self,
        section: &'static str,
        key: &'static str,
        records_of: impl Fn(&RuleFile) -> Option<&Spanned<History<T>>>,
    ) -> Option<Parameter<T>> {
        let found = self.find(section, key, records_of);
        self.keep(found)
    }

    pub(super) fn keep<T>(&mut self, found: Result<Option<T>, AturanError>) -> Option<T> {
        found.unwrap_or_else(|e| {
            self.wrong.push(e);
            None
        })
    }

    fn find<T: ParameterValue>(
        &mut self,
        section: &'static str,
        key: &'static str,
        records_of: impl Fn(&RuleFile) -> Option<&Spanned<History<T>>>,
    ) -> Result<Option<Parameter<T>>, AturanError> {
        let index = self.next;
        if index >= MOST {
            let layer = &self.layers[0];
            return Err(layer.wrong(0, "terlalu banyak parameter"));
        }
        self.next += 1;
        let mut picked: Option<Parameter<T>> = None;
        // Records of every layer are checked, also those that an upper layer replaces; from the
        // lowest up, so that a layer can be held against what it replaces.
        for layer in self.layers.iter().rev() {
            let Some(records) = records_of(&layer.file) else { continue };
            let parameter = Self::choose_record(layer, section, key, records, self.at, index)?;
            let of_agency = !BUILT_IN.iter().any(|(id, _)| **id == *layer.name);
            if let Some(basis) = &picked
                && of_agency
                && !T::REPLACEABLE
                && basis.nilai.display() != parameter.nilai.display()
            {
                return Err(layer.wrong(
                    records.span().start,
                    format!(
                        "`{section}.{key}`: ketentuan ini dijalankan mesin dan tidak dapat diganti dengan kata-kata; \
                         tulis nilainya persis \"{}\", yang boleh berbeda acuan dan keyakinannya",
                        basis.nilai.display()
                    ),
                ));
            }
            picked = Some(parameter);
        }
        Ok(picked)
    }

    fn choose_record<T: ParameterValue>(
        layer: &Layer,
        section: &'static str,
        key: &'static str,
        records: &Spanned<History<T>>,
        at: Date,
        index: u8,
    ) -> Result<Parameter<T>, AturanError> {
        let start = records.span().start;
        let mut all = Vec::new();
        for record in &records.get_ref().0 {
            all.push(Self::record(layer, section, key, record, start, index)?);
        }
        for (a, b) in all.iter().zip(all.iter().skip(1)) {
            if b.mulai <= a.mulai || a.selesai.is_none_or(|s| s >= b.mulai) {
                return Err(layer.wrong(
                    start,
                    format!(
                        "`{section}.{key}`: catatan harus urut menurut `mulai`, dan yang lama diberi `selesai` sebelum yang baru"
                    ),
                ));
            }
        }
        let latest = all.iter().rposition(|p| p.mulai <= at).unwrap_or(0);
        all.into_iter()
            .nth(latest)
            .ok_or_else(|| layer.wrong(start, format!("`{section}.{key}` tidak berisi")))
    }

    fn record<T: ParameterValue>(
        layer: &Layer,
        section: &'static str,
        key: &'static str,
        r: &Record<T>,
        start: usize,
        index: u8,
    ) -> Result<Parameter<T>, AturanError> {
        // The place of the value tells the record, where there are several.
        let offset = r.nilai.as_ref().map_or(start, |n| n.span().start);
        let wrong = |reason: String| layer.wrong(offset, format!("`{section}.{key}`: {reason}"));
        let nilai = r.nilai.as_ref().ok_or_else(|| wrong("`nilai` belum diisi".into()))?;
        nilai.get_ref().validate().map_err(wrong)?;
        let acuan = r.acuan.as_deref().map(str::trim).unwrap_or_default();
        if acuan.is_empty() {
            return Err(wrong("`acuan` belum diisi (peraturan dan pasal atau halamannya)".into()));
        }
        let keyakinan = r
            .keyakinan
            .ok_or_else(|| wrong("`keyakinan` belum diisi (teks, sekunder, tafsir atau asumsi)".into()))?;
        if let Some(link) = r.tautan.as_deref().filter(|l| !l.starts_with("https://")) {
            return Err(wrong(format!("`tautan` harus alamat https://, bukan \"{link}\"")));
        }
        let mulai = r
            .mulai
            .as_ref()
            .ok_or_else(|| wrong("`mulai` belum diisi (sejak kapan berlaku)".into()))?;
        let mulai = layer.date(mulai)?;
        let selesai = r.selesai.as_ref().map(|d| layer.date(d)).transpose()?;
        if selesai.is_some_and(|s| s < mulai) {
            return Err(wrong("`selesai` lebih awal daripada `mulai`".into()));
        }
        Ok(Parameter {
            nilai: nilai.get_ref().clone(),
            key,
            section,
            acuan: acuan.to_owned(),
            keyakinan,
            mulai,
            selesai,
            tautan: r.tautan.clone(),
            catatan: r.catatan.clone(),
            origin: layer.name.clone(),
            row: row(&layer.text, offset),
            index,
        })
    }

    /// A section of the other regime must not be there.
    pub(super) fn refuse<S: FileSection>(&mut self, rezim: Rezim, of: impl Fn(&RuleFile) -> Option<&S>) {
        let begun = |l: &'_ Layer| of(&l.file).and_then(S::first_offset);
        if let Some((layer, offset)) = self.layers.iter().find_map(|l| Some((l, begun(l)?))) {
            let reason = format!("bagian `{}` tidak berlaku dalam aturan {}", S::NAME, rezim.as_str());
            self.wrong.push(layer.wrong(offset, reason));
        }
    }
}
