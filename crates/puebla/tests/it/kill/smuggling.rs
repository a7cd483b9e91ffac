//! Requests that a proxy and a server could read in two ways: refused, and the connection closed.

use std::io::{Read, Write};
use std::net::TcpStream;
use std::time::Duration;

use super::folder::make_folder;
use super::server::Server;

/// Each hides a second request, which would be answered `404` if it were read.
const HIDDEN: &str = "GET /hidden HTTP/1.1\r\nhost: localhost\r\n\r\n";

/// Heads, each with the body that carries the hidden request; `#` stands for the length of that body.
const CORPUS: [(&str, &str, &str); 16] = [
    (
        "a length beside chunks",
        "POST /sign-in HTTP/1.1\r\nhost: a\r\ncontent-length: #\r\ntransfer-encoding: chunked\r\n\r\n",
        "0\r\n\r\n",
    ),
    (
        "chunks beside a length",
        "POST /sign-in HTTP/1.1\r\nhost: a\r\ntransfer-encoding: chunked\r\ncontent-length: 4\r\n\r\n",
        "0\r\n\r\n",
    ),
    ("two lengths", "POST /sign-in HTTP/1.1\r\nhost: a\r\ncontent-length: 0\r\ncontent-length: #\r\n\r\n", ""),
    (
        "the same length twice",
        "POST /sign-in HTTP/1.1\r\nhost: a\r\ncontent-length: 0\r\ncontent-length: 0\r\n\r\n",
        "",
    ),
    ("a list of lengths", "POST /sign-in HTTP/1.1\r\nhost: a\r\ncontent-length: 0, 0\r\n\r\n", ""),
    ("a signed length", "POST /sign-in HTTP/1.1\r\nhost: a\r\ncontent-length: +0\r\n\r\n", ""),
    ("a length in another base", "POST /sign-in HTTP/1.1\r\nhost: a\r\ncontent-length: 0x0\r\n\r\n", ""),
    ("a space before the colon", "POST /sign-in HTTP/1.1\r\nhost: a\r\ncontent-length : #\r\n\r\n", ""),
    ("a header continued", "POST /sign-in HTTP/1.1\r\nhost: a\r\nx: y\r\n content-length: #\r\n\r\n", ""),
    (
        "a header continued by a tab",
        "POST /sign-in HTTP/1.1\r\nhost: a\r\nx: y\r\n\ttransfer-encoding: chunked\r\n\r\n",
        "",
    ),
    ("bare line feeds", "GET /sign-in HTTP/1.1\nhost: a\n\n", ""),
    ("one bare line feed", "GET /sign-in HTTP/1.1\r\nhost: a\nx: y\r\n\r\n", ""),
    ("a bare carriage return", "GET /sign-in HTTP/1.1\r\nhost: a\rx: y\r\n\r\n", ""),
    (
        "chunks twice",
        "POST /sign-in HTTP/1.1\r\nhost: a\r\ntransfer-encoding: chunked\r\ntransfer-encoding: chunked\r\n\r\n",
        "0\r\n\r\n",
    ),
    ("another coding", "POST /sign-in HTTP/1.1\r\nhost: a\r\ntransfer-encoding: identity\r\n\r\n", ""),
    (
        "chunks for an old client",
        "POST /sign-in HTTP/1.0\r\nhost: a\r\ntransfer-encoding: chunked\r\n\r\n",
        "0\r\n\r\n",
    ),
];

/// Sends everything at once and answers all that comes until the server closes.
fn said(server: &Server, request: &str) -> String {
    let mut stream = TcpStream::connect(server.address).expect("a connection");
    stream.set_read_timeout(Some(Duration::from_secs(20))).expect("a limit");
    stream.write_all(request.as_bytes()).expect("a request");
    let mut answer = Vec::new();
    match stream.read_to_end(&mut answer) {
        Ok(_) => {}
        // Closed with something unread: a reset is a close too.
        Err(error) => assert_eq!(error.kind(), std::io::ErrorKind::ConnectionReset, "{request:?}: not closed"),
    }
    String::from_utf8_lossy(&answer).into_owned()
}

#[test]
fn what_can_be_read_in_two_ways_is_refused_and_its_connection_closed() {
    let home = tempfile::tempdir().expect("a folder");
    let data = home.path().join("data");
    make_folder(&data);
    let server = Server::start(&data);
    for (what, head, body) in CORPUS {
        let body = format!("{body}{HIDDEN}");
        let request = format!("{}{body}", head.replace('#', &body.len().to_string()));
        let answer = said(&server, &request);
        assert!(answer.is_empty() || answer.starts_with("HTTP/1.1 400 "), "{what}: {answer}");
        assert_eq!(answer.matches("HTTP/1.1 ").count(), usize::from(!answer.is_empty()), "{what}: {answer}");
        let behind = format!("GET /sign-in HTTP/1.1\r\nhost: localhost\r\n\r\n{request}");
        let answer = said(&server, &behind);
        assert!(answer.starts_with("HTTP/1.1 200 "), "{what}, behind a good one: {answer}");
        assert!(!answer.contains("HTTP/1.1 404 "), "{what}, behind a good one: the hidden request was read");
    }
    // The control: where one reading is possible the second request is read, so the test would see it.
    let close = HIDDEN.replace("\r\n\r\n", "\r\nconnection: close\r\n\r\n");
    let sound = format!("POST /sign-in HTTP/1.1\r\nhost: localhost\r\ncontent-length: 2\r\n\r\nab{close}");
    assert!(said(&server, &sound).contains("HTTP/1.1 404 "));
    // And after a body in chunks nothing more is.
    let chunks =
        format!("POST /sign-in HTTP/1.1\r\nhost: localhost\r\ntransfer-encoding: chunked\r\n\r\n0\r\n\r\n{HIDDEN}");
    let answer = said(&server, &chunks);
    assert_eq!(answer.matches("HTTP/1.1 ").count(), 1, "{answer}");
}
