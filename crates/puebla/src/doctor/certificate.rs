//! The certificate: read, in its days, for the right name, with its own key that not everybody reads.

use std::os::unix::fs::MetadataExt;
use std::path::{Path, PathBuf};

use base::web::{Certificate, CertificateFault};
use jiff::{SignedDuration, Timestamp};

use super::Finding;

/// A certificate that ends within this long should be renewed.
const ENDING: SignedDuration = SignedDuration::from_hours(21 * 24);

/// Examines certificate and key, where there are any.
pub fn examine(files: Option<&(PathBuf, PathBuf)>, host: Option<&str>, now: Timestamp, found: &mut Vec<Finding>) {
    let Some((chain, key)) = files else { return };
    let of = |key: &'static str, file: &Path| Finding::of(key).with("file", file.display());
    let unreadable = |file: &Path, reason: String| of("doctor-certificate-unreadable", file).with("reason", reason);
    let certificate = match Certificate::read(chain) {
        Ok(certificate) => certificate,
        Err(error) => return found.push(unreadable(chain, error.to_string())),
    };
    let (from, until) = (certificate.from, certificate.until);
    if now < from {
        found.push(of("doctor-certificate-early", chain).with("at", from));
    } else if now > until {
        found.push(of("doctor-certificate-ended", chain).with("at", until));
    } else if now + ENDING > until {
        let days = until.duration_since(now).as_hours() / 24;
        found.push(of("doctor-certificate-ending", chain).with("days", days).with("at", until));
    }
    if let Some(host) = host.filter(|host| !certificate.is_for(host)) {
        found.push(of("doctor-certificate-name", chain).with("host", host));
    }
    match std::fs::metadata(key) {
        Ok(meta) if meta.mode() & 0o007 != 0 => found.push(of("doctor-certificate-key-open", key)),
        Ok(_) => {}
        Err(error) => return found.push(unreadable(key, error.to_string())),
    }
    match certificate.fits(key) {
        Ok(()) => {}
        Err(CertificateFault::OtherKey) => found.push(of("doctor-certificate-key-other", key)),
        Err(error) => found.push(unreadable(key, error.to_string())),
    }
}
