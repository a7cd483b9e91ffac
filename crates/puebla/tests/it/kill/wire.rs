//! A client that knows which answers arrived whole: HTTP/1.1 over a plain connection, byte by byte.

use std::io::{BufRead, BufReader, Read, Write};
use std::net::{SocketAddr, TcpStream};
use std::time::Duration;

use base::access::Purpose;

use super::folder::Person;

/// An answer that arrived whole.
#[derive(Debug)]
pub struct Answer {
    pub status: u16,
    pub head: Vec<String>,
    pub body: String,
}

/// What came back.
#[derive(Debug)]
pub enum Told {
    /// Nobody listens: nothing was asked.
    Unsent,
    /// Not one line.
    Nothing,
    /// The status line, and then the connection was cut.
    Cut(u16),
    /// Everything.
    Whole(Answer),
}

/// One connection, opened again when it was cut.
pub struct Wire {
    address: SocketAddr,
    open: Option<BufReader<TcpStream>>,
}

impl Answer {
    /// Answers a header's value; empty without it.
    pub fn header(&self, name: &str) -> &str {
        let of = |line: &String| line.split_once(':').is_some_and(|(key, _)| key.eq_ignore_ascii_case(name));
        self.head
            .iter()
            .find(|line| of(line))
            .and_then(|line| line.split_once(':'))
            .map_or("", |(_, value)| value.trim())
    }

    /// Answers what a hidden field of the page's form holds; empty without it.
    pub fn hidden(&self, name: &str) -> &str {
        let field = self.body.split_once(&format!("name=\"{name}\" value=\"")).map_or("", |(_, rest)| rest);
        field.split('"').next().unwrap_or("")
    }

    /// Answers the body as JSON.
    pub fn json(&self) -> serde_json::Value {
        serde_json::from_str(&self.body).unwrap_or_default()
    }
}

impl Wire {
    pub fn to(address: SocketAddr) -> Self {
        Wire { address, open: None }
    }

    /// Sends a request and reads what comes back.
    pub fn ask(&mut self, request: &[u8]) -> Told {
        let told = self.try_ask(request);
        if !matches!(&told, Told::Whole(answer) if !answer.header("connection").eq_ignore_ascii_case("close")) {
            self.open = None;
        }
        told
    }

    fn try_ask(&mut self, request: &[u8]) -> Told {
        if self.open.is_none() {
            self.open = connect(self.address).ok();
        }
        let Some(open) = &mut self.open else { return Told::Unsent };
        if open.get_mut().write_all(request).is_err() {
            return Told::Nothing;
        }
        let Some(first) = line(open) else { return Told::Nothing };
        let Some(status) = first.split(' ').nth(1).and_then(|code| code.parse().ok()) else { return Told::Nothing };
        rest(open, status).map_or(Told::Cut(status), Told::Whole)
    }
}

fn connect(address: SocketAddr) -> std::io::Result<BufReader<TcpStream>> {
    let stream = TcpStream::connect_timeout(&address, Duration::from_secs(2))?;
    stream.set_nodelay(true)?;
    // Longer than the server gives itself for any answer here.
    stream.set_read_timeout(Some(Duration::from_secs(40)))?;
    Ok(BufReader::new(stream))
}

/// Reads what follows a status line; nothing when it does not arrive whole.
fn rest(open: &mut BufReader<TcpStream>, status: u16) -> Option<Answer> {
    let mut answer = Answer { status, head: Vec::new(), body: String::new() };
    loop {
        match line(open)? {
            empty if empty.is_empty() => break,
            header => answer.head.push(header),
        }
    }
    let body = if answer.header("transfer-encoding").eq_ignore_ascii_case("chunked") {
        chunks(open)?
    } else {
        let mut body = vec![0; answer.header("content-length").parse().unwrap_or(0)];
        open.read_exact(&mut body).ok()?;
        body
    };
    answer.body = String::from_utf8(body).ok()?;
    Some(answer)
}

fn chunks(open: &mut BufReader<TcpStream>) -> Option<Vec<u8>> {
    let mut body = Vec::new();
    loop {
        let length = usize::from_str_radix(&line(open)?, 16).ok()?;
        let from = body.len();
        body.resize(from + length, 0);
        open.read_exact(&mut body[from..]).ok()?;
        line(open)?;
        if length == 0 {
            return Some(body);
        }
    }
}

/// Reads one line; nothing when it was cut before its end.
fn line(open: &mut BufReader<TcpStream>) -> Option<String> {
    let mut line = String::new();
    open.read_line(&mut line).ok()?;
    line.strip_suffix("\r\n").map(str::to_owned)
}

/// Writes a call of the API.
pub fn call(person: &Person, method: &str, path: &str, body: &serde_json::Value) -> Vec<u8> {
    let body = if body.is_null() { String::new() } else { body.to_string() };
    called(person, person.purpose, method, path, "application/json", body.as_bytes())
}

/// Writes a call of the API with any body.
pub fn called(person: &Person, purpose: Purpose, method: &str, path: &str, media: &str, body: &[u8]) -> Vec<u8> {
    let head = format!(
        "{method} {path} HTTP/1.1\r\nhost: localhost\r\nauthorization: Bearer {}\r\npuebla-purpose: {}\r\n\
         content-type: {media}\r\ncontent-length: {}\r\n\r\n",
        person.token,
        purpose.code(),
        body.len()
    );
    [head.as_bytes(), body].concat()
}

/// Writes a form as a browser posts it. The values are letters, digits and hyphens, which need no escapes.
pub fn post(session: &super::folder::Session, path: &str, fields: &[(&str, &str)]) -> Vec<u8> {
    let mut body = format!("csrf={}", session.csrf);
    for (name, value) in fields {
        body.push_str(&format!("&{name}={value}"));
    }
    format!(
        "POST {path} HTTP/1.1\r\nhost: localhost\r\ncookie: {}={}\r\n\
         content-type: application/x-www-form-urlencoded\r\ncontent-length: {}\r\n\r\n{body}",
        base::identity::cookie_name(false),
        session.cookie,
        body.len()
    )
    .into_bytes()
}

/// Writes a request for a page.
pub fn get(session: &super::folder::Session, path: &str) -> Vec<u8> {
    let cookie = base::identity::cookie_name(false);
    format!("GET {path} HTTP/1.1\r\nhost: localhost\r\ncookie: {cookie}={}\r\n\r\n", session.cookie).into_bytes()
}
