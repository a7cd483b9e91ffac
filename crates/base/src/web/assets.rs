//! The files a page needs: stylesheet, fonts, mark and small scripts, held inside the binary.
//!
//! A file is served under the hash of its content, `/assets/<hash>/<name>`, so that a browser may keep it for ever and a
//! new version is a new address. Inside the stylesheet, `url(name)` is rewritten to that address when the program starts.

use std::collections::BTreeMap;
use std::sync::LazyLock;

use axum::extract::Path;
use axum::http::header::CONTENT_TYPE;
use axum::response::{IntoResponse, Response};
use rust_embed::RustEmbed;
use sha2::{Digest, Sha256};

use super::{Refusal, Routes};
use crate::access::RateClass;

#[derive(RustEmbed)]
#[folder = "assets/"]
struct Embedded;

struct Asset {
    path: String,
    hash: String,
    bytes: Vec<u8>,
    mime: &'static str,
}

static ASSETS: LazyLock<BTreeMap<String, Asset>> = LazyLock::new(load);

/// Answers the address of a file, as `/assets/<hash>/look.css`; a name that does not exist gets an address that answers
/// nothing.
pub fn asset_path(name: &str) -> &'static str {
    ASSETS.get(name).map_or("/assets/0/0", |asset| asset.path.as_str())
}

/// Answers the bytes and the media type of a file, if it exists under that hash.
pub fn asset(hash: &str, name: &str) -> Option<(&'static [u8], &'static str)> {
    let asset = ASSETS.get(name).filter(|asset| asset.hash == hash)?;
    Some((&asset.bytes, asset.mime))
}

/// Answers the routes of the files.
pub fn routes() -> Routes {
    Routes::new().public_get(
        "/assets/{hash}/{name}",
        file,
        RateClass::Look,
        "stylesheet, fonts and scripts say nothing about anyone",
    )
}

async fn file(Path((hash, name)): Path<(String, String)>) -> Result<Response, Refusal> {
    let (bytes, mime) = asset(&hash, &name).ok_or(Refusal::NotFound)?;
    Ok(([(CONTENT_TYPE, mime)], bytes).into_response())
}

/// Lists the names of all files.
pub fn asset_names() -> impl Iterator<Item = &'static str> {
    ASSETS.keys().map(String::as_str)
}

fn load() -> BTreeMap<String, Asset> {
    let mut assets = BTreeMap::new();
    let (sheets, others): (Vec<_>, Vec<_>) = Embedded::iter().partition(|path| path.ends_with(".css"));
    for path in others.iter().chain(&sheets) {
        let Some(file) = Embedded::get(path) else { continue };
        let name = path.rsplit('/').next().unwrap_or(path).to_owned();
        let bytes = if name.ends_with(".css") { addressed(&file.data, &assets) } else { file.data.into_owned() };
        let hash = hex::encode(&Sha256::digest(&bytes)[..8]);
        let asset = Asset { path: format!("/assets/{hash}/{name}"), hash, bytes, mime: mime(&name) };
        assets.insert(name, asset);
    }
    assets
}

/// Writes the address of each file in the place of its name.
fn addressed(sheet: &[u8], assets: &BTreeMap<String, Asset>) -> Vec<u8> {
    let sheet = String::from_utf8_lossy(sheet).into_owned();
    assets
        .iter()
        .fold(sheet, |sheet, (name, asset)| sheet.replace(&format!("url({name})"), &format!("url({})", asset.path)))
        .into_bytes()
}

fn mime(name: &str) -> &'static str {
    match name.rsplit('.').next() {
        Some("css") => "text/css; charset=utf-8",
        Some("js") => "text/javascript; charset=utf-8",
        Some("svg") => "image/svg+xml; charset=utf-8",
        Some("woff2") => "font/woff2",
        _ => "text/plain; charset=utf-8",
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    fn read(path: &str) -> Option<(&'static [u8], &'static str)> {
        let mut parts = path.strip_prefix("/assets/")?.split('/');
        asset(parts.next()?, parts.next()?)
    }

    #[test]
    fn a_file_answers_under_the_hash_of_its_bytes_only() {
        let (sheet, mime) = read(asset_path("look.css")).unwrap();
        assert_eq!(mime, "text/css; charset=utf-8");
        assert!(asset_path("look.css").contains(&hex::encode(&Sha256::digest(sheet)[..8])));
        assert!(asset("0123456789abcdef", "look.css").is_none());
        assert!(read(asset_path("nothing.css")).is_none());
    }

    #[test]
    fn every_url_in_the_sheet_leads_to_a_file() {
        let (sheet, _) = read(asset_path("look.css")).unwrap();
        let sheet = String::from_utf8(sheet.to_vec()).unwrap();
        let urls: Vec<&str> = sheet.split("url(").skip(1).map(|rest| rest.split(')').next().unwrap()).collect();
        assert!(urls.len() >= 4, "the fonts");
        for url in urls {
            assert_eq!(read(url).unwrap().1, "font/woff2", "{url}");
        }
    }

    #[test]
    fn the_fonts_come_with_their_licences() {
        for name in ["LICENSE.source-sans-3", "LICENSE.ibm-plex-mono"] {
            let (licence, mime) = read(asset_path(name)).unwrap();
            assert_eq!(mime, "text/plain; charset=utf-8");
            assert!(String::from_utf8_lossy(licence).contains("SIL OPEN FONT LICENSE"));
        }
    }

    /// Reads the colour tokens of a scheme: those of dark come over those of light.
    fn tokens(dark: bool) -> BTreeMap<String, [f64; 3]> {
        let (sheet, _) = read(asset_path("look.css")).unwrap();
        let sheet = std::str::from_utf8(sheet).unwrap();
        let (light, rest) = sheet.split_once("@media screen and (prefers-color-scheme: dark)").unwrap();
        let night = if dark { rest.split_once("  }\n}").unwrap().0 } else { "" };
        let colour =
            |hex: &str| [0, 2, 4].map(|at| f64::from(u8::from_str_radix(&hex[at..at + 2], 16).unwrap()) / 255.0);
        let pairs =
            [light, night].into_iter().flat_map(|part| part.split(';')).filter_map(|line| line.split_once(": #"));
        pairs.filter_map(|(name, hex)| Some((name.rsplit_once("--")?.1.to_owned(), colour(hex)))).collect()
    }

    /// Answers the contrast of two colours. Source: WCAG 2.2, "contrast ratio".
    fn contrast(one: [f64; 3], other: [f64; 3]) -> f64 {
        let linear = |part: f64| if part <= 0.04045 { part / 12.92 } else { ((part + 0.055) / 1.055).powf(2.4) };
        let [one, other] = [one, other].map(|[r, g, b]| 0.2126 * linear(r) + 0.7152 * linear(g) + 0.0722 * linear(b));
        (one.max(other) + 0.05) / (one.min(other) + 0.05)
    }

    #[test]
    fn every_ink_reads_on_its_ground_in_both_schemes() {
        let text = [
            ("ink", "paper"),
            ("ink", "surface"),
            ("ink", "quiet-bg"),
            ("ink", "deep-2"),
            ("ink-2", "paper"),
            ("ink-2", "surface"),
            ("ink-2", "quiet-bg"),
            ("link", "paper"),
            ("link", "surface"),
            ("on-deep", "deep"),
            ("on-deep", "deep-3"),
            ("on-deep", "grave"),
            ("quiet", "surface"),
            ("alert", "paper"),
            ("alert", "surface"),
            ("report-ink", "report-bg"),
            ("alert-ink", "alert-bg"),
            ("protect-ink", "protect-bg"),
            ("done-ink", "done-bg"),
        ];
        let shapes = [
            ("edge", "paper"),
            ("edge", "surface"),
            ("report", "report-bg"),
            ("alert", "alert-bg"),
            ("protect", "protect-bg"),
            ("quiet", "quiet-bg"),
            ("done", "surface"),
            ("bar", "line-2"),
            ("focus", "focus-edge"),
            ("focus", "deep"),
        ];
        for dark in [false, true] {
            let tokens = tokens(dark);
            for (ink, ground, least) in
                text.iter().map(|(i, g)| (i, g, 4.5)).chain(shapes.iter().map(|(i, g)| (i, g, 3.0)))
            {
                let found = contrast(tokens[*ink], tokens[*ground]);
                assert!(found >= least, "{ink} on {ground}, dark {dark}: {found:.2}");
            }
        }
        assert!((contrast([1.0; 3], [0.0; 3]) - 21.0).abs() < 0.001);
    }
}
