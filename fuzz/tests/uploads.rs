//! Files that nobody should send as an import, in every wrapping: each is refused with a line, in the reader's language,
//! and nothing of it stays: no entry, no file, no memory.
//!
//! A binary of its own, so that the memory measured is that of these uploads.

use std::time::Duration;

use axum::body::{Body, Bytes};
use axum::http::Request;
use axum::http::header::{CONTENT_TYPE, LOCATION};
use base::access::Purpose;
use base::ground::{HousePlan, Settings};
use base::specimen::{Answer, Session, Specimen};
use tokio::runtime::Runtime;

static PLANS: &[HousePlan] = &[registers::PLAN];

/// What all uploads together may add to the memory of the process.
const GROWTH_BYTES_MAX: u64 = 64 << 20;

/// How often an import is asked after, five milliseconds apart, before it counts as hanging.
const TURNS_MAX: u32 = 2_000;

const HEADER: &str = "kind,number,status,reference";

/// The files, by what they are.
fn files() -> Vec<(&'static str, Vec<u8>)> {
    let utf_16 = |big: bool| -> Vec<u8> {
        let units = format!("\u{feff}{HEADER}\npassport,K9,lost,R\n");
        units.encode_utf16().flat_map(|unit| if big { unit.to_be_bytes() } else { unit.to_le_bytes() }).collect()
    };
    let under_header = |row: &[u8]| [HEADER.as_bytes(), b"\n", row, b"\n"].concat();
    let binary: Vec<u8> = (0..=255u8).cycle().take(5_000).collect();
    let mut files: Vec<(&'static str, Vec<u8>)> = vec![
        ("nothing", Vec::new()),
        ("blank lines", b"\n".repeat(1 << 20)),
        ("a byte order mark", b"\xef\xbb\xbf".to_vec()),
        ("a header alone", HEADER.into()),
        ("UTF-16, little end", utf_16(false)),
        ("UTF-16, big end", utf_16(true)),
        ("UTF-16 without a mark", utf_16(false)[2..].to_vec()),
        ("UTF-32", b"\xff\xfe\0\0k\0\0\0i\0\0\0".to_vec()),
        ("Latin-1", under_header(b"passport,K9,lost,ni\xf1o")),
        ("zeros", vec![0; 100_000]),
        ("zeros in a cell", under_header(b"passport,K9\x00001,lost,R")),
        ("a line without end", b"x".repeat(8 << 20)),
        ("a row without end", under_header(&b"y".repeat(8 << 20))),
        ("a million columns", b"a,".repeat(1_000_000)),
        ("columns as many as fit", b"a,".repeat(32_000)),
        ("cells as many as fit", under_header(&b"b,".repeat(32_000))),
        ("an open quotation mark", format!("\"{HEADER}\n").into()),
        ("an open quotation mark in a row", under_header(b"passport,\"K9,lost,R\nvisa,K8,lost,R")),
        ("something after a quotation mark", under_header(b"passport,\"K9\"x,lost,R")),
        ("quotation marks", b"\"".repeat(60_000)),
        ("a column twice", format!("{HEADER},kind\npassport,K9,lost,R,visa\n").into()),
        ("JSON too deep", [br#"{"kind":"#.to_vec(), b"[".repeat(60_000)].concat()),
        ("JSON twice", b"{\"kind\":\"visa\",\"kind\":\"visa\"}\n".to_vec()),
        ("JSON in a list", b"[{\"kind\":\"visa\"}]\n".to_vec()),
        ("JSON with half a sign", b"{\"kind\":\"\\ud800\"}\n".to_vec()),
        ("JSON with a huge number", b"{\"number\":1e999999}\n".to_vec()),
        ("JSON with a long name", format!("{{\"{}\":\"\"}}\n", "ñ".repeat(30_000)).into()),
        ("a page", b"<!doctype html><script>alert(1)</script>".to_vec()),
        ("a drawing", b"<svg xmlns=\"http://www.w3.org/2000/svg\" onload=\"alert(1)\"/>".to_vec()),
        ("entities", b"<!DOCTYPE a [<!ENTITY b \"c\">]><a>&b;</a>".to_vec()),
        ("returns alone", format!("{HEADER}\rpassport,K9,lost,R\r").into()),
        ("faults without end", under_header(&b"?\n".repeat(20_000))),
    ];
    let magic: [(&str, &[u8]); 10] = [
        ("zip", b"PK\x03\x04\x14\0\0\0\x08\0"),
        ("workbook", b"PK\x03\x04[Content_Types].xml xl/workbook.xml"),
        ("old workbook", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"),
        ("gzip", b"\x1f\x8b\x08\0\0\0\0\0\0\x03"),
        ("PDF", b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n"),
        ("JPEG", b"\xff\xd8\xff\xe0\0\x10JFIF"),
        ("PNG", b"\x89PNG\r\n\x1a\n"),
        ("program", b"\x7fELF\x02\x01\x01"),
        ("rich text", b"{\\rtf1\\ansi"),
        ("database", b"SQLite format 3\0"),
    ];
    for (name, begins) in magic {
        files.push((name, [begins, &binary].concat()));
        // The same with a whole file of ours behind: what reads the end of it must not be who reads the beginning.
        files.push((name, [begins, b"\n", HEADER.as_bytes(), b"\npassport,K9,lost,R\n"].concat()));
    }
    files
}

/// How a file is sent.
#[derive(Clone, Copy, Debug)]
enum Wrapping {
    /// By a program: what follows the address, and the content type.
    Program(&'static str, &'static str),
    /// By a page, under a name.
    Page(&'static str),
}

const WRAPPINGS: [Wrapping; 6] = [
    Wrapping::Program("", "application/octet-stream"),
    Wrapping::Program("?format=csv&dry_run=true", "text/csv"),
    Wrapping::Page("rows.csv"),
    Wrapping::Page("../../../../etc/passwd"),
    Wrapping::Page("<zz9 onload=x>.csv.exe"),
    Wrapping::Page(""),
];

struct Stand {
    runtime: Runtime,
    specimen: Specimen,
    session: Session,
    token: String,
}

impl Stand {
    fn new() -> Self {
        let specimen = Specimen::without_rates(PLANS, Settings::default());
        let name = specimen.enrol("HND", "hnd.authority", &["issuing_authority"]);
        let token = specimen.token(&name, &[Purpose::DocumentIssuance]);
        let session = specimen.sign_in(&name, Some(Purpose::DocumentIssuance));
        let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().expect("a runtime");
        Stand { runtime, specimen, session, token }
    }

    fn send(&self, wrapping: Wrapping, file: &[u8]) -> Answer {
        let (path, kind, body) = match wrapping {
            Wrapping::Program(query, kind) => (format!("/api/v1/imports/status{query}"), kind, file.to_vec()),
            Wrapping::Page(name) => {
                let kind = "multipart/form-data; boundary=edge";
                ("/imports/status".to_owned(), kind, form(&self.session.csrf, name, file))
            }
        };
        self.ask(Request::post(path).header(CONTENT_TYPE, kind), Body::from(body))
    }

    fn ask(&self, request: axum::http::request::Builder, body: Body) -> Answer {
        let request = request
            .header("authorization", format!("Bearer {}", self.token))
            .header("puebla-purpose", Purpose::DocumentIssuance.code())
            .header("accept-language", "es")
            .header("cookie", format!("puebla={}; language=es", self.session.secret));
        self.runtime.block_on(self.specimen.send(request.body(body).expect("a request")))
    }

    /// Answers the report at `place` once there is one.
    fn report(&self, place: &str) -> Answer {
        for _ in 0..TURNS_MAX {
            let answer = self.ask(Request::get(place), Body::empty());
            let under_way = ["waiting", "reading", "comparing"];
            let goes_on = under_way.iter().any(|state| answer.body.contains(&format!("\"state\":\"{state}\"")));
            if !goes_on && !answer.body.contains("http-equiv=\"refresh\"") {
                return answer;
            }
            std::thread::sleep(Duration::from_millis(5));
        }
        panic!("{place} is never over");
    }

    /// Answers entries in the journal, and files that lie where something arrives.
    fn kept(&self) -> (u64, usize) {
        let register = self.specimen.ground.database("registers").expect("a register");
        let count = |connection: &rusqlite::Connection| {
            Ok(connection.query_row("SELECT count(*) FROM journal_entry", [], |row| row.get(0))?)
        };
        let arriving = std::fs::read_dir(self.specimen.path().join("files/incoming")).expect("a folder").count();
        (register.read(count).expect("a count"), arriving)
    }
}

fn form(secret: &str, name: &str, file: &[u8]) -> Vec<u8> {
    let secret = format!("--edge\r\nContent-Disposition: form-data; name=\"csrf\"\r\n\r\n{secret}\r\n");
    let name = format!("--edge\r\nContent-Disposition: form-data; name=\"file\"; filename=\"{name}\"\r\n\r\n");
    let step = "\r\n--edge\r\nContent-Disposition: form-data; name=\"step\"\r\n\r\nimport\r\n--edge--\r\n";
    [secret.as_bytes(), name.as_bytes(), file, step.as_bytes()].concat()
}

/// Answers what is wrong with how a file was refused; nothing when nothing is.
fn misrefused(stand: &Stand, wrapping: Wrapping, file: &[u8]) -> Option<String> {
    let mut answer = stand.send(wrapping, file);
    if let Some(place) = answer.headers.get(LOCATION).and_then(|place| place.to_str().ok()) {
        answer = stand.report(place);
    }
    if answer.status.as_u16() >= 500 || answer.body.contains("<zz9") {
        return Some(format!("{}: {}", answer.status, answer.body));
    }
    let placed = match wrapping {
        Wrapping::Program(..) => {
            let report: serde_json::Value = serde_json::from_str(&answer.body).unwrap_or_default();
            let fault = &report["errors"][0];
            fault["line"].as_u64().is_some_and(|line| line > 0) && is_spanish(fault["message"].as_str().unwrap_or(""))
        }
        // An empty file has no line; the page says that a file is to be chosen.
        Wrapping::Page(_) if file.is_empty() => answer.status == 422 && answer.body.contains("file-error"),
        Wrapping::Page(_) => answer.body.contains("El archivo tiene errores."),
    };
    if placed { None } else { Some(format!("no place, or not in Spanish: {} {:.600}", answer.status, answer.body)) }
}

fn is_spanish(sentence: &str) -> bool {
    let words = ["El ", "La ", "Un", "No ", "Hay ", "Falta", "Es", "Escriba ", "Indique ", "Se ", "Su ", "Use "];
    words.iter().any(|word| sentence.starts_with(word))
}

fn resident_bytes() -> u64 {
    let statm = std::fs::read_to_string("/proc/self/statm").expect("what the kernel says of this process");
    let pages: u64 = statm.split(' ').nth(1).and_then(|pages| pages.parse().ok()).expect("a number of pages");
    pages * 4096
}

#[test]
fn hostile_files_are_refused_with_a_line_and_leave_nothing() {
    let stand = Stand::new();
    let mut wrong = Vec::new();
    // Once without counting: what is made once, as words and connections are, is no growth.
    let _ = misrefused(&stand, WRAPPINGS[0], b"?");
    let files = files();
    let (before, kept) = (resident_bytes(), stand.kept());
    let mut sent = 0;
    for (name, file) in &files {
        for wrapping in WRAPPINGS {
            sent += 1;
            let found = misrefused(&stand, wrapping, file);
            wrong.extend(found.map(|found| format!("{name}, {wrapping:?}: {found}")));
        }
    }
    assert!(wrong.is_empty(), "{} of {sent}:\n{}", wrong.len(), wrong.join("\n"));
    assert!(sent >= 300, "{sent} uploads");
    assert_eq!(stand.kept(), kept, "something was entered, or stays where files arrive");
    let growth = resident_bytes().saturating_sub(before);
    assert!(growth <= GROWTH_BYTES_MAX, "{growth} bytes more after {sent} uploads");
}

/// A body that goes on for ever: pieces of one line, as many as are asked for.
struct Endless {
    left: usize,
}

impl http_body::Body for Endless {
    type Data = Bytes;
    type Error = std::convert::Infallible;

    fn poll_frame(
        mut self: std::pin::Pin<&mut Self>,
        _: &mut std::task::Context<'_>,
    ) -> std::task::Poll<Option<Result<http_body::Frame<Bytes>, Self::Error>>> {
        static PIECE: [u8; 64 * 1024] = [b'x'; 64 * 1024];
        if self.left == 0 {
            return std::task::Poll::Ready(None);
        }
        self.left -= 1;
        std::task::Poll::Ready(Some(Ok(http_body::Frame::data(Bytes::from_static(&PIECE)))))
    }
}

#[test]
fn a_file_of_one_line_takes_no_memory_however_long_it_is() {
    let stand = Stand::new();
    let _ = misrefused(&stand, WRAPPINGS[0], b"?");
    let before = resident_bytes();
    let request = Request::post("/api/v1/imports/status").header(CONTENT_TYPE, "text/csv");
    let answer = stand.ask(request, Body::new(Endless { left: 4_096 }));
    assert_eq!(answer.status, 202, "{}", answer.body);
    let place = answer.location().expect("a place");
    let report = stand.report(&place).body;
    assert!(report.contains("\"line-too-long\"") && report.contains("\"line\":1"), "{report}");
    let growth = resident_bytes().saturating_sub(before);
    assert!(growth <= GROWTH_BYTES_MAX, "{growth} bytes more after a line of 256 MB");
}
