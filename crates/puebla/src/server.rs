//! Working through a server's API, with a token read from a file.

use std::io::Read;
use std::os::unix::fs::MetadataExt;
use std::path::Path;
use std::time::Duration;

use base::access::Purpose;
use base::web::{Problem, Said};
use serde::Serialize;
use serde::de::DeserializeOwned;
use ureq::http::Response;
use ureq::tls::{Certificate, PemItem, RootCerts, TlsConfig, parse_pem};
use ureq::typestate::WithBody;
use ureq::{Agent, Body, RequestBuilder, SendBody};

use crate::arguments::{Place, Speaker};
use crate::demo;
use crate::outcome::{Failure, Status};
use crate::output::Output;
use crate::tongue::Tongue;

/// Where Debian keeps the authorities a machine trusts.
const AUTHORITIES: &str = "/etc/ssl/certs/ca-certificates.crt";

/// A connection may take this long to come about.
const CONNECT_LIMIT: Duration = Duration::from_secs(10);

/// How long a server may take: a little more than it gives itself, after which it says that it gave up.
const PATIENCE: Patience = Patience { answer: Duration::from_secs(45), bulk: Duration::from_secs(20 * 60) };

/// How long to wait for a server.
#[derive(Clone, Copy, Debug)]
struct Patience {
    /// For an answer from its first byte to its last, and for a part of what is sent to be taken.
    answer: Duration,
    /// For the first byte of what takes its time: a file taken in, everything verified, everything copied.
    bulk: Duration,
}

/// Where a command works.
pub enum At<'p> {
    /// On a folder, in the name of somebody.
    Folder(&'p Path, Speaker),
    /// On a server, in the name of whoever the token stands for.
    Server(Box<Server>),
}

/// A server with what it takes to be heard there.
pub struct Server {
    agent: Agent,
    url: String,
    token: String,
    purpose: Purpose,
    language: &'static str,
    patience: Patience,
}

impl Place {
    /// Answers where to work; `purposes` are those of the permit that the act needs.
    ///
    /// Errors: status 2 when neither folder nor server is named, or what one of them needs is missing.
    pub fn at(&self, purposes: &[Purpose], tongue: &Tongue) -> Result<At<'_>, Failure> {
        let missing = |argument: &str| Failure::usage(Said::plain("usage-missing").with("arguments", argument));
        if let Some(url) = &self.server {
            let token = self.token_file.as_deref().ok_or_else(|| missing("--token-file"))?;
            let purpose = match (self.purpose, purposes) {
                (Some(purpose), _) => purpose,
                (None, [only]) => *only,
                _ => return Err(missing("--purpose")),
            };
            return Ok(At::Server(Box::new(Server::new(url, token, self.authority.as_deref(), purpose, tongue)?)));
        }
        let data = self.data.as_deref().ok_or_else(|| missing("--data, --server"))?;
        let speaker = self.speaker.clone().or_else(|| demo::stand_in(data, purposes, tongue));
        let speaker = speaker.ok_or_else(|| missing("--as"))?;
        Ok(At::Folder(data, Speaker { speaker, purpose: self.purpose }))
    }
}

impl Server {
    fn new(
        url: &str,
        token: &Path,
        authority: Option<&Path>,
        purpose: Purpose,
        tongue: &Tongue,
    ) -> Result<Self, Failure> {
        // One provider for the process; a second call would find it in place.
        let _ = rustls::crypto::ring::default_provider().install_default();
        if !may_carry_a_token(url) {
            return Err(Failure::usage(Said::plain("server-in-the-clear").with("url", url)));
        }
        let roots = if url.starts_with("https:") { authorities(authority)? } else { Vec::new() };
        let tls = TlsConfig::builder().root_certs(RootCerts::new_with_certs(&roots)).build();
        let agent = Agent::config_builder()
            .http_status_as_error(false)
            .max_redirects(0)
            .timeout_resolve(Some(CONNECT_LIMIT))
            .timeout_connect(Some(CONNECT_LIMIT))
            .timeout_send_request(Some(PATIENCE.answer))
            .timeout_per_write(Some(PATIENCE.answer))
            .tls_config(tls)
            .build();
        Ok(Server {
            agent: agent.into(),
            url: url.trim_end_matches('/').to_owned(),
            token: read_token(token)?,
            purpose,
            language: tongue.language.tag(),
            patience: PATIENCE,
        })
    }

    /// Sends JSON and reads JSON back, which may take its time.
    pub fn ask_for_much<T: DeserializeOwned>(&self, path: &str, question: &impl Serialize) -> Result<T, Failure> {
        let answer = self.answered(within(self.post(path), self.patience.bulk).send_json(question))?;
        self.read(answer)
    }

    /// Sends JSON and answers the text that comes back, or what the server refused.
    pub fn ask_text(&self, path: &str, question: &impl Serialize) -> Result<Result<String, Problem>, Failure> {
        let asked = within(self.post(path), self.patience.answer);
        let answer = asked.send_json(question).map_err(|error| self.unreachable(&error))?;
        match self.taken(answer)? {
            Ok(mut body) => body.read_to_string().map(Ok).map_err(|error| self.unreachable(&error)),
            Err(problem) => Ok(Err(problem)),
        }
    }

    /// Sends JSON and reads JSON back.
    pub fn ask<T: DeserializeOwned>(&self, path: &str, question: &impl Serialize) -> Result<T, Failure> {
        let answer = self.answered(within(self.post(path), self.patience.answer).send_json(question))?;
        self.read(answer)
    }

    /// Sends JSON to which nothing is answered.
    pub fn tell(&self, path: &str, what: &impl Serialize) -> Result<(), Failure> {
        self.answered(within(self.post(path), self.patience.answer).send_json(what)).map(drop)
    }

    /// Asks for JSON.
    pub fn get<T: DeserializeOwned>(&self, path: &str) -> Result<T, Failure> {
        let asked = within(self.headed(self.agent.get(self.address(path))), self.patience.answer);
        let answer = self.answered(asked.call())?;
        self.read(answer)
    }

    /// Sends a file as it is and reads JSON back.
    pub fn upload<T: DeserializeOwned>(&self, path: &str, file: &mut dyn Read) -> Result<T, Failure> {
        let asked = within(self.post(path), self.patience.bulk).content_type("application/octet-stream");
        let sent = asked.send(SendBody::from_reader(file));
        let answer = self.answered(sent)?;
        self.read(answer)
    }

    /// Sends an empty request and writes what comes back.
    pub fn download(&self, path: &str, to: &mut Output) -> Result<(), Failure> {
        let asked = without_silence(self.post(path), self.patience.bulk);
        self.write(self.answered(asked.send_empty())?, to)
    }

    /// Asks for something and writes what comes back.
    pub fn fetch(&self, path: &str, to: &mut Output) -> Result<(), Failure> {
        let asked = without_silence(self.headed(self.agent.get(self.address(path))), self.patience.answer);
        self.write(self.answered(asked.call())?, to)
    }

    /// Writes a body out.
    ///
    /// Errors: status 4 when less comes than the server said.
    fn write(&self, body: Body, to: &mut Output) -> Result<(), Failure> {
        let announced = body.content_length();
        let mut from = body.into_with_config().limit(u64::MAX).reader();
        let mut buffer = vec![0; 1 << 16];
        let mut size = 0;
        loop {
            let read = match from.read(&mut buffer) {
                Ok(0) => break,
                Ok(read) => read,
                Err(error) => return Err(self.unreachable(&error)),
            };
            std::io::Write::write_all(to, &buffer[..read]).map_err(|error| to.fault(&error))?;
            size += read as u64;
        }
        if announced.is_some_and(|announced| announced != size) {
            return Err(self.unreachable(&std::io::Error::from(std::io::ErrorKind::UnexpectedEof)));
        }
        Ok(())
    }

    fn read<T: DeserializeOwned>(&self, mut body: Body) -> Result<T, Failure> {
        body.read_json().map_err(|error| self.unreachable(&error))
    }

    fn address(&self, path: &str) -> String {
        format!("{}{path}", self.url)
    }

    fn post(&self, path: &str) -> RequestBuilder<WithBody> {
        self.headed(self.agent.post(self.address(path)))
    }

    fn headed<B>(&self, request: RequestBuilder<B>) -> RequestBuilder<B> {
        request
            .header("authorization", format!("Bearer {}", self.token))
            .header("puebla-purpose", self.purpose.code())
            .header("accept-language", self.language)
    }

    fn answered(&self, sent: Result<Response<Body>, ureq::Error>) -> Result<Body, Failure> {
        let answer = sent.map_err(|error| self.unreachable(&error))?;
        self.taken(answer)?.map_err(|problem| refused(&problem))
    }

    /// Answers the body of what was granted, or the problem with what was not.
    fn taken(&self, answer: Response<Body>) -> Result<Result<Body, Problem>, Failure> {
        if answer.status().is_success() {
            return Ok(Ok(answer.into_body()));
        }
        let status = answer.status().as_u16();
        let other = || Said::plain("server-other").with("url", &self.url).with("status", status);
        let problem = answer.into_body().read_json::<Problem>();
        problem.map(Err).map_err(|_| Failure::of(Status::Place, other()))
    }

    fn unreachable(&self, error: &dyn std::fmt::Display) -> Failure {
        Failure::of(Status::Place, Said::plain("server-unreachable").with("url", &self.url).with("reason", error))
    }
}

/// Gives the head of an answer, and then its body, so long.
fn within<B>(request: RequestBuilder<B>, long: Duration) -> RequestBuilder<B> {
    request.config().timeout_recv_response(Some(long)).timeout_recv_body(Some(long)).build()
}

/// Gives the head of an answer so long, and each part of its body: a backup may take hours, but not fall silent.
fn without_silence<B>(request: RequestBuilder<B>, long: Duration) -> RequestBuilder<B> {
    request.config().timeout_recv_response(Some(long)).timeout_per_read(Some(long)).build()
}

/// Says what a server said, which is in our language already.
pub fn refused(problem: &Problem) -> Failure {
    let status = match problem.status {
        500.. => Status::Fault,
        _ => Status::Input,
    };
    let detail = problem.detail.as_deref().unwrap_or_default();
    let said = Failure::plain(status, format!("{}: {detail}", problem.title));
    problem.errors.iter().fold(said, |said, fault| said.and_at(fault))
}

/// Says whether a token may travel to this address: over TLS, or within this machine.
fn may_carry_a_token(url: &str) -> bool {
    if url.starts_with("https://") {
        return true;
    }
    let host = url.strip_prefix("http://").unwrap_or_default().split(['/', '?', '#']).next().unwrap_or_default();
    let host =
        host.rsplit_once(':').filter(|(_, port)| port.bytes().all(|b| b.is_ascii_digit())).map_or(host, |(h, _)| h);
    matches!(host, "localhost" | "127.0.0.1" | "[::1]")
}

fn read_token(file: &Path) -> Result<String, Failure> {
    let unreadable = |reason: &dyn std::fmt::Display| {
        Failure::input(Said::plain("command-unreadable").with("file", file.display()).with("reason", reason))
    };
    let meta = std::fs::metadata(file).map_err(|error| unreadable(&error))?;
    if meta.mode() & 0o077 != 0 {
        return Err(Failure::input(Said::plain("server-token-open").with("file", file.display())));
    }
    let token = std::fs::read_to_string(file).map_err(|error| unreadable(&error))?.trim().to_owned();
    let fits = !token.is_empty() && token.bytes().all(|byte| byte.is_ascii_graphic());
    if fits { Ok(token) } else { Err(Failure::input(Said::plain("server-token-form").with("file", file.display()))) }
}

/// Reads the authorities that vouch for a server.
pub fn authorities(named: Option<&Path>) -> Result<Vec<Certificate<'static>>, Failure> {
    let file = named.unwrap_or(Path::new(AUTHORITIES));
    let unreadable = |reason: &dyn std::fmt::Display| {
        Failure::input(Said::plain("command-unreadable").with("file", file.display()).with("reason", reason))
    };
    let pem = std::fs::read(file).map_err(|error| unreadable(&error))?;
    let found: Vec<Certificate<'static>> = parse_pem(&pem)
        .filter_map(|item| match item {
            Ok(PemItem::Certificate(certificate)) => Some(certificate),
            _ => None,
        })
        .collect();
    if found.is_empty() {
        Err(Failure::input(Said::plain("server-no-authority").with("file", file.display())))
    } else {
        Ok(found)
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use std::os::unix::fs::PermissionsExt;

    use base::web::ProblemFault;
    use base::words::Language;

    use super::*;

    #[test]
    fn a_token_travels_over_tls_or_not_at_all() {
        for url in ["https://secretariat.example", "http://localhost:8080", "http://127.0.0.1", "http://[::1]:8080/"] {
            assert!(may_carry_a_token(url), "{url}");
        }
        for url in [
            "http://secretariat.example",
            "http://127.0.0.1.example",
            "http://localhost@evil.example",
            "ftp://localhost",
            "",
        ] {
            assert!(!may_carry_a_token(url), "{url}");
        }
    }

    #[test]
    fn a_token_that_others_can_read_is_not_used() {
        let home = tempfile::tempdir().unwrap();
        let file = home.path().join("token");
        std::fs::write(&file, "abc\n").unwrap();
        std::fs::set_permissions(&file, std::fs::Permissions::from_mode(0o644)).unwrap();
        assert_eq!(read_token(&file).unwrap_err().status, Status::Input);
        std::fs::set_permissions(&file, std::fs::Permissions::from_mode(0o400)).unwrap();
        assert_eq!(read_token(&file).unwrap(), "abc");
    }

    #[test]
    fn a_server_is_spoken_to_with_a_provider_of_cryptography_in_place() {
        let home = tempfile::tempdir().unwrap();
        let file = home.path().join("token");
        std::fs::write(&file, "abc").unwrap();
        std::fs::set_permissions(&file, std::fs::Permissions::from_mode(0o400)).unwrap();
        let tongue = Tongue::in_language(Language::En);
        Server::new("http://localhost:1", &file, None, Purpose::Operation, &tongue).unwrap();
        assert!(rustls::crypto::CryptoProvider::get_default().is_some(), "without one, TLS ends the program");
    }

    /// Asks a server for something, with a token that must go no further.
    fn asks(url: &str, authority: Option<&Path>) -> Result<serde_json::Value, Failure> {
        let home = tempfile::tempdir().unwrap();
        let file = home.path().join("token");
        std::fs::write(&file, "abc").unwrap();
        std::fs::set_permissions(&file, std::fs::Permissions::from_mode(0o400)).unwrap();
        let tongue = Tongue::in_language(Language::En);
        Server::new(url, &file, authority, Purpose::Operation, &tongue)?.get("/api/v1/verifications")
    }

    /// A server over TLS with a certificate of its own; sends what it was told, once somebody believed the certificate.
    fn over_tls() -> (String, std::sync::mpsc::Receiver<String>) {
        use rustls::pki_types::pem::PemObject;
        use rustls::pki_types::{CertificateDer, PrivateKeyDer};
        let _ = rustls::crypto::ring::default_provider().install_default();
        let pem = include_bytes!("../../base/src/web/localhost.pem");
        let chain = vec![CertificateDer::from_pem_slice(pem).unwrap()];
        let key = PrivateKeyDer::from_pem_slice(pem).unwrap();
        let config = rustls::ServerConfig::builder().with_no_client_auth().with_single_cert(chain, key).unwrap();
        let config = std::sync::Arc::new(config);
        let listener = std::net::TcpListener::bind("127.0.0.1:0").unwrap();
        let url = format!("https://localhost:{}", listener.local_addr().unwrap().port());
        let (heard, told) = std::sync::mpsc::channel();
        std::thread::spawn(move || {
            for mut stream in listener.incoming().flatten() {
                let mut secured = rustls::ServerConnection::new(std::sync::Arc::clone(&config)).unwrap();
                let mut stream = rustls::Stream::new(&mut secured, &mut stream);
                let mut bytes = [0; 2048];
                let Ok(read) = stream.read(&mut bytes) else { continue };
                heard.send(String::from_utf8_lossy(&bytes[..read]).into_owned()).unwrap();
                let answer = b"HTTP/1.1 200 OK\r\ncontent-type: application/json\r\ncontent-length: 2\r\nconnection: close\r\n\r\n{}";
                std::io::Write::write_all(&mut stream, answer).unwrap();
                stream.conn.send_close_notify();
                let _ = stream.conn.complete_io(stream.sock);
            }
        });
        (url, told)
    }

    #[test]
    fn a_server_whose_certificate_nobody_vouches_for_is_not_spoken_to() {
        let home = tempfile::tempdir().unwrap();
        let (its_own, stranger) = (home.path().join("own.pem"), home.path().join("stranger.pem"));
        std::fs::write(&its_own, include_bytes!("../../base/src/web/localhost.pem")).unwrap();
        std::fs::write(&stranger, include_bytes!("stranger.pem")).unwrap();
        let (url, told) = over_tls();
        assert!(asks(&url, Some(&stranger)).is_err());
        assert!(told.try_recv().is_err(), "nothing was sent, and above all no token");
        assert_eq!(asks(&url, Some(&its_own)).unwrap(), serde_json::json!({}));
        assert!(told.recv().unwrap().to_lowercase().contains("authorization: bearer abc"));
        let elsewhere = url.replace("localhost", "127.0.0.1");
        assert!(asks(&elsewhere, Some(&its_own)).is_err(), "the certificate is for another name");
    }

    #[test]
    fn a_server_that_leads_elsewhere_is_not_followed() {
        let elsewhere = std::net::TcpListener::bind("127.0.0.1:0").unwrap();
        elsewhere.set_nonblocking(true).unwrap();
        let to = elsewhere.local_addr().unwrap();
        let said = format!("HTTP/1.1 307 Temporary Redirect\r\nlocation: http://{to}/\r\ncontent-length: 0\r\n\r\n");
        assert!(asks(&mute(said.leak()), None).is_err());
        let called = elsewhere.accept();
        assert_eq!(called.unwrap_err().kind(), std::io::ErrorKind::WouldBlock, "nobody called there");
    }

    /// A server that takes every connection, says `said` on it, and then nothing more.
    fn mute(said: &'static str) -> String {
        let listener = std::net::TcpListener::bind("127.0.0.1:0").unwrap();
        let url = format!("http://{}", listener.local_addr().unwrap());
        std::thread::spawn(move || {
            let mut taken = Vec::new();
            for stream in listener.incoming().flatten() {
                std::io::Write::write_all(&mut &stream, said.as_bytes()).unwrap();
                taken.push(stream);
            }
        });
        url
    }

    #[test]
    fn a_server_that_falls_silent_is_waited_for_no_longer_than_it_may_take() {
        let home = tempfile::tempdir().unwrap();
        let file = home.path().join("token");
        std::fs::write(&file, "abc").unwrap();
        std::fs::set_permissions(&file, std::fs::Permissions::from_mode(0o400)).unwrap();
        let tongue = Tongue::in_language(Language::En);
        let patience = Patience { answer: Duration::from_millis(50), bulk: Duration::from_millis(50) };
        for said in ["", "HTTP/1.1 200 OK\r\nconte", "HTTP/1.1 200 OK\r\ncontent-length: 9\r\n\r\n{\"a\":"] {
            let server = Server::new(&mute(said), &file, None, Purpose::Operation, &tongue).unwrap();
            let server = Server { patience, ..server };
            let mut out = Output::open(Some(&home.path().join("out"))).unwrap();
            let question = serde_json::json!({});
            let ends = [
                server.ask_for_much::<serde_json::Value>("/", &question).map(drop),
                server.ask_text("/", &question).map(drop),
                server.get::<serde_json::Value>("/").map(drop),
                server.upload::<serde_json::Value>("/", &mut &b"rows"[..]).map(drop),
                server.download("/", &mut out),
                server.fetch("/", &mut out),
            ];
            for (at, end) in ends.into_iter().enumerate() {
                let failure = end.unwrap_err();
                assert_eq!(failure.status, Status::Place);
                assert!(failure.lines(&tongue)[0].contains(": timeout: "), "{at}: {:?}", failure.lines(&tongue));
            }
        }
    }

    #[test]
    fn what_a_server_refuses_is_said_with_its_places() {
        let fault = ProblemFault {
            code: "zone".into(),
            field: Some("zone".into()),
            line: Some(2),
            column: None,
            message: "Too short.".into(),
        };
        let problem = Problem {
            kind: "/problems/invalid-input".into(),
            title: "What was sent cannot be used".into(),
            status: 422,
            detail: Some("Nothing was stored.".into()),
            errors: vec![fault],
        };
        let failure = refused(&problem);
        assert_eq!(failure.status, Status::Input);
        assert_eq!(failure.lines(&Tongue::in_language(Language::En))[1], "puebla: line 2, zone: Too short.");
        assert_eq!(refused(&Problem { status: 503, ..problem }).status, Status::Fault);
    }
}
