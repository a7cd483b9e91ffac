//! A visitor who keeps every answer: HTTP/1.1, byte by byte, one connection a request.

use std::io::{Read, Write};
use std::net::{SocketAddr, TcpStream};
use std::time::Duration;

use super::planted::Planted;

/// Every answer of a run: heads and bodies apart.
#[derive(Default)]
pub struct Heard {
    pub heads: Vec<u8>,
    pub bodies: Vec<u8>,
}

/// An answer.
pub struct Reply {
    pub status: u16,
    pub head: String,
    pub body: String,
}

/// Somebody before a browser, or a program.
#[derive(Clone)]
pub struct Visitor {
    address: SocketAddr,
    pub cookies: Vec<(String, String)>,
    pub csrf: String,
    forwarded: String,
    browser: String,
    referer: String,
}

impl Reply {
    pub fn header(&self, name: &str) -> &str {
        let line = self.head.lines().find(|line| line.to_lowercase().starts_with(&format!("{name}:")));
        line.and_then(|line| line.split_once(':')).map_or("", |(_, value)| value.trim())
    }

    /// Answers what follows a mark in the body, up to the next quote or tag.
    pub fn after(&self, mark: &str) -> String {
        let rest = self.body.split_once(mark).map_or("", |(_, rest)| rest);
        rest.split(['"', '<']).next().unwrap_or("").to_owned()
    }
}

impl Visitor {
    pub fn new(address: SocketAddr, planted: &Planted) -> Self {
        Visitor {
            address,
            cookies: Vec::new(),
            csrf: String::new(),
            forwarded: planted.text("address forwarded for").to_owned(),
            browser: planted.text("browser").to_owned(),
            referer: format!("https://elsewhere.example/{}", planted.text("page from elsewhere")),
        }
    }

    pub fn get(&mut self, heard: &mut Heard, path: &str) -> Reply {
        self.ask(heard, "GET", path, "", b"")
    }

    /// Sends a form with the secret of the last page.
    pub fn post(&mut self, heard: &mut Heard, path: &str, fields: &[(&str, &str)]) -> Reply {
        let csrf = self.csrf.clone();
        let all: Vec<(&str, &str)> = [("csrf", csrf.as_str())].into_iter().chain(fields.iter().copied()).collect();
        let body = serde_urlencoded::to_string(all).expect("a form");
        self.ask(heard, "POST", path, "content-type: application/x-www-form-urlencoded\r\n", body.as_bytes())
    }

    /// Sends a file with a form's fields, as a browser does.
    pub fn upload(&mut self, heard: &mut Heard, path: &str, name: &str, rows: &str) -> Reply {
        let part = |name: &str, value: &str| {
            format!("--edge\r\nContent-Disposition: form-data; name=\"{name}\"\r\n\r\n{value}\r\n")
        };
        let file = format!(
            "--edge\r\nContent-Disposition: form-data; name=\"file\"; filename=\"{name}.csv\"\r\n\r\n{rows}\r\n"
        );
        let body = part("csrf", &self.csrf) + &part("step", "enter") + &file + "--edge--\r\n";
        self.ask(heard, "POST", path, "content-type: multipart/form-data; boundary=edge\r\n", body.as_bytes())
    }

    pub fn ask(&mut self, heard: &mut Heard, method: &str, path: &str, more: &str, body: &[u8]) -> Reply {
        let cookies: Vec<String> = self.cookies.iter().map(|(name, value)| format!("{name}={value}")).collect();
        let cookies = if cookies.is_empty() { String::new() } else { format!("cookie: {}\r\n", cookies.join("; ")) };
        let head = format!(
            "{method} {path} HTTP/1.1\r\nhost: puebla.example\r\nconnection: close\r\nx-forwarded-for: {}\r\n\
             user-agent: {}\r\nreferer: {}\r\n{cookies}{more}content-length: {}\r\n\r\n",
            self.forwarded,
            self.browser,
            self.referer,
            body.len()
        );
        let bytes = exchange(self.address, &[head.as_bytes(), body].concat());
        let reply = read(&bytes);
        heard.heads.extend(reply.head.as_bytes());
        heard.bodies.extend(reply.body.as_bytes());
        self.remember(&reply);
        reply
    }

    fn remember(&mut self, reply: &Reply) {
        for line in reply.head.lines().filter(|line| line.to_lowercase().starts_with("set-cookie:")) {
            let pair = line.split_once(':').map_or("", |(_, rest)| rest).split(';').next().unwrap_or("");
            if let Some((name, value)) = pair.trim().split_once('=') {
                self.cookies.retain(|(known, _)| known != name);
                if !line.contains("Max-Age=0") {
                    self.cookies.push((name.to_owned(), value.to_owned()));
                }
            }
        }
        let csrf = reply.after("name=\"csrf\" value=\"");
        if !csrf.is_empty() {
            self.csrf = csrf;
        }
    }
}

/// Sends bytes and reads until the server hangs up.
pub fn exchange(address: SocketAddr, request: &[u8]) -> Vec<u8> {
    let mut stream = TcpStream::connect(address).expect("a server");
    stream.set_read_timeout(Some(Duration::from_secs(60))).expect("a limit");
    // A server that refuses early may have hung up before all was sent.
    let _ = stream.write_all(request);
    let mut bytes = Vec::new();
    let _ = stream.read_to_end(&mut bytes);
    bytes
}

/// Takes an answer apart; pieces of a body that came piece by piece are put together.
pub fn read(bytes: &[u8]) -> Reply {
    let at = bytes.windows(4).position(|four| four == b"\r\n\r\n").unwrap_or(bytes.len());
    let head = String::from_utf8_lossy(&bytes[..at]).into_owned();
    let mut rest = bytes.get(at + 4..).unwrap_or(&[]);
    let mut body = Vec::new();
    if head.to_lowercase().contains("transfer-encoding: chunked") {
        while let Some(end) = rest.windows(2).position(|two| two == b"\r\n") {
            let length = std::str::from_utf8(&rest[..end]).ok().and_then(|text| usize::from_str_radix(text, 16).ok());
            let Some(length) = length.filter(|length| *length > 0) else { break };
            body.extend(rest.get(end + 2..end + 2 + length).unwrap_or(&[]));
            rest = rest.get(end + 4 + length..).unwrap_or(&[]);
        }
    } else {
        body = rest.to_vec();
    }
    let status = head.split(' ').nth(1).and_then(|code| code.parse().ok()).unwrap_or(0);
    Reply { status, head, body: String::from_utf8_lossy(&body).into_owned() }
}
