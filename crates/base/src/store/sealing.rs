//! Words that rest closed, in the journal and in tables alike, so that a disk without its keys tells nothing of them.
//!
//! They are closed before they are an entry: a rebuild copies what rests, and needs no key. A journal is never written again, so a new
//! `secrets.key` does not close old words anew; it closes anew the *roots* under which they are.
//!
//! ```text
//! root     32 bytes of chance; one more with each new secrets.key; in base.db, wrapped under what is derived from secrets.key
//! closed   0x01 ‖ number of the root (4) ‖ nonce (24) ‖ XChaCha20-Poly1305 (as long as what is closed) ‖ tag (16)
//! bound to "puebla sealed 1\n" ‖ number (4) ‖ State ‖ "\n" ‖ field ‖ "\n" ‖ id (16) ‖ part (8)
//! ```

use std::sync::Arc;

use chacha20poly1305::aead::{Aead, KeyInit, Payload};
use chacha20poly1305::{Key, XChaCha20Poly1305, XNonce};
use journal::StateCode;
use minicbor::data::Type;
use minicbor::decode::Error as DecodeError;
use minicbor::encode::{Error as EncodeError, Write};
use minicbor::{Decode, Decoder, Encode, Encoder};
use rusqlite::Connection;
use uuid::Uuid;
use zeroize::Zeroizing;

use super::{Keys, StoreError};

/// What every binding begins with, and the first byte of what is closed.
const FORM: (&[u8], u8) = (b"puebla sealed 1\n", 1);

/// What the wrapping of a root is bound to, before its number.
const ROOT: &[u8] = b"puebla sealing root 1\n";

/// What closed words are of: moved to another place they do not open.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Bound {
    /// Which field, such as `alerts.reason`.
    pub field: &'static str,
    /// Whose words.
    pub state: StateCode,
    /// The id of the record that they are of.
    pub about: Uuid,
    /// Which of several of that record: a version's number, the position of what is answered; nought where there is one.
    pub part: u64,
}

/// One root.
struct Root {
    number: u32,
    bytes: Zeroizing<[u8; 32]>,
}

/// Closes words, and opens them. The default one holds no root and does neither.
#[derive(Clone, Default)]
pub struct Sealer(Arc<Vec<Root>>);

impl Sealer {
    /// Closes words under the last root.
    ///
    /// Errors: `Unopened` where there is none.
    pub fn close(&self, bound: &Bound, words: &[u8]) -> Result<Vec<u8>, StoreError> {
        let root = self.0.last().ok_or_else(|| bound.unopened())?;
        let nonce: [u8; 24] = rand::random();
        let sealed = cipher(&root.bytes)
            .encrypt(&XNonce::from(nonce), Payload { msg: words, aad: &bound.bytes(root.number) })
            .map_err(|_| bound.unopened())?;
        Ok([&[FORM.1], root.number.to_be_bytes().as_slice(), nonce.as_slice(), &sealed].concat())
    }

    /// Opens what was closed and bound to the same.
    ///
    /// Errors: `Unopened` where it was bound to something else or changed, or its root is not there.
    pub fn open(&self, bound: &Bound, closed: &[u8]) -> Result<Zeroizing<Vec<u8>>, StoreError> {
        let unopened = || bound.unopened();
        let (form, rest) = closed.split_first().ok_or_else(unopened)?;
        let (number, rest) = rest.split_first_chunk::<4>().ok_or_else(unopened)?;
        let (nonce, sealed) = rest.split_first_chunk::<24>().ok_or_else(unopened)?;
        let number = u32::from_be_bytes(*number);
        let root = self.0.iter().find(|root| root.number == number).filter(|_| *form == FORM.1);
        let root = root.ok_or_else(unopened)?;
        let opened = cipher(&root.bytes)
            .decrypt(&XNonce::from(*nonce), Payload { msg: sealed, aad: &bound.bytes(number) })
            .map_err(|_| unopened())?;
        Ok(Zeroizing::new(opened))
    }

    /// Reads the roots of a folder, and makes the first where there is none yet.
    ///
    /// Errors: `Damaged` where one does not unwrap under these keys.
    pub(super) fn of(base: &Connection, keys: &Keys) -> Result<Self, StoreError> {
        let mut roots = read(base, keys)?;
        if roots.is_empty() {
            roots.push(add(base, keys, 1)?);
        }
        Ok(Sealer(Arc::new(roots)))
    }
}

impl Bound {
    fn bytes(&self, number: u32) -> Vec<u8> {
        let mut bytes = [FORM.0, number.to_be_bytes().as_slice()].concat();
        for name in [self.state.as_str(), self.field] {
            bytes.extend_from_slice(name.as_bytes());
            bytes.push(b'\n');
        }
        bytes.extend_from_slice(self.about.as_bytes());
        bytes.extend_from_slice(&self.part.to_be_bytes());
        bytes
    }

    fn unopened(&self) -> StoreError {
        StoreError::Unopened { field: self.field, about: self.about }
    }
}

/// Wraps every root anew, so that it opens with the next keys, and adds one; answers how many were wrapped anew.
///
/// Errors: `Damaged` where one does not unwrap under the keys in force.
pub(super) fn wrap_anew(base: &Connection, keys: &Keys, next: &Keys) -> Result<u64, StoreError> {
    let roots = read(base, keys)?;
    for root in &roots {
        let wrapped = wrap(next, root)?;
        base.execute("UPDATE sealing_root SET wrapped = ?2 WHERE number = ?1", (root.number, wrapped))?;
    }
    add(base, next, roots.last().map_or(1, |root| root.number + 1))?;
    Ok(roots.len() as u64)
}

fn read(base: &Connection, keys: &Keys) -> Result<Vec<Root>, StoreError> {
    let mut statement = base.prepare("SELECT number, wrapped FROM sealing_root ORDER BY number")?;
    let mut rows = statement.query([])?;
    let mut roots = Vec::new();
    while let Some(row) = rows.next()? {
        let number: u32 = row.get(0)?;
        let wrapped: Vec<u8> = row.get(1)?;
        let bytes = unwrap(keys, number, &wrapped)
            .ok_or_else(|| StoreError::Damaged(format!("base.db: sealing root {number} does not open")))?;
        roots.push(Root { number, bytes });
    }
    Ok(roots)
}

fn add(base: &Connection, keys: &Keys, number: u32) -> Result<Root, StoreError> {
    let root = Root { number, bytes: Zeroizing::new(rand::random()) };
    base.execute("INSERT INTO sealing_root (number, wrapped) VALUES (?1, ?2)", (number, wrap(keys, &root)?))?;
    Ok(root)
}

fn wrap(keys: &Keys, root: &Root) -> Result<Vec<u8>, StoreError> {
    let nonce: [u8; 24] = rand::random();
    let sealed = cipher(&keys.derived("sealing roots"))
        .encrypt(&XNonce::from(nonce), Payload { msg: root.bytes.as_slice(), aad: &root_bound(root.number) })
        .map_err(|_| StoreError::Damaged("a sealing root cannot be wrapped".to_owned()))?;
    Ok([nonce.as_slice(), &sealed].concat())
}

fn unwrap(keys: &Keys, number: u32, wrapped: &[u8]) -> Option<Zeroizing<[u8; 32]>> {
    let (nonce, sealed) = wrapped.split_first_chunk::<24>()?;
    let opened = cipher(&keys.derived("sealing roots"))
        .decrypt(&XNonce::from(*nonce), Payload { msg: sealed, aad: &root_bound(number) });
    let opened = Zeroizing::new(opened.ok()?);
    <[u8; 32]>::try_from(opened.as_slice()).ok().map(Zeroizing::new)
}

fn root_bound(number: u32) -> Vec<u8> {
    [ROOT, number.to_be_bytes().as_slice()].concat()
}

fn cipher(key: &[u8; 32]) -> XChaCha20Poly1305 {
    XChaCha20Poly1305::new(&Key::from(*key))
}

/// A value as it rests: closed; or in clear, as entries of before there was sealing hold it.
///
/// In CBOR what is closed is a byte string, which no value of ours that can rest in clear is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Rests<T> {
    /// As it is.
    Clear(T),
    /// As a [`Sealer`] closed its CBOR.
    Closed(Vec<u8>),
}

impl<T> Rests<T> {
    /// Closes a value.
    ///
    /// Errors: as [`Sealer::close`].
    pub fn close(value: &T, sealer: &Sealer, bound: &Bound) -> Result<Self, StoreError>
    where
        T: Encode<()> + Clone,
    {
        #[cfg(feature = "seeded-fault")]
        if std::env::var("PUEBLA_SEEDED_LEAK").is_ok_and(|leak| leak == "unsealed") {
            return Ok(Rests::Clear(value.clone()));
        }
        // Writing to a vector cannot fail.
        let words = Zeroizing::new(minicbor::to_vec(value).unwrap_or_default());
        sealer.close(bound, &words).map(Rests::Closed)
    }

    /// Answers the value.
    ///
    /// Errors: as [`Sealer::open`]; `Damaged` where it is no such value.
    pub fn open(&self, sealer: &Sealer, bound: &Bound) -> Result<T, StoreError>
    where
        T: Clone + for<'b> Decode<'b, ()>,
    {
        match self {
            Rests::Clear(value) => Ok(value.clone()),
            Rests::Closed(closed) => decoded(&sealer.open(bound, closed)?),
        }
    }

    /// Answers the bytes that rest in a column.
    pub fn column(&self) -> Vec<u8>
    where
        T: Encode<()>,
    {
        minicbor::to_vec(self).unwrap_or_default()
    }

    /// Reads the bytes of a column.
    ///
    /// Errors: `Damaged` where they are neither closed nor such a value.
    pub fn of_column(bytes: &[u8]) -> Result<Self, StoreError>
    where
        T: for<'b> Decode<'b, ()>,
    {
        decoded(bytes)
    }
}

/// Words as they rest, with what they are bound to: opened where they are shown and nowhere before, so that what does not open stands
/// in the way of no act that need not read it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Words {
    rests: Rests<String>,
    bound: Bound,
}

impl Words {
    /// Reads the bytes of a column.
    ///
    /// Errors: `Damaged` where they are neither closed nor words.
    pub fn of_column(bytes: &[u8], bound: Bound) -> Result<Self, StoreError> {
        Ok(Words { rests: Rests::of_column(bytes)?, bound })
    }

    /// Answers the words.
    ///
    /// Errors: as [`Sealer::open`].
    pub fn open(&self, sealer: &Sealer) -> Result<String, StoreError> {
        self.rests.open(sealer, &self.bound)
    }
}

fn decoded<T: for<'b> Decode<'b, ()>>(bytes: &[u8]) -> Result<T, StoreError> {
    minicbor::decode(bytes).map_err(|error| StoreError::Damaged(format!("what rests closed: {error}")))
}

impl<C, T: Encode<C>> Encode<C> for Rests<T> {
    fn encode<W: Write>(&self, e: &mut Encoder<W>, context: &mut C) -> Result<(), EncodeError<W::Error>> {
        match self {
            Rests::Clear(value) => value.encode(e, context),
            Rests::Closed(closed) => e.bytes(closed)?.ok(),
        }
    }
}

impl<'b, C, T: Decode<'b, C>> Decode<'b, C> for Rests<T> {
    fn decode(d: &mut Decoder<'b>, context: &mut C) -> Result<Self, DecodeError> {
        if d.datatype()? == Type::Bytes {
            return Ok(Rests::Closed(d.bytes()?.to_vec()));
        }
        T::decode(d, context).map(Rests::Clear)
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;
    use crate::identity::BASE;
    use crate::store::{Database, KeyName};

    fn folder() -> (tempfile::TempDir, Connection, Keys) {
        let home = tempfile::tempdir().unwrap();
        Database::make(home.path(), &BASE).unwrap();
        let base = Database::open_alone(home.path(), &BASE).unwrap();
        let mut keys = Keys::create(home.path()).unwrap();
        keys.fit(&base).unwrap();
        (home, base, keys)
    }

    fn bound() -> Bound {
        Bound { field: "toy.word", state: "UTO".parse().unwrap(), about: Uuid::from_u128(7), part: 1 }
    }

    #[test]
    fn words_open_where_they_were_closed_and_nowhere_else() {
        let (_home, _base, keys) = folder();
        let word = "Una palabra (ficticia)".to_owned();
        let closed = Rests::close(&word, keys.sealer(), &bound()).unwrap();
        assert_eq!(Rests::open(&closed, keys.sealer(), &bound()).unwrap(), word);
        let elsewhere = [
            Bound { field: "toy.other", ..bound() },
            Bound { state: "GTM".parse().unwrap(), ..bound() },
            Bound { about: Uuid::from_u128(8), ..bound() },
            Bound { part: 2, ..bound() },
        ];
        for other in elsewhere {
            assert!(matches!(closed.open(keys.sealer(), &other), Err(StoreError::Unopened { .. })), "{other:?}");
        }
        assert_ne!(
            Rests::close(&word, keys.sealer(), &bound()).unwrap(),
            closed,
            "the same words twice look different"
        );
    }

    #[test]
    fn a_changed_or_cut_byte_is_refused_and_never_a_panic() {
        let (_home, _base, keys) = folder();
        let closed = keys.sealer().close(&bound(), b"words").unwrap();
        for at in 0..closed.len() {
            let mut changed = closed.clone();
            changed[at] ^= 1;
            assert!(keys.sealer().open(&bound(), &changed).is_err(), "byte {at} changed");
            assert!(keys.sealer().open(&bound(), &closed[..at]).is_err(), "cut at {at}");
        }
        let none = Sealer::default();
        assert!(matches!(none.open(&bound(), &closed), Err(StoreError::Unopened { .. })));
        assert!(matches!(none.close(&bound(), b"words"), Err(StoreError::Unopened { .. })));
        assert!(Rests::<String>::of_column(b"\xff").is_err());
    }

    #[test]
    fn what_rested_in_clear_is_read_and_both_are_told_apart_in_a_column() {
        let (_home, _base, keys) = folder();
        let clear = Rests::Clear("antes".to_owned());
        assert_eq!(clear.column(), minicbor::to_vec("antes").unwrap(), "as it was written before");
        let closed = Rests::close(&"antes".to_owned(), keys.sealer(), &bound()).unwrap();
        for rests in [clear, closed] {
            let read = Rests::<String>::of_column(&rests.column()).unwrap();
            assert_eq!((read.open(keys.sealer(), &bound()).unwrap(), read), ("antes".to_owned(), rests.clone()));
            let words = Words::of_column(&rests.column(), bound()).unwrap();
            assert_eq!(words.open(keys.sealer()).unwrap(), "antes");
        }
    }

    #[test]
    fn a_new_secrets_key_wraps_every_root_anew_and_closes_under_a_new_one() {
        let (_home, base, mut keys) = folder();
        let closed = keys.sealer().close(&bound(), b"words").unwrap();
        let place = |number: u32| -> Vec<u8> {
            let asked = "SELECT wrapped FROM sealing_root WHERE number = ?1";
            base.query_row(asked, [number], |row| row.get(0)).unwrap()
        };
        let before = place(1);
        let other = tempfile::tempdir().unwrap();
        let mut next = Keys::create(other.path()).unwrap();
        assert_eq!(wrap_anew(&base, &keys, &next).unwrap(), 1);
        assert_ne!(place(1), before);
        assert!(matches!(Sealer::of(&base, &keys), Err(StoreError::Damaged(_))), "the old key opens none any more");
        next.sealer = Sealer::of(&base, &next).unwrap();
        assert_eq!(next.sealer().open(&bound(), &closed).unwrap().as_slice(), b"words");
        let later = next.sealer().close(&bound(), b"words").unwrap();
        assert_eq!((&closed[1..5], &later[1..5]), ([0, 0, 0, 1].as_slice(), [0, 0, 0, 2].as_slice()));
        assert!(keys.sealer().open(&bound(), &later).is_err(), "what was held of the first root opens nothing of now");
        // A root under another's number is another root.
        base.execute("UPDATE sealing_root SET number = 3 WHERE number = 1", []).unwrap();
        assert!(matches!(Sealer::of(&base, &next), Err(StoreError::Damaged(what)) if what.contains("root 3")));
        assert!(keys.check_values()[KeyName::Secrets as usize].1 != next.check_values()[KeyName::Secrets as usize].1);
        keys.sealer = Sealer::default();
    }
}
