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
}

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
    Ok(Serving { address, handle, ended })
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

    /// Serves over TLS with the certificate of the test.
    async fn served() -> (Specimen, Serving) {
        let _ = rustls::crypto::ring::default_provider().install_default();
        let specimen = Specimen::served(&[], RCM, Settings { secure: true, ..Settings::default() });
        let pem = specimen.path().join("localhost.pem");
        std::fs::write(&pem, include_bytes!("localhost.pem")).unwrap();
        let listen = SocketAddr::from(([127, 0, 0, 1], 0));
        let at = Address { listen, certificate: Some((pem.clone(), pem)) };
        let serving = serve(Arc::clone(&specimen.ground), &at).await.unwrap();
        (specimen, serving)
    }

    /// Shakes hands as a client that speaks these versions alone; answers the version and the suite agreed on.
    fn agreed(at: SocketAddr, versions: &[&'static rustls::SupportedProtocolVersion]) -> (String, String) {
        let mut roots = RootCertStore::empty();
        roots.add(CertificateDer::from_pem_slice(include_bytes!("localhost.pem")).unwrap()).unwrap();
        let builder = ClientConfig::builder_with_protocol_versions(versions);
        let config = builder.with_root_certificates(roots).with_no_client_auth();
        let mut secured = ClientConnection::new(Arc::new(config), "localhost".try_into().unwrap()).unwrap();
        let mut connection = TcpStream::connect(at).unwrap();
        while secured.is_handshaking() {
            secured.complete_io(&mut connection).unwrap();
        }
        let suite = secured.negotiated_cipher_suite().unwrap().suite();
        (format!("{:?}", secured.protocol_version().unwrap()), format!("{suite:?}"))
    }

    /// The hello of a client that speaks TLS 1.1 and the suites of its day; answers the type of the first record back.
    fn answer_to_an_old_hello(at: SocketAddr) -> Option<u8> {
        let suites = [0xc0, 0x14, 0xc0, 0x13, 0x00, 0x35, 0x00, 0x2f];
        let mut body = vec![3, 2];
        body.extend([7; 32]);
        body.extend([0, 0, suites.len() as u8]);
        body.extend(suites);
        body.extend([1, 0]);
        let mut hello = vec![22, 3, 1, 0, body.len() as u8 + 4, 1, 0, 0, body.len() as u8];
        hello.extend(body);
        let mut connection = TcpStream::connect(at).unwrap();
        connection.write_all(&hello).unwrap();
        let mut record = [0];
        connection.read_exact(&mut record).ok().map(|()| record[0])
    }

    /// Sends bytes as they are and answers the status of each answer that comes back.
    fn statuses(at: SocketAddr, bytes: &str) -> Vec<String> {
        let mut connection = TcpStream::connect(at).unwrap();
        connection.set_read_timeout(Some(Duration::from_secs(5))).unwrap();
        connection.write_all(bytes.as_bytes()).unwrap();
        let answers = answer(&mut connection);
        answers.split("HTTP/1.1 ").skip(1).map(|rest| rest[..3].to_owned()).collect()
    }

    #[tokio::test(flavor = "multi_thread", worker_threads = 2)]
    async fn the_length_of_a_request_is_read_in_one_way() {
        let specimen = Specimen::new(&[]);
        let at = Address { listen: SocketAddr::from(([127, 0, 0, 1], 0)), certificate: None };
        let serving = serve(Arc::clone(&specimen.ground), &at).await.unwrap();
        let address = serving.address;
        let asked = move |headers: &str, body: &str| {
            let kind = "content-type: application/x-www-form-urlencoded";
            let first = format!("POST /sign-in HTTP/1.1\r\nhost: localhost\r\n{kind}\r\n{headers}\r\n\r\n{body}");
            statuses(address, &format!("{first}GET /nowhere HTTP/1.1\r\nhost: localhost\r\nconnection: close\r\n\r\n"))
        };
        let heard = tokio::task::spawn_blocking(move || {
            [
                asked("content-length: 3", "a=b"),
                asked("transfer-encoding: chunked", "3\r\na=b\r\n0\r\n\r\n"),
                asked("content-length: 900\r\ntransfer-encoding: chunked", "3\r\na=b\r\n0\r\n\r\n"),
                asked("transfer-encoding: chunked\r\ncontent-length: 900", "3\r\na=b\r\n0\r\n\r\n"),
                asked("content-length: 3\r\ncontent-length: 4", "a=b"),
                asked("content-length: 3, 4", "a=b"),
                asked("content-length: +3", "a=b"),
                asked("transfer-encoding: chunked, identity", "3\r\na=b\r\n0\r\n\r\n"),
                asked("transfer-encoding: chunked", "3;\na=b\n0\n\n"),
            ]
        });
        let [length, chunks, both, reversed, refused @ ..] = heard.await.unwrap();
        assert_eq!(length, ["422", "404"]);
        assert_eq!(chunks, ["422", "404"]);
        for both in [both, reversed] {
            // The chunks count (RFC 9112, 6.3); what follows them is the next request, or is not answered.
            assert!(both == ["422", "404"] || both == ["422"] || both == ["400"], "{both:?}");
        }
        for refused in refused {
            assert!(
                refused.len() <= 1 && !refused.contains(&"404".to_owned()),
                "the next request was answered: {refused:?}"
            );
        }
        serving.stopper()();
        serving.ended().await.unwrap();
    }

    #[tokio::test(flavor = "multi_thread", worker_threads = 2)]
    async fn only_new_tls_is_spoken_and_every_suite_has_forward_secrecy() {
        let (_specimen, serving) = served().await;
        let address = serving.address;
        let heard = tokio::task::spawn_blocking(move || {
            let both = agreed(address, rustls::ALL_VERSIONS);
            (both, agreed(address, &[&rustls::version::TLS12]), answer_to_an_old_hello(address))
        });
        let (both, older, old) = heard.await.unwrap();
        assert_eq!(both.0, "TLSv1_3", "the newest where there is a choice");
        assert!(older.0 == "TLSv1_2" && older.1.starts_with("TLS_ECDHE_"), "{older:?}");
        assert_eq!(old, Some(21), "an alert, and no hello back");
        let provider = rustls::crypto::CryptoProvider::get_default().unwrap();
        for suite in &provider.cipher_suites {
            let name = format!("{:?}", suite.suite());
            let secret_later = name.starts_with("TLS13_") || name.starts_with("TLS_ECDHE_");
            assert!(secret_later && (name.contains("_GCM_") || name.contains("CHACHA20")), "{name}");
        }
        assert!(provider.cipher_suites.len() >= 6);
        serving.stopper()();
        serving.ended().await.unwrap();
    }

    #[tokio::test(flavor = "multi_thread", worker_threads = 2)]
    async fn with_a_certificate_it_speaks_tls_and_nothing_else() {
        let (_specimen, serving) = served().await;
        let (stop, address) = (serving.stopper(), serving.address);
        let page = tokio::task::spawn_blocking(move || over_tls(address)).await.unwrap();
        assert!(page.starts_with("HTTP/1.1 200 ") && page.contains("</html>"), "{page}");
        assert!(page.to_lowercase().contains("strict-transport-security: max-age="), "{page}");
        let clear = tokio::task::spawn_blocking(move || in_the_clear(address)).await.unwrap();
        assert!(!clear.contains("HTTP/1.1 200"), "{clear}");
        stop();
        serving.ended().await.unwrap();
    }
}
