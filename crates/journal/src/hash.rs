//! SHA-256 as the journal uses it: each use has its own prefix, so that a hash made for one is never taken for another.

use std::fmt;
use std::str::FromStr;

use minicbor::{Decode, Encode};
use sha2::{Digest, Sha256};

const HEADER_DOMAIN: &[u8] = b"puebla journal header 1\n";
const PAYLOAD_DOMAIN: &[u8] = b"puebla journal payload 1\n";
const HEADS_DOMAIN: &[u8] = b"puebla journal heads 1\n";

/// A SHA-256 hash; shown as 64 lowercase hexadecimal digits.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Encode, Decode)]
#[cbor(transparent)]
pub struct Hash(#[cbor(n(0), with = "minicbor::bytes")] pub [u8; 32]);

/// Says that a stored or written hash is not one.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("a hash is 32 bytes, or 64 lowercase hexadecimal digits")]
pub struct HashError;

impl Hash {
    /// What the first header of a series carries as the hash of the header before it.
    pub const ZERO: Hash = Hash([0; 32]);
}

/// Answers the hash that the next header of the series carries on, from the encoded bytes of this one.
pub fn header_hash(header: &[u8]) -> Hash {
    digest(HEADER_DOMAIN, &[header])
}

/// Answers the hash a header carries of its payload.
///
/// The salt is 32 random bytes, new for each payload, kept beside it and destroyed with it: a hash without salt could
/// be confirmed by guessing what the payload said.
pub fn payload_hash(salt: &[u8; 32], payload: &[u8]) -> Hash {
    digest(PAYLOAD_DOMAIN, &[salt, payload])
}

pub(crate) fn heads_hash(lines: &str) -> Hash {
    digest(HEADS_DOMAIN, &[lines.as_bytes()])
}

fn digest(domain: &[u8], parts: &[&[u8]]) -> Hash {
    let mut hasher = Sha256::new_with_prefix(domain);
    for part in parts {
        hasher.update(part);
    }
    Hash(hasher.finalize().into())
}

impl fmt::Display for Hash {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.iter().try_for_each(|byte| write!(f, "{byte:02x}"))
    }
}

impl fmt::Debug for Hash {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(self, f)
    }
}

impl FromStr for Hash {
    type Err = HashError;

    fn from_str(text: &str) -> Result<Hash, HashError> {
        if text.len() != 64 || !text.bytes().all(|b| matches!(b, b'0'..=b'9' | b'a'..=b'f')) {
            return Err(HashError);
        }
        let mut bytes = [0; 32];
        for (i, byte) in bytes.iter_mut().enumerate() {
            *byte = u8::from_str_radix(&text[2 * i..2 * i + 2], 16).map_err(|_| HashError)?;
        }
        Ok(Hash(bytes))
    }
}

impl TryFrom<&[u8]> for Hash {
    type Error = HashError;

    fn try_from(bytes: &[u8]) -> Result<Hash, HashError> {
        bytes.try_into().map(Hash).map_err(|_| HashError)
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    #[test]
    fn each_use_has_its_own_hash() {
        let salt = [7; 32];
        let salted: Vec<u8> = [&salt[..], b"said"].concat();
        let hashes = [payload_hash(&salt, b"said"), header_hash(&salted), digest(HEADS_DOMAIN, &[&salted])];
        assert!(hashes[0] != hashes[1] && hashes[1] != hashes[2] && hashes[0] != hashes[2]);
        assert_ne!(payload_hash(&salt, b"said"), payload_hash(&[8; 32], b"said"));
    }

    /// Frozen: computed with `printf 'puebla journal header 1\nabc' | sha256sum`, and the payload with 32 zero bytes of salt.
    #[test]
    fn the_prefixes_are_frozen() {
        let by_sha256sum = "e4876869d941eb7592da1104b4ebc986466d0be349bb98a057a1eede76db1bee";
        assert_eq!(header_hash(b"abc").to_string(), by_sha256sum);
        let by_sha256sum = "8e3b0daa4d8cf1f3102e5254620c18c30746cad4f7478c432fc40f47d8b54fa5";
        assert_eq!(payload_hash(&[0; 32], b"abc").to_string(), by_sha256sum);
    }

    #[test]
    fn text_and_bytes_are_read_strictly() {
        let hash = header_hash(b"abc");
        assert_eq!(hash.to_string().parse::<Hash>().unwrap(), hash);
        assert_eq!(Hash::try_from(&hash.0[..]).unwrap(), hash);
        assert_eq!(Hash::try_from(&hash.0[..31]), Err(HashError));
        for wrong in ["", "zz", &"G".repeat(64), &"AB".repeat(32), &"+1".repeat(32), &"ñ".repeat(32)] {
            assert_eq!(wrong.parse::<Hash>(), Err(HashError), "{wrong}");
        }
    }
}
