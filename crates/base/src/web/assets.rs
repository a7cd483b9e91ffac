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
        Some("svg") => "image/svg+xml",
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
}
