//! Finding what was planted, in every writing in which it could stand.

use std::collections::BTreeSet;

use aho_corasick::AhoCorasick;
use base64::Engine;
use base64::engine::general_purpose::{STANDARD, URL_SAFE};

use super::planted::{Canary, Place};

/// Bytes that were found somewhere.
pub struct Blob {
    pub place: Place,
    pub name: String,
    pub bytes: Vec<u8>,
}

/// Where a canary was seen.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Sighting {
    pub canary: &'static str,
    pub place: Place,
    pub name: String,
    pub written: &'static str,
}

/// Finds canaries whatever their letters' case.
pub struct Search<'c> {
    canaries: &'c [Canary],
    patterns: Vec<(usize, &'static str)>,
    finder: AhoCorasick,
}

impl<'c> Search<'c> {
    pub fn new(canaries: &'c [Canary]) -> Self {
        let (mut patterns, mut texts) = (Vec::new(), Vec::new());
        for (number, canary) in canaries.iter().enumerate() {
            for (written, bytes) in writings(&canary.text) {
                patterns.push((number, written));
                texts.push(bytes);
            }
        }
        let finder = AhoCorasick::builder().ascii_case_insensitive(true).build(&texts).expect("patterns");
        Search { canaries, patterns, finder }
    }

    /// Answers every canary seen in a blob, once each and writing.
    pub fn look(&self, blob: &Blob) -> BTreeSet<Sighting> {
        let seen = self.finder.find_overlapping_iter(&blob.bytes).filter_map(|hit| {
            let (canary, written) = *self.patterns.get(hit.pattern().as_usize())?;
            let canary = self.canaries.get(canary)?.what;
            Some(Sighting { canary, place: blob.place, name: blob.name.clone(), written })
        });
        seen.collect()
    }
}

/// Answers a text as it stands in UTF-8 and UTF-16, in an address, in hexadecimal, in JSON and, whatever stands before
/// it, in Base64.
pub fn writings(text: &str) -> Vec<(&'static str, Vec<u8>)> {
    let utf16: Vec<u16> = text.encode_utf16().collect();
    let json = serde_json::to_string(text).unwrap_or_default();
    let escaped: String =
        text.chars().map(|c| if c.is_ascii() { c.to_string() } else { format!("\\u{:04x}", u32::from(c)) }).collect();
    let mut all = vec![
        ("utf-8", text.as_bytes().to_vec()),
        ("utf-16 little", utf16.iter().flat_map(|unit| unit.to_le_bytes()).collect()),
        ("utf-16 big", utf16.iter().flat_map(|unit| unit.to_be_bytes()).collect()),
        ("percent", base::web::shell::encoded(text).into_bytes()),
        ("form", serde_urlencoded::to_string([("", text)]).unwrap_or_default().trim_start_matches('=').into()),
        ("json", json.trim_matches('"').as_bytes().to_vec()),
        ("json escaped", escaped.into_bytes()),
        ("hexadecimal", hex::encode(text).into_bytes()),
        ("backwards", text.bytes().rev().collect()),
    ];
    for shift in 0..3 {
        let shifted = [&b"\0\0\0"[..shift], text.as_bytes()].concat();
        for engine in [&STANDARD, &URL_SAFE] {
            let whole = engine.encode(&shifted);
            // Letters that also depend on what stands before or after say nothing about the text.
            let from = if shift == 0 { 0 } else { shift + 1 };
            let to = shifted.len() * 8 / 6;
            if let Some(inside) = whole.get(from..to) {
                all.push(("base64", inside.as_bytes().to_vec()));
            }
        }
    }
    all
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_writing_is_found_and_nothing_else() {
        let canary = Canary { what: "a name", text: "Ñu Qzkvjwx-Pfthgrm".into(), may: &[], must: &[] };
        let canaries = [canary];
        let search = Search::new(&canaries);
        let blob =
            |bytes: &[u8]| Blob { place: Place::Log, name: "a blob".into(), bytes: [b"xy", bytes, b"z"].concat() };
        for (written, bytes) in writings(&canaries[0].text) {
            assert!(search.look(&blob(&bytes)).iter().any(|seen| seen.written == written), "{written}");
        }
        for before in ["", "a", "ab", "abc"] {
            let all = STANDARD.encode(format!("{before}{} and more", canaries[0].text));
            assert!(!search.look(&blob(all.as_bytes())).is_empty(), "base64 after {before:?}");
        }
        assert!(search.look(&blob("Ñu Qzkvjwx-Pfthgrn".as_bytes())).is_empty());
    }
}
