//! A checkpoint: a short signed text that says where every series stood, so that who keeps it sees any later cut.
//!
//! The text is a C2SP signed note (<https://c2sp.org/signed-note>) in the order of a C2SP checkpoint: origin, number of
//! entries, root, then lines of our own: the time and one line a series. The root is the hash of those series lines and
//! not of a Merkle tree, so it answers no inclusion proof.

use std::fmt::{self, Write};

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use ed25519_dalek::{Signature, Signer, SigningKey, VerifyingKey};
use sha2::{Digest, Sha256};

use crate::hash::{Hash, heads_hash};
use crate::header::Head;
use crate::series::Series;
use crate::verifier::Heads;

const ORIGIN_BYTES_MAX: usize = 100;
const TEXT_BYTES_MAX: usize = 1 << 20;
const SIGNATURES_MAX: usize = 100;
const SIGNATURE_TYPE_ED25519: u8 = 0x01;

/// Where every series of one journal stood at one time.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Checkpoint {
    origin: String,
    recorded_at_us: i64,
    heads: Heads,
}

/// A checkpoint with its signatures, nobody's word until [`verify`](SignedCheckpoint::verify) answers it. Shown as its text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SignedCheckpoint {
    checkpoint: Checkpoint,
    signatures: Vec<NoteSignature>,
}

/// One signature line; the bytes are the four of the key's id, then the signature.
#[derive(Debug, Clone, PartialEq, Eq)]
struct NoteSignature {
    name: String,
    bytes: Vec<u8>,
}

/// Says why a checkpoint was refused.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum CheckpointError {
    /// The origin is not 1 to 100 printable ASCII characters without space and plus.
    #[error("an origin is 1 to {ORIGIN_BYTES_MAX} printable ASCII characters without space and '+'")]
    Origin,
    /// More than a mebibyte of text.
    #[error("a checkpoint has at most {TEXT_BYTES_MAX} bytes")]
    TooLong,
    /// A line is missing or is not what should stand there; its number from 1.
    #[error("line {0} is not what a checkpoint has there")]
    Line(usize),
    /// Number of entries or root do not agree with the lines of the series.
    #[error("the number of entries or the root disagrees with the series listed")]
    Inconsistent,
    /// The same values written in another way than the one permitted, or series unsorted.
    #[error("not in canonical form")]
    NotCanonical,
    /// No line is by this key in the name of the origin.
    #[error("not signed by this key")]
    NotSigned,
    /// A line claims to be by this key and is not.
    #[error("the signature is wrong")]
    WrongSignature,
}

impl Checkpoint {
    /// Makes the checkpoint of a journal that stands at these heads.
    ///
    /// The origin names the journal and is the name of the key, best a URL without scheme: `secretariat.example/rcm`.
    /// The time is in microseconds since 1970-01-01T00:00:00Z.
    ///
    /// # Errors
    /// [`CheckpointError::Origin`].
    pub fn new(origin: &str, heads: Heads, recorded_at_us: i64) -> Result<Checkpoint, CheckpointError> {
        if !is_key_name(origin) {
            return Err(CheckpointError::Origin);
        }
        Ok(Checkpoint { origin: origin.to_owned(), recorded_at_us, heads })
    }

    /// Answers which journal this is about.
    pub fn origin(&self) -> &str {
        &self.origin
    }

    /// Answers how many entries the journal had, all series together.
    pub fn entries(&self) -> u64 {
        self.heads.values().fold(0, |sum, head| sum.saturating_add(head.sequence))
    }

    /// Answers one hash for all heads: equal for equal heads, whatever the time and the signer.
    pub fn root(&self) -> Hash {
        heads_hash(&self.head_lines())
    }

    /// Answers when it was made, in microseconds since 1970-01-01T00:00:00Z.
    pub fn recorded_at_us(&self) -> i64 {
        self.recorded_at_us
    }

    /// Answers where each series stood.
    pub fn heads(&self) -> &Heads {
        &self.heads
    }

    /// Signs the checkpoint in the name of its origin.
    pub fn sign(self, key: &SigningKey) -> SignedCheckpoint {
        let id = key_id(&self.origin, &key.verifying_key());
        let signature = key.sign(self.text().as_bytes());
        let line = NoteSignature { name: self.origin.clone(), bytes: [&id[..], &signature.to_bytes()].concat() };
        SignedCheckpoint { checkpoint: self, signatures: vec![line] }
    }

    /// What is signed: every line with its newline, without the empty line after them.
    fn text(&self) -> String {
        let lines = self.head_lines();
        let root = STANDARD.encode(heads_hash(&lines).0);
        format!("{}\n{}\n{root}\nrecorded_at_us {}\n{lines}", self.origin, self.entries(), self.recorded_at_us)
    }

    fn head_lines(&self) -> String {
        self.heads.iter().fold(String::new(), |mut lines, (series, head)| {
            // Writing to a String does not fail.
            let _ = writeln!(lines, "{series} {} {}", head.sequence, STANDARD.encode(head.hash.0));
            lines
        })
    }

    /// Reads the lines before the empty one; that they are in canonical form is for the caller to check.
    fn parse(text: &str) -> Result<Checkpoint, CheckpointError> {
        let mut lines = text.lines();
        let mut next = |number| lines.next().ok_or(CheckpointError::Line(number));
        let origin = next(1)?;
        let entries: u64 = next(2)?.parse().map_err(|_| CheckpointError::Line(2))?;
        let root = hash(next(3)?).ok_or(CheckpointError::Line(3))?;
        let time = next(4)?.strip_prefix("recorded_at_us ").and_then(|time| time.parse().ok());
        let recorded_at_us = time.ok_or(CheckpointError::Line(4))?;
        let mut heads = Heads::new();
        for (number, line) in (5..).zip(lines) {
            let (series, head) = head_line(line).ok_or(CheckpointError::Line(number))?;
            heads.insert(series, head);
        }
        let checkpoint = Checkpoint::new(origin, heads, recorded_at_us)?;
        if checkpoint.entries() != entries || checkpoint.root() != root {
            return Err(CheckpointError::Inconsistent);
        }
        Ok(checkpoint)
    }
}

impl SignedCheckpoint {
    /// Reads the text of a signed checkpoint, accepting exactly what is shown of one.
    ///
    /// Up to a hundred signature lines are kept as they are, whoever signed and by whatever method.
    ///
    /// # Errors
    /// Any [`CheckpointError`] but those about who signed.
    pub fn parse(text: &str) -> Result<SignedCheckpoint, CheckpointError> {
        if text.len() > TEXT_BYTES_MAX {
            return Err(CheckpointError::TooLong);
        }
        let body_lines = text.lines().take_while(|line| !line.is_empty()).count();
        let (body, rest) = text.split_once("\n\n").ok_or(CheckpointError::Line(body_lines + 1))?;
        let checkpoint = Checkpoint::parse(body)?;
        let mut signatures = Vec::new();
        for (i, line) in rest.lines().enumerate() {
            let signature = signature_line(line).filter(|_| i < SIGNATURES_MAX);
            signatures.push(signature.ok_or(CheckpointError::Line(body_lines + 2 + i))?);
        }
        if signatures.is_empty() {
            return Err(CheckpointError::Line(body_lines + 2));
        }
        let signed = SignedCheckpoint { checkpoint, signatures };
        if signed.to_string() == text { Ok(signed) } else { Err(CheckpointError::NotCanonical) }
    }

    /// Answers the checkpoint when this key signed it in the name of its origin; other signatures are passed over.
    ///
    /// Which origin it is about remains for the caller to compare.
    ///
    /// # Errors
    /// [`CheckpointError::NotSigned`] or [`CheckpointError::WrongSignature`].
    pub fn verify(&self, key: &VerifyingKey) -> Result<&Checkpoint, CheckpointError> {
        let text = self.checkpoint.text();
        let id = key_id(&self.checkpoint.origin, key);
        let mut signed = Err(CheckpointError::NotSigned);
        for line in self.signatures.iter().filter(|line| line.name == self.checkpoint.origin) {
            let Some(signature) = line.bytes.strip_prefix(&id) else { continue };
            let signature = Signature::from_slice(signature).map_err(|_| CheckpointError::WrongSignature)?;
            key.verify_strict(text.as_bytes(), &signature).map_err(|_| CheckpointError::WrongSignature)?;
            signed = Ok(&self.checkpoint);
        }
        signed
    }
}

impl fmt::Display for SignedCheckpoint {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        writeln!(f, "{}", self.checkpoint.text())?;
        for line in &self.signatures {
            writeln!(f, "— {} {}", line.name, STANDARD.encode(&line.bytes))?;
        }
        Ok(())
    }
}

/// Answers the first four bytes that tell a reader of the note which key signed (C2SP signed-note, "Ed25519 signatures").
fn key_id(name: &str, key: &VerifyingKey) -> [u8; 4] {
    let mut hasher = Sha256::new_with_prefix(name.as_bytes());
    hasher.update([b'\n', SIGNATURE_TYPE_ED25519]);
    hasher.update(key.as_bytes());
    let [a, b, c, d, ..]: [u8; 32] = hasher.finalize().into();
    [a, b, c, d]
}

fn is_key_name(name: &str) -> bool {
    (1..=ORIGIN_BYTES_MAX).contains(&name.len()) && name.bytes().all(|b| b.is_ascii_graphic() && b != b'+')
}

fn hash(base64: &str) -> Option<Hash> {
    Hash::try_from(STANDARD.decode(base64).ok()?.as_slice()).ok()
}

fn head_line(line: &str) -> Option<(Series, Head)> {
    let mut words = line.split(' ');
    let series = words.next()?.parse().ok()?;
    let sequence = words.next()?.parse().ok().filter(|sequence| *sequence > 0)?;
    let head = Head { sequence, hash: hash(words.next()?)? };
    words.next().is_none().then_some((series, head))
}

fn signature_line(line: &str) -> Option<NoteSignature> {
    let (name, base64) = line.strip_prefix("— ")?.split_once(' ')?;
    let bytes = STANDARD.decode(base64).ok().filter(|bytes| bytes.len() > 4)?;
    is_key_name(name).then(|| NoteSignature { name: name.to_owned(), bytes })
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use proptest::prelude::*;

    use super::*;
    use crate::specimen::{series, write};

    const ORIGIN: &str = "secretariat.example/specimen";

    fn key() -> SigningKey {
        SigningKey::from_bytes(&[0x42; 32])
    }

    fn checkpoint() -> Checkpoint {
        let (_, heads) = write(&["UTO/status", "XRC/status", "UTO/documents", "UTO/status"].map(series));
        Checkpoint::new(ORIGIN, heads, 1_763_898_000_123_456).unwrap()
    }

    /// Frozen: Ed25519 signs the same text with the same bytes. Computed by a second program, which signed with OpenSSL.
    const GOLDEN: &str = concat!(
        "secretariat.example/specimen\n",
        "4\n",
        "tw5oQPtlJmaktLrC4UzUAf5JgPpjC/ml83hrmE6SjFU=\n",
        "recorded_at_us 1763898000123456\n",
        "UTO/documents 1 6DCaWbAoz2H+pCz+ATDlO8pz7X9s0HsilLJsdWmmZp4=\n",
        "UTO/status 2 Z/owI1iqBue3t4+DQoAYH6gdw5r4A5KqHYgL0/h0Rzw=\n",
        "XRC/status 1 2yojeh08zwVqnOisx4DoZwR4fMu4vWaaBU9b7o1ZrBQ=\n",
        "\n",
        "— secretariat.example/specimen +TJNgcc+dvpeLUCXDNzr1nIY8BpFBF91J6koF/0Xbtn3k4vKudnozRAtjEIE2mJIBel9KCcLqTWsWs/4B5LmHtHZrAs=\n",
    );

    #[test]
    fn the_text_is_frozen() {
        assert_eq!(checkpoint().sign(&key()).to_string(), GOLDEN);
    }

    #[test]
    fn the_page_about_the_format_shows_the_frozen_text() {
        assert!(include_str!("../../../docs/formats/journal.md").contains(GOLDEN));
    }

    #[test]
    fn what_was_signed_is_read_and_verified() {
        let signed = SignedCheckpoint::parse(GOLDEN).unwrap();
        assert_eq!(signed.verify(&key().verifying_key()), Ok(&checkpoint()));
        assert_eq!(signed.to_string(), GOLDEN);
        assert_eq!((checkpoint().entries(), checkpoint().heads().len()), (4, 3));
        let empty = Checkpoint::new(ORIGIN, Heads::new(), 0).unwrap().sign(&key());
        assert_eq!(SignedCheckpoint::parse(&empty.to_string()), Ok(empty));
    }

    /// The key published with the package golang.org/x/mod/sumdb/note: its id was computed by other code than ours.
    #[test]
    fn the_key_id_is_that_of_signed_notes() {
        let key = STANDARD.decode("ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW").unwrap();
        let key = VerifyingKey::from_bytes(key[1..].try_into().unwrap()).unwrap();
        assert_eq!(hex::encode(key_id("PeterNeumann", &key)), "c74f20a3");
    }

    #[test]
    fn another_key_or_name_is_not_the_signer() {
        let other = SigningKey::from_bytes(&[0x43; 32]);
        let signed = checkpoint().sign(&key());
        assert_eq!(signed.verify(&other.verifying_key()), Err(CheckpointError::NotSigned));
        let renamed = GOLDEN.replace(&format!("— {ORIGIN}"), "— somebody.example/else");
        let renamed = SignedCheckpoint::parse(&renamed).unwrap();
        assert_eq!(renamed.verify(&key().verifying_key()), Err(CheckpointError::NotSigned));
    }

    #[test]
    fn signatures_of_others_are_kept_and_passed_over() {
        let text = format!("{GOLDEN}— witness.example/uto {}\n", STANDARD.encode([9; 80]));
        let signed = SignedCheckpoint::parse(&text).unwrap();
        assert_eq!(signed.to_string(), text);
        assert_eq!(signed.verify(&key().verifying_key()), Ok(&checkpoint()));
    }

    #[test]
    fn a_false_line_beside_the_true_one_refuses_the_whole() {
        let mut signed = checkpoint().sign(&key());
        let mut forged = signed.signatures[0].clone();
        *forged.bytes.last_mut().unwrap() ^= 1;
        signed.signatures.push(forged);
        assert_eq!(signed.verify(&key().verifying_key()), Err(CheckpointError::WrongSignature));
        signed.signatures[1].bytes.truncate(10);
        assert_eq!(signed.verify(&key().verifying_key()), Err(CheckpointError::WrongSignature));
    }

    #[test]
    fn what_is_no_checkpoint_is_refused_with_its_line() {
        let line = |n| Err(CheckpointError::Line(n));
        let parse = |from: &str, to: &str| {
            assert!(GOLDEN.contains(from), "{from}");
            SignedCheckpoint::parse(&GOLDEN.replacen(from, to, 1))
        };
        assert_eq!(SignedCheckpoint::parse(""), line(1));
        assert_eq!(SignedCheckpoint::parse(&GOLDEN[..GOLDEN.find("\n\n").unwrap() + 2]), line(9));
        assert_eq!(parse("\n4\n", "\nfour\n"), line(2));
        assert_eq!(parse("recorded_at_us", "recorded_at_ms"), line(4));
        assert_eq!(parse("UTO/documents 1 ", "UTO/documents 0 "), line(5));
        assert_eq!(parse("XRC/status", "XRC/Status"), line(7));
        assert_eq!(parse("— ", "- "), line(9));
        assert_eq!(parse("\n4\n", "\n5\n"), Err(CheckpointError::Inconsistent));
        assert_eq!(parse("UTO/documents 1 ", "UTO/documents 2 "), Err(CheckpointError::Inconsistent));
        assert_eq!(parse("6DCaWb", "7DCaWb"), Err(CheckpointError::Inconsistent));
        assert_eq!(parse("\n4\n", "\n04\n"), Err(CheckpointError::NotCanonical));
        assert_eq!(parse("us 1763", "us +1763"), Err(CheckpointError::NotCanonical));
        assert_eq!(SignedCheckpoint::parse(&GOLDEN.replace('\n', "\r\n")), line(8));
        assert_eq!(SignedCheckpoint::parse(GOLDEN.trim_end()), Err(CheckpointError::NotCanonical));
        assert_eq!(SignedCheckpoint::parse(&"a".repeat(TEXT_BYTES_MAX + 1)), Err(CheckpointError::TooLong));
        for wrong in ["", "a b", "a+b", "ñ", "a\nb", &"a".repeat(ORIGIN_BYTES_MAX + 1)] {
            assert_eq!(Checkpoint::new(wrong, Heads::new(), 0), Err(CheckpointError::Origin), "{wrong}");
        }
    }

    #[test]
    fn a_change_of_any_byte_is_refused() {
        let verifying = key().verifying_key();
        for (i, original) in GOLDEN.bytes().enumerate() {
            for other in [original ^ 1, original ^ 0x20, b'0', b'\n'].into_iter().filter(|other| *other != original) {
                let mut bytes = GOLDEN.as_bytes().to_vec();
                bytes[i] = other;
                let Ok(text) = String::from_utf8(bytes) else { continue };
                let accepted = SignedCheckpoint::parse(&text).is_ok_and(|signed| signed.verify(&verifying).is_ok());
                assert!(!accepted, "byte {i}: {text}");
            }
        }
    }

    proptest! {
        #[test]
        fn what_is_read_is_shown_the_same_and_nothing_panics(
            at in any::<prop::sample::Index>(), drop in 0..60_usize, with in "[\\PC\n]{0,8}",
        ) {
            let mut chars: Vec<char> = GOLDEN.chars().collect();
            let at = at.index(chars.len());
            chars.splice(at..(at + drop).min(chars.len()), with.chars());
            let text = String::from_iter(chars);
            if let Ok(signed) = SignedCheckpoint::parse(&text) {
                prop_assert_eq!(signed.to_string(), text);
            }
        }
    }
}
