//! Backups, as somebody hands them to `puebla restore`: a tar, its manifest and the manifest's signature.
//!
//! Held: what is no backup of these keys leaves the place where it was to go as it was, and nothing outside it; also when
//! the manifest is signed, so that what follows the signature is met.

use std::cell::OnceCell;
use std::path::Path;

use base::store::{Keys, Manifest, restore};
use ed25519_dalek::Signer;
use jiff::Timestamp;
use serde_json::{Value, json};
use tempfile::TempDir;

const SIGNED: &[u8] = b"puebla backup 1\n";

thread_local! {
    static KEYS: OnceCell<(TempDir, Keys)> = const { OnceCell::new() };
}

/// Restores from bytes; by the first they are a tar, or a manifest and names with contents from which a tar is made.
pub fn backups(bytes: &[u8]) {
    let Some((choice, rest)) = bytes.split_first() else { return };
    KEYS.with(|kept| {
        let (home, keys) = kept.get_or_init(|| {
            let home = tempfile::tempdir().expect("a folder");
            let keys = Keys::create(home.path()).expect("keys");
            (home, keys)
        });
        let end = rest.iter().position(|byte| *byte == 0).unwrap_or(rest.len());
        let (text, pieces) = (&rest[..end], rest.get(end + 1..).unwrap_or_default());
        if choice % 2 == 0 {
            let _ = Manifest::read(text, pieces, keys);
            return restored(home.path(), keys, rest);
        }
        let text = of_these_keys(text, keys);
        let signature = hex::encode(keys.checkpoint().sign(&[SIGNED, &text].concat()).to_bytes());
        if Manifest::read(&text, signature.as_bytes(), keys).is_ok() {
            restored(home.path(), keys, &tar(&text, &signature, pieces));
        }
    });
}

fn restored(home: &Path, keys: &Keys, backup: &[u8]) {
    let to = home.join("within").join("restored");
    let now = Timestamp::from_second(1_772_463_600).expect("an instant");
    let restored = restore(backup, keys, &to, &[&registers::HOUSE], now);
    assert!(restored.is_err(), "no bytes of a stranger are a whole backup");
    assert!(!to.exists(), "a place that was not there is there");
    let inside: Vec<_> = std::fs::read_dir(home).expect("a folder").flatten().map(|file| file.file_name()).collect();
    assert!(inside.iter().all(|name| name == "keys" || name == "within"), "something lies beside it: {inside:?}");
}

/// Writes these keys' marks into a manifest that is JSON, so that what comes after them is read.
fn of_these_keys(text: &[u8], keys: &Keys) -> Vec<u8> {
    let Ok(Value::Object(mut manifest)) = serde_json::from_slice(text) else { return text.to_vec() };
    let marks = keys.check_values().map(|(name, value)| (name.to_owned(), Value::from(value)));
    manifest.insert("keys".to_owned(), Value::Object(marks.into_iter().collect()));
    manifest.entry("made_at").or_insert_with(|| json!("2026-03-02T15:00:00Z"));
    serde_json::to_vec(&manifest).unwrap_or_default()
}

/// Makes a tar; of each piece, one byte is the length of its name and two are that of its content.
fn tar(text: &[u8], signature: &str, mut pieces: &[u8]) -> Vec<u8> {
    let mut out = Vec::new();
    append(&mut out, b"MANIFEST.json", text);
    append(&mut out, b"MANIFEST.sig", signature.as_bytes());
    while let Some((length, rest)) = pieces.split_first() {
        let (name, rest) = rest.split_at(usize::from(*length).min(rest.len()));
        let Some((length, rest)) = rest.split_first_chunk::<2>() else { break };
        let (content, rest) = rest.split_at(usize::from(u16::from_be_bytes(*length)).min(rest.len()));
        append(&mut out, name, content);
        pieces = rest;
    }
    out.extend([0; 1024]);
    out
}

/// Appends an entry with any name: what makes tars by the rules would refuse some of them.
fn append(out: &mut Vec<u8>, name: &[u8], content: &[u8]) {
    let mut header = tar::Header::new_gnu();
    let field = &mut header.as_old_mut().name;
    let length = name.len().min(field.len());
    field[..length].copy_from_slice(&name[..length]);
    header.set_size(content.len() as u64);
    header.set_mode(0o400);
    header.set_cksum();
    out.extend_from_slice(header.as_bytes());
    out.extend_from_slice(content);
    out.resize(out.len().next_multiple_of(512), 0);
}
