//! Listening, with TLS when given a certificate, with limits on clients that dawdle, until told to stop.

use std::net::{SocketAddr, TcpListener};
use std::path::PathBuf;
use std::sync::Arc;
use std::time::Duration;

use axum_server::Handle;
use axum_server::tls_rustls::RustlsConfig;
use hyper_util::rt::TokioTimer;

use super::app;
use crate::ground::Puebla;

/// A client that has not sent its headers by then is cut off.
const HEADER_LIMIT: Duration = Duration::from_secs(10);

/// Requests under way when told to stop have this long to end.
const FAREWELL: Duration = Duration::from_secs(10);

/// How often the passing of time is acted on.
const SWEEP_EVERY: Duration = Duration::from_secs(60);

/// Where to listen, and with which certificate.
#[derive(Clone, Debug)]
pub struct Address {
    /// Address and port; port 0 takes a free one.
    pub listen: SocketAddr,
    /// PEM files of the certificate chain and of its key; none for plain HTTP behind a proxy or on this machine.
    pub certificate: Option<(PathBuf, PathBuf)>,
}

/// A server that is listening.
pub struct Serving {
    /// The address it got.
    pub address: SocketAddr,
    handle: Handle<SocketAddr>,
    tls: Option<(RustlsConfig, PathBuf, PathBuf)>,
    ended: tokio::task::JoinHandle<std::io::Result<()>>,
}

impl Serving {
    /// Waits until the server has ended.
    pub async fn ended(self) -> std::io::Result<()> {
        self.ended.await.map_err(std::io::Error::other)?
    }

    /// Answers what stops the server: no new connections, and a limit for those under way.
    pub fn stopper(&self) -> impl Fn() + Send + 'static {
        let handle = self.handle.clone();
        move || handle.graceful_shutdown(Some(FAREWELL))
    }

    /// Answers what reads the certificate and its key again, for connections from then on; none where there is no TLS.
    ///
    /// Files that cannot be used change nothing: the certificate in use stays, and the server's own log says why.
    pub fn renewer(&self) -> Option<impl Fn() -> RenewedLater + Send + 'static> {
        let (config, chain, key) = self.tls.clone()?;
        Some(move || {
            let (config, chain, key) = (config.clone(), chain.clone(), key.clone());
            Box::pin(async move {
                match config.reload_from_pem_file(&chain, &key).await {
                    Ok(()) => tracing::info!(certificate = %chain.display(), "the certificate was read again"),
                    Err(error) => {
                        tracing::error!(certificate = %chain.display(), %error, "the certificate in use stays");
                    }
                }
            }) as RenewedLater
        })
    }
}

/// A certificate that is being read again.
pub type RenewedLater = std::pin::Pin<Box<dyn Future<Output = ()> + Send>>;

/// Why a server is not listening.
#[derive(Debug, thiserror::Error)]
pub enum ServeError {
    /// The address cannot be listened on: taken, not ours, not allowed.
    #[error("{0}: {1}")]
    Address(SocketAddr, std::io::Error),
    /// The certificate or its key cannot be used; the file is that of the certificate.
    #[error("{}: {}", .0.display(), .1)]
    Certificate(PathBuf, std::io::Error),
}

/// Starts listening.
pub async fn serve(ground: Arc<Puebla>, at: &Address) -> Result<Serving, ServeError> {
    // Before the address is taken: who may not serve takes none.
    let tls = match &at.certificate {
        Some((chain, key)) => {
            let config = RustlsConfig::from_pem_file(chain, key).await;
            Some(config.map_err(|error| ServeError::Certificate(chain.clone(), error))?)
        }
        None => None,
    };
    let unheard = |error| ServeError::Address(at.listen, error);
    let listener = TcpListener::bind(at.listen).map_err(unheard)?;
    listener.set_nonblocking(true).map_err(unheard)?;
    let address = listener.local_addr().map_err(unheard)?;
    let handle = Handle::new();
    let (router, _) = app(&ground);
    let service = router.into_make_service_with_connect_info::<SocketAddr>();
    tokio::spawn(sweep_for_ever(ground));
    let renewed = tls.clone().zip(at.certificate.clone()).map(|(config, (chain, key))| (config, chain, key));
    let ended = match tls {
        Some(config) => {
            let mut server = axum_server::from_tcp_rustls(listener, config).map_err(unheard)?.handle(handle.clone());
            server.http_builder().http1().timer(TokioTimer::new()).header_read_timeout(HEADER_LIMIT);
            tokio::spawn(server.serve(service))
        }
        None => {
            let mut server = axum_server::from_tcp(listener).map_err(unheard)?.handle(handle.clone());
            server.http_builder().http1().timer(TokioTimer::new()).header_read_timeout(HEADER_LIMIT);
            tokio::spawn(server.serve(service))
        }
    };
    Ok(Serving { address, handle, tls: renewed, ended })
}

/// A restart loses nothing: what is due stays due and is done at the next sweep.
async fn sweep_for_ever(ground: Arc<Puebla>) {
    let mut every = tokio::time::interval(SWEEP_EVERY);
    every.set_missed_tick_behavior(tokio::time::MissedTickBehavior::Delay);
    loop {
        every.tick().await;
        let ground = Arc::clone(&ground);
        let swept = tokio::task::spawn_blocking(move || {
            ground.rates.forget_quiet();
            ground.sweep()
        });
        match swept.await {
            Ok(Ok(done)) if done > 0 => tracing::info!(done, "swept what was due"),
            Ok(Ok(_)) => {}
            Ok(Err(error)) => tracing::error!(%error, "the sweep failed and will be tried again"),
            Err(error) => tracing::error!(%error, "the sweep panicked and will be tried again"),
        }
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use std::io::{Read, Write};
    use std::net::TcpStream;

    use rustls::pki_types::CertificateDer;
    use rustls::pki_types::pem::PemObject;
    use rustls::{ClientConfig, ClientConnection, RootCertStore};

    use super::*;
    use crate::ground::Settings;
    use crate::identity::profile::RCM;
    use crate::specimen::Specimen;

    const QUESTION: &[u8] = b"GET /sign-in HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n";

    /// Asks for the sign-in page over TLS, trusting the certificate of the test and no other.
    fn over_tls(at: SocketAddr) -> String {
        let mut roots = RootCertStore::empty();
        roots.add(CertificateDer::from_pem_slice(include_bytes!("localhost.pem")).unwrap()).unwrap();
        let config = ClientConfig::builder().with_root_certificates(roots).with_no_client_auth();
        let server = "localhost".try_into().unwrap();
        let mut secured = ClientConnection::new(Arc::new(config), server).unwrap();
        let mut connection = TcpStream::connect(at).unwrap();
        let mut stream = rustls::Stream::new(&mut secured, &mut connection);
        stream.write_all(QUESTION).unwrap();
        answer(&mut stream)
    }

    fn in_the_clear(at: SocketAddr) -> String {
        let mut connection = TcpStream::connect(at).unwrap();
        connection.write_all(QUESTION).unwrap();
        answer(&mut connection)
    }

    fn answer(from: &mut dyn Read) -> String {
        let mut bytes = Vec::new();
        // A server that hangs up without a word has answered nothing more.
        let _ = from.read_to_end(&mut bytes);
        String::from_utf8_lossy(&bytes).into_owned()
    }

    #[tokio::test(flavor = "multi_thread", worker_threads = 2)]
    async fn with_a_certificate_it_speaks_tls_and_nothing_else() {
        let _ = rustls::crypto::ring::default_provider().install_default();
        let specimen = Specimen::served(&[], RCM, Settings { secure: true, ..Settings::default() });
        let pem = specimen.path().join("localhost.pem");
        std::fs::write(&pem, include_bytes!("localhost.pem")).unwrap();
        let place = pem.clone();
        let listen = SocketAddr::from(([127, 0, 0, 1], 0));
        let at = Address { listen, certificate: Some((pem.clone(), pem)) };
        let serving = serve(Arc::clone(&specimen.ground), &at).await.unwrap();
        let (stop, address) = (serving.stopper(), serving.address);
        let page = tokio::task::spawn_blocking(move || over_tls(address)).await.unwrap();
        assert!(page.starts_with("HTTP/1.1 200 ") && page.contains("</html>"), "{page}");
        assert!(page.to_lowercase().contains("strict-transport-security: max-age="), "{page}");
        let clear = tokio::task::spawn_blocking(move || in_the_clear(address)).await.unwrap();
        assert!(!clear.contains("HTTP/1.1 200"), "{clear}");
        let renew = serving.renewer().unwrap();
        // What cannot be used changes nothing.
        std::fs::write(&place, b"no certificate").unwrap();
        renew().await;
        let page = tokio::task::spawn_blocking(move || over_tls(address)).await.unwrap();
        assert!(page.starts_with("HTTP/1.1 200 "), "{page}");
        // Another one is shown to whoever comes from then on, and a client that trusts only the first hangs up.
        std::fs::write(&place, include_bytes!("renewed.pem")).unwrap();
        renew().await;
        let trusting_the_first = tokio::task::spawn_blocking(move || over_tls(address)).await;
        assert!(trusting_the_first.is_err(), "the new certificate is shown");
        stop();
        serving.ended().await.unwrap();
    }
}
