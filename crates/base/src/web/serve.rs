//! Listening, with TLS when given a certificate, with limits on clients that dawdle or crowd, until told to stop.
//!
//! HTTP/1.1 only: pages and calls are small and few, and what HTTP/2 adds to attack is worth more to an attacker than its
//! speed to an officer (docs/why/0012-faults-and-crowds.md).

use std::net::SocketAddr;
use std::path::PathBuf;
use std::sync::Arc;
use std::time::Duration;

use axum::Router;
use axum::body::Body;
use axum::extract::{ConnectInfo, Request};
use axum::http::header::{CONNECTION, TRANSFER_ENCODING};
use axum::http::{HeaderValue, Response, StatusCode};
use hyper::body::Incoming;
use hyper::server::conn::http1;
use hyper::service::service_fn;
use hyper_util::rt::{TokioIo, TokioTimer};
use tokio::io::{AsyncRead, AsyncWrite};
use tokio::net::{TcpListener, TcpSocket, TcpStream};
use tokio::sync::watch;
use tower::Service;

use super::paced::Paced;
use super::places::{Place, Places, places_within};
use super::strangers::Strangers;
use super::tls::Tls;
use super::wire::{TooLong, Wire};
use super::{Network, app};
use crate::ground::Puebla;
use crate::machine;
use crate::metrics::{self, MetricsAt};

/// A client that has not sent its headers by then is cut off, and so is one that has asked nothing more for so long.
const HEADER_LIMIT: Duration = Duration::from_secs(10);

/// A client that has not agreed on TLS by then is cut off.
const HANDSHAKE_LIMIT: Duration = Duration::from_secs(10);

/// The most a request's head may have, in bytes and in headers.
const HEAD_LIMIT_BYTES: usize = 32 * 1024;
const HEADERS_LIMIT: usize = 100;

/// Connections that may wait to be taken. When thousands arrive at once, one that finds no room here is tried again by its machine only
/// after a second; the kernel lowers it to its own most (`net.core.somaxconn`, 4096).
const AT_THE_DOOR: u32 = 4096;

/// What is read ahead of a request, and written ahead of a reader, in bytes.
const AHEAD_BYTES: usize = 64 * 1024;

/// Requests under way when told to stop have this long to end.
const FAREWELL: Duration = Duration::from_secs(10);

/// How often the passing of time is acted on.
const SWEEP_EVERY: Duration = Duration::from_secs(60);

/// How often the room on the disk is looked at.
const LOOK_EVERY: Duration = Duration::from_secs(1);

/// How long to wait before the next connection when the last one could not be taken, as when no file may be opened.
const AFTER_FAILURE: Duration = Duration::from_millis(100);

/// Connections of whoever watches the machine, at most.
const WATCHERS: u64 = 8;

/// Such failures are said once for so many.
const FAILURES_SAID: u64 = 600;

/// Where to listen, and with which certificate.
#[derive(Clone, Debug)]
pub struct Address {
    /// Address and port; port 0 takes a free one.
    pub listen: SocketAddr,
    /// PEM files of the certificate chain and of its key; none for plain HTTP behind a proxy or on this machine.
    pub certificate: Option<(PathBuf, PathBuf)>,
    /// Where the metrics are shown; none to show them nowhere.
    pub metrics: Option<MetricsAt>,
}

/// A server that is listening.
pub struct Serving {
    /// The address it got.
    pub address: SocketAddr,
    /// Where the metrics are shown.
    pub metrics: Option<SocketAddr>,
    stop: Arc<watch::Sender<bool>>,
    tls: Option<Arc<Tls>>,
    ended: tokio::task::JoinHandle<()>,
}

impl Serving {
    /// Waits until the server has ended.
    pub async fn ended(self) -> std::io::Result<()> {
        self.ended.await.map_err(std::io::Error::other)
    }

    /// Answers what stops the server: no new connections, and a limit for those under way.
    pub fn stopper(&self) -> impl Fn() + Send + 'static {
        let stop = Arc::clone(&self.stop);
        move || {
            stop.send_replace(true);
        }
    }

    /// Answers what reads the certificate and its key again, for connections from then on; none where there is no TLS.
    ///
    /// Files that cannot be used change nothing: the certificate in use stays, and the server's own log says why.
    pub fn renewer(&self) -> Option<impl Fn() + Send + 'static> {
        let tls = Arc::clone(self.tls.as_ref()?);
        Some(move || tls.renew())
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
            let tls = Tls::read(Arc::clone(&ground), chain.clone(), key.clone());
            Some(Arc::new(tls.map_err(|error| ServeError::Certificate(chain.clone(), error))?))
        }
        None => None,
    };
    let (listener, address) = bind(at.listen)?;
    let watched = at.metrics.as_ref().map(|shown| bind(shown.listen)).transpose()?;
    let places = places(&ground);
    let counted = !ground.settings.behind_proxy;
    let stop = Arc::new(watch::Sender::new(false));
    let protecting: Arc<str> = super::edge::protecting(ground.settings.secure).into();
    let strangers = Strangers::new().map_err(|error| ServeError::Address(at.listen, error))?;
    let metrics = watched.as_ref().map(|(_, address)| *address);
    if let Some(((listener, _), shown)) = watched.zip(at.metrics.as_ref()) {
        let router = metrics::router(Arc::clone(&ground), shown);
        let (places, strangers) = (Places::new(WATCHERS), strangers.clone());
        // Beyond this machine they are encrypted like everything else.
        let tls = tls.clone().filter(|_| !shown.listen.ip().is_loopback());
        let reception = Reception {
            places,
            tls,
            router,
            strangers,
            counted: false,
            stop: Arc::clone(&stop),
            protecting: Arc::clone(&protecting),
        };
        tokio::spawn(reception.receive(listener));
    }
    let (router, _) = app(&ground);
    tokio::spawn(look_after_room(Arc::clone(&ground)));
    tokio::spawn(crate::operation::verify_for_ever(Arc::clone(&ground)));
    tokio::spawn(sweep_for_ever(ground, Arc::clone(&places)));
    let reception =
        Reception { places, tls: tls.clone(), router, strangers, counted, stop: Arc::clone(&stop), protecting };
    Ok(Serving { address, metrics, stop, tls, ended: tokio::spawn(reception.receive(listener)) })
}

fn bind(address: SocketAddr) -> Result<(TcpListener, SocketAddr), ServeError> {
    let unheard = |error| ServeError::Address(address, error);
    let socket = if address.is_ipv4() { TcpSocket::new_v4() } else { TcpSocket::new_v6() }.map_err(unheard)?;
    socket.set_reuseaddr(true).map_err(unheard)?;
    socket.bind(address).map_err(unheard)?;
    let listener = socket.listen(AT_THE_DOOR).map_err(unheard)?;
    let bound = listener.local_addr().map_err(unheard)?;
    Ok((listener, bound))
}

fn places(ground: &Puebla) -> Arc<Places> {
    let files = machine::open_files();
    if files < machine::FEW_FILES {
        tracing::warn!(files, wanted = machine::FEW_FILES, "few files may be open at once: raise LimitNOFILE");
    }
    let most = if cfg!(feature = "seeded-fault") { u64::MAX } else { places_within(files) };
    tracing::info!(files, connections = most, folder = %ground.folder.path().display(), "room for connections");
    Places::new(most)
}

/// Where connections arrive.
struct Reception {
    places: Arc<Places>,
    tls: Option<Arc<Tls>>,
    router: Router,
    strangers: Strangers,
    /// Whether new connections are counted by network: behind a proxy all come from one.
    counted: bool,
    stop: Arc<watch::Sender<bool>>,
    /// Lines that protect answers of the library below us.
    protecting: Arc<str>,
}

impl Reception {
    /// Takes connections until told to stop, then waits for those under way.
    async fn receive(self, listener: TcpListener) {
        let mut stopped = self.stop.subscribe();
        let mut failures = 0;
        loop {
            let accepted = tokio::select! {
                accepted = listener.accept() => accepted,
                _ = stopped.wait_for(|stop| *stop) => break,
            };
            match accepted {
                Ok((stream, from)) => self.take(stream, from).await,
                Err(error) => {
                    // A connection that was gone before it was taken says nothing of the next. Anything else would be
                    // met again at once; somebody has to give way first.
                    if failures % FAILURES_SAID == 0 {
                        tracing::error!(%error, "a connection could not be taken");
                    }
                    failures += 1;
                    if !cfg!(feature = "seeded-fault") {
                        self.places.one_gives_way();
                    }
                    tokio::time::sleep(AFTER_FAILURE).await;
                }
            }
        }
        drop(listener);
        drop(stopped);
        // All connections hold an ear for the stop: when nobody listens any more, the last one has ended.
        let _ = tokio::time::timeout(FAREWELL, self.stop.closed()).await;
    }

    async fn take(&self, stream: TcpStream, from: SocketAddr) {
        let network = Network::of(from.ip());
        if self.counted && !cfg!(feature = "seeded-fault") && !self.places.admits(network) {
            return;
        }
        let Some(place) = self.places.take(network).await else { return };
        let (router, strangers) = (self.router.clone(), self.strangers.clone());
        let guest = Guest {
            router,
            strangers,
            from,
            place: Arc::new(place),
            stop: self.stop.subscribe(),
            protecting: Arc::clone(&self.protecting),
        };
        let tls = self.tls.as_ref().map(|tls| tls.acceptor());
        // An answer is written in one piece: waiting for more would only delay it.
        let _ = stream.set_nodelay(true);
        tokio::spawn(async move {
            let place = Arc::clone(&guest.place);
            let served = async {
                match tls {
                    Some(tls) => {
                        // Who speaks no TLS, or not in time, is cut off without a word: there is no language for one.
                        let agreed = tokio::time::timeout(HANDSHAKE_LIMIT, tls.accept(stream)).await;
                        if let Ok(Ok(stream)) = agreed {
                            guest.serve(stream).await;
                        }
                    }
                    None => guest.serve(stream).await,
                }
            };
            tokio::select! {
                () = served => {}
                () = place.gives_way() => {}
            }
        });
    }
}

/// One connection.
struct Guest {
    router: Router,
    strangers: Strangers,
    from: SocketAddr,
    place: Arc<Place>,
    stop: watch::Receiver<bool>,
    protecting: Arc<str>,
}

impl Guest {
    /// Answers requests until the client, a limit or the stop ends it.
    async fn serve(self, stream: impl AsyncRead + AsyncWrite + Unpin) {
        let Guest { router, strangers, from, place, mut stop, protecting } = self;
        let too_long = TooLong::default();
        let noted = too_long.clone();
        let service = service_fn(move |mut request: hyper::Request<Incoming>| {
            request.extensions_mut().insert(ConnectInfo(from));
            request.extensions_mut().insert(strangers.clone());
            answer(router.clone(), request, Arc::clone(&place), noted.clone())
        });
        let connection = http1::Builder::new()
            .timer(TokioTimer::new())
            .header_read_timeout(if cfg!(feature = "seeded-fault") { None } else { Some(HEADER_LIMIT) })
            .max_headers(HEADERS_LIMIT)
            .max_header_size(HEAD_LIMIT_BYTES)
            .max_buf_size(AHEAD_BYTES)
            .serve_connection(TokioIo::new(Wire::new(stream, protecting, too_long)), service);
        let mut connection = std::pin::pin!(connection);
        // How a connection ends concerns nobody but its client, who knows.
        tokio::select! {
            _ = connection.as_mut() => return,
            _ = stop.wait_for(|stop| *stop) => connection.as_mut().graceful_shutdown(),
        }
        let _ = connection.await;
    }
}

async fn answer(
    mut router: Router,
    request: hyper::Request<Incoming>,
    place: Arc<Place>,
    noted: TooLong,
) -> Result<Response<Body>, std::convert::Infallible> {
    // What follows a body in chunks was not held to one reading.
    let in_chunks = request.headers().contains_key(TRANSFER_ENCODING);
    let request: Request = request.map(|body| Body::new(Paced::new(body)));
    let mut response = router.call(request).await?;
    // What is refused for its length is not read to its end, so nothing can follow it.
    let too_long = response.status() == StatusCode::PAYLOAD_TOO_LARGE;
    if too_long {
        noted.note();
    }
    if in_chunks || too_long {
        response.headers_mut().insert(CONNECTION, HeaderValue::from_static("close"));
    }
    place.answered();
    Ok(response)
}

/// Looks at the room on the disk, away from the threads that answer: making the reserve takes its time.
async fn look_after_room(ground: Arc<Puebla>) {
    let mut every = tokio::time::interval(LOOK_EVERY);
    every.set_missed_tick_behavior(tokio::time::MissedTickBehavior::Delay);
    loop {
        every.tick().await;
        let ground = Arc::clone(&ground);
        let _ = tokio::task::spawn_blocking(move || ground.reserve.look(ground.clock.now())).await;
    }
}

/// A restart loses nothing: what is due stays due and is done at the next sweep.
async fn sweep_for_ever(ground: Arc<Puebla>, places: Arc<Places>) {
    let mut every = tokio::time::interval(SWEEP_EVERY);
    every.set_missed_tick_behavior(tokio::time::MissedTickBehavior::Delay);
    loop {
        every.tick().await;
        places.forget_quiet();
        let ground = Arc::clone(&ground);
        ground.timekeeping.pass(&ground.clock);
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
        let at = Address { listen, certificate: Some((pem.clone(), pem)), metrics: None };
        let serving = serve(Arc::clone(&specimen.ground), &at).await.unwrap();
        (specimen, serving)
    }

    #[tokio::test(flavor = "multi_thread")]
    async fn metrics_leave_the_machine_over_tls_and_stay_on_it_in_clear() {
        let (specimen, first) = served().await;
        let pem = specimen.path().join("localhost.pem");
        for (listen, secured) in [([0, 0, 0, 0], true), ([127, 0, 0, 1], false)] {
            let allowed = vec!["192.0.2.9".parse().unwrap()];
            let metrics = Some(MetricsAt { listen: SocketAddr::from((listen, 0)), allowed });
            let at = Address {
                listen: SocketAddr::from(([127, 0, 0, 1], 0)),
                certificate: Some((pem.clone(), pem.clone())),
                metrics,
            };
            let serving = serve(Arc::clone(&specimen.ground), &at).await.unwrap();
            let here = SocketAddr::from(([127, 0, 0, 1], serving.metrics.unwrap().port()));
            let clear = tokio::task::spawn_blocking(move || in_the_clear(here)).await.unwrap();
            assert_eq!(clear.starts_with("HTTP/1.1 404"), !secured, "{clear}");
            if secured {
                let answer = tokio::task::spawn_blocking(move || over_tls(here)).await.unwrap();
                assert!(answer.starts_with("HTTP/1.1 404"), "{answer}");
            }
            serving.stopper()();
            serving.ended().await.unwrap();
        }
        first.stopper()();
        first.ended().await.unwrap();
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
        let at = Address { listen: SocketAddr::from(([127, 0, 0, 1], 0)), certificate: None, metrics: None };
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
        // What follows a body in chunks was not held to one reading, so the connection ends there.
        assert_eq!(chunks, ["422"]);
        for both in [both, reversed] {
            assert!(both.is_empty() || both == ["400"], "{both:?}");
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
        let (specimen, serving) = served().await;
        let place = specimen.path().join("localhost.pem");
        let (stop, address) = (serving.stopper(), serving.address);
        let page = tokio::task::spawn_blocking(move || over_tls(address)).await.unwrap();
        assert!(page.starts_with("HTTP/1.1 200 ") && page.contains("</html>"), "{page}");
        assert!(page.to_lowercase().contains("strict-transport-security: max-age="), "{page}");
        let clear = tokio::task::spawn_blocking(move || in_the_clear(address)).await.unwrap();
        assert!(!clear.contains("HTTP/1.1 200"), "{clear}");
        let renew = serving.renewer().unwrap();
        // What cannot be used changes nothing.
        std::fs::write(&place, b"no certificate").unwrap();
        renew();
        let page = tokio::task::spawn_blocking(move || over_tls(address)).await.unwrap();
        assert!(page.starts_with("HTTP/1.1 200 "), "{page}");
        // Another one is shown to whoever comes from then on, and a client that trusts only the first hangs up.
        std::fs::write(&place, include_bytes!("renewed.pem")).unwrap();
        renew();
        let trusting_the_first = tokio::task::spawn_blocking(move || over_tls(address)).await;
        assert!(trusting_the_first.is_err(), "the new certificate is shown");
        stop();
        serving.ended().await.unwrap();
    }
}
