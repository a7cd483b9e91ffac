//! The certificate the server shows, read again when it was renewed.

use std::path::{Path, PathBuf};
use std::sync::{Arc, PoisonError, RwLock};

use rustls::ServerConfig;
use rustls::pki_types::pem::PemObject;
use rustls::pki_types::{CertificateDer, PrivateKeyDer};
use tokio_rustls::TlsAcceptor;

use super::Certificate;
use crate::ground::Puebla;

/// A certificate chain with its key, in use.
pub(super) struct Tls {
    ground: Arc<Puebla>,
    chain: PathBuf,
    key: PathBuf,
    acceptor: RwLock<TlsAcceptor>,
}

impl Tls {
    /// Reads both files, and tells the metrics until when the certificate holds.
    ///
    /// Errors: the files cannot be read, or do not belong together.
    pub(super) fn read(ground: Arc<Puebla>, chain: PathBuf, key: PathBuf) -> std::io::Result<Self> {
        let acceptor = RwLock::new(read(&ground, &chain, &key)?);
        Ok(Tls { ground, chain, key, acceptor })
    }

    /// Answers what agrees on TLS with the next connection.
    pub(super) fn acceptor(&self) -> TlsAcceptor {
        self.acceptor.read().unwrap_or_else(PoisonError::into_inner).clone()
    }

    /// Reads the files again, for connections from now on; what cannot be used changes nothing.
    pub(super) fn renew(&self) {
        match read(&self.ground, &self.chain, &self.key) {
            Ok(acceptor) => {
                *self.acceptor.write().unwrap_or_else(PoisonError::into_inner) = acceptor;
                tracing::info!(certificate = %self.chain.display(), "the certificate was read again");
            }
            Err(error) => {
                tracing::error!(certificate = %self.chain.display(), %error, "the certificate in use stays");
            }
        }
    }
}

fn read(ground: &Puebla, chain: &Path, key: &Path) -> std::io::Result<TlsAcceptor> {
    let unusable = |error: &dyn std::fmt::Display| std::io::Error::other(error.to_string());
    let certificates: Vec<CertificateDer<'static>> =
        CertificateDer::pem_file_iter(chain)
            .and_then(Iterator::collect)
            .map_err(|error: rustls::pki_types::pem::Error| unusable(&error))?;
    let key = PrivateKeyDer::from_pem_file(key).map_err(|error| unusable(&error))?;
    let config = ServerConfig::builder().with_no_client_auth().with_single_cert(certificates, key);
    let mut config = config.map_err(|error| unusable(&error))?;
    config.alpn_protocols = vec![b"http/1.1".to_vec()];
    let ends_s = Certificate::read(chain).map_or(0, |certificate| certificate.until.as_second());
    ground.meters.certificate_ends_s.set(ends_s);
    Ok(TlsAcceptor::from(Arc::new(config)))
}
