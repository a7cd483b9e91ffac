//! What a certificate says that an operator must know in time: from when until when it holds, for which names, and
//! whether a key is its own.

use std::path::Path;

use jiff::Timestamp;
use jiff::civil::DateTime;
use rustls::pki_types::pem::PemObject;
use rustls::pki_types::{CertificateDer, PrivateKeyDer, ServerName};

/// The first certificate of a chain.
pub struct Certificate {
    /// Before this instant nobody accepts it.
    pub from: Timestamp,
    /// After this instant nobody accepts it.
    pub until: Timestamp,
    chain: Vec<CertificateDer<'static>>,
}

/// Why a certificate or its key cannot be used.
#[derive(Debug, thiserror::Error)]
pub enum CertificateFault {
    /// The file cannot be read, or is not PEM.
    #[error("{0}")]
    Unreadable(String),
    /// The file holds no certificate that can be read.
    #[error("there is no certificate in it that can be read")]
    NoCertificate,
    /// The key belongs to another certificate.
    #[error("the key is another certificate's")]
    OtherKey,
}

impl Certificate {
    /// Reads the first certificate of a PEM file.
    pub fn read(chain: &Path) -> Result<Self, CertificateFault> {
        let unreadable = |error: rustls::pki_types::pem::Error| CertificateFault::Unreadable(error.to_string());
        let all = CertificateDer::pem_file_iter(chain).map_err(unreadable)?;
        let chain: Vec<CertificateDer<'static>> = all.collect::<Result<_, _>>().map_err(unreadable)?;
        let first = chain.first().ok_or(CertificateFault::NoCertificate)?;
        let (from, until) = validity(first).ok_or(CertificateFault::NoCertificate)?;
        Ok(Certificate { from, until, chain })
    }

    /// Says whether it is for a host's name or address.
    pub fn is_for(&self, host: &str) -> bool {
        let Ok(name) = ServerName::try_from(host) else { return false };
        let end_entity = self.chain.first().and_then(|first| webpki::EndEntityCert::try_from(first).ok());
        end_entity.is_some_and(|certificate| certificate.verify_is_valid_for_subject_name(&name).is_ok())
    }

    /// Holds the key of a PEM file against it.
    pub fn fits(&self, key: &Path) -> Result<(), CertificateFault> {
        let unreadable = |error: rustls::pki_types::pem::Error| CertificateFault::Unreadable(error.to_string());
        let key = PrivateKeyDer::from_pem_file(key).map_err(unreadable)?;
        let provider = rustls::crypto::ring::default_provider();
        match rustls::sign::CertifiedKey::from_der(self.chain.clone(), key, &provider) {
            Ok(_) => Ok(()),
            Err(rustls::Error::InconsistentKeys(_)) => Err(CertificateFault::OtherKey),
            Err(error) => Err(CertificateFault::Unreadable(error.to_string())),
        }
    }
}

/// Reads the two instants of a certificate (RFC 5280, 4.1): the fifth part of what is signed, behind version, serial
/// number, algorithm and issuer.
fn validity(certificate: &[u8]) -> Option<(Timestamp, Timestamp)> {
    const SEQUENCE: u8 = 0x30;
    const VERSION: u8 = 0xa0;
    let (outer, _) = part(certificate, SEQUENCE)?;
    let (mut signed, _) = part(outer, SEQUENCE)?;
    if signed.first() == Some(&VERSION) {
        signed = part(signed, VERSION)?.1;
    }
    for kind in [0x02, SEQUENCE, SEQUENCE] {
        signed = part(signed, kind)?.1;
    }
    let (both, _) = part(signed, SEQUENCE)?;
    let (from, rest) = instant(both)?;
    Some((from, instant(rest)?.0))
}

/// Answers the content of the part that stands first, if it is of that kind, and what follows it (X.690, DER).
fn part(bytes: &[u8], kind: u8) -> Option<(&[u8], &[u8])> {
    let (&first, rest) = bytes.split_first()?;
    let (&short, rest) = rest.split_first()?;
    let (length, rest) = match short {
        0..=0x7f => (usize::from(short), rest),
        0x81..=0x84 => {
            let (length, rest) = rest.split_at_checked(usize::from(short & 0x7f))?;
            (length.iter().fold(0, |length, byte| length << 8 | usize::from(*byte)), rest)
        }
        _ => return None,
    };
    if first == kind { rest.split_at_checked(length) } else { None }
}

/// Reads an instant: two digits of the year until 2049, four from 2050 on.
fn instant(bytes: &[u8]) -> Option<(Timestamp, &[u8])> {
    const SHORT: u8 = 0x17;
    const LONG: u8 = 0x18;
    let (text, rest) = part(bytes, SHORT).or_else(|| part(bytes, LONG))?;
    let text = std::str::from_utf8(text).ok()?.strip_suffix('Z')?;
    let text = if bytes.first() == Some(&SHORT) {
        let century = if text.get(..2)? < "50" { "20" } else { "19" };
        format!("{century}{text}")
    } else {
        text.to_owned()
    };
    let at = DateTime::strptime("%Y%m%d%H%M%S", text).ok()?;
    Some((jiff::tz::TimeZone::UTC.to_timestamp(at).ok()?, rest))
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    fn written(name: &str, content: &[u8]) -> (tempfile::TempDir, std::path::PathBuf) {
        let home = tempfile::tempdir().unwrap();
        let path = home.path().join(name);
        std::fs::write(&path, content).unwrap();
        (home, path)
    }

    #[test]
    fn a_certificate_says_its_days_and_its_name_and_knows_its_key() {
        let (_home, path) = written("localhost.pem", include_bytes!("localhost.pem"));
        let certificate = Certificate::read(&path).unwrap();
        assert!(certificate.from < certificate.until, "{} {}", certificate.from, certificate.until);
        assert!(certificate.from > Timestamp::from_second(1_700_000_000).unwrap());
        assert!(certificate.is_for("localhost") && !certificate.is_for("puebla.example") && !certificate.is_for("a b"));
        certificate.fits(&path).unwrap();
    }

    #[test]
    fn instants_are_read_in_both_forms() {
        let read = |kind: u8, text: &str| {
            let bytes = [&[kind, text.len() as u8], text.as_bytes()].concat();
            instant(&bytes).map(|(at, _)| at.to_string())
        };
        assert_eq!(read(0x17, "491231235959Z").as_deref(), Some("2049-12-31T23:59:59Z"));
        assert_eq!(read(0x17, "500101000000Z").as_deref(), Some("1950-01-01T00:00:00Z"));
        assert_eq!(read(0x18, "20500101000000Z").as_deref(), Some("2050-01-01T00:00:00Z"));
        assert_eq!(read(0x18, "20501301000000Z"), None);
    }

    #[test]
    fn what_is_no_certificate_is_refused_and_does_not_panic() {
        let (_home, path) = written("no.pem", b"no certificate");
        assert!(Certificate::read(&path).is_err());
        assert!(Certificate::read(&path.with_file_name("absent.pem")).is_err());
        let (_home, path) = written("localhost.pem", include_bytes!("localhost.pem"));
        let whole = Certificate::read(&path).unwrap().chain.remove(0);
        for length in 0..whole.len().min(300) {
            let _ = validity(&whole[..length]);
        }
        assert_eq!(validity(&[0x30, 0x84, 0xff, 0xff, 0xff, 0xff, 0]), None);
    }
}
