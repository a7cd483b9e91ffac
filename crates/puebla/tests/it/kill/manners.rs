//! Clients without manners: cut off in the middle, too large, too slow, too many.

use std::io::{Read, Write};
use std::net::{Shutdown, TcpStream};
use std::process::Command;
use std::time::Duration;

use base::access::Purpose;
use serde_json::json;

use super::folder::{Person, make_folder};
use super::judge::Judge;
use super::server::{SOUND, Server, now};
use super::wire::{self, Answer, Told, Wire};

/// The server cuts off who has not sent the headers after ten seconds.
const HEADER_LIMIT: Duration = Duration::from_secs(10);

fn whole(told: Told) -> Answer {
    match told {
        Told::Whole(answer) => answer,
        told => panic!("not a whole answer: {told:?}"),
    }
}

fn report(person: &Person, number: &str) -> Vec<u8> {
    let body = json!({ "kind": "passport", "number": number, "status": "lost", "reference": &number[1..] });
    wire::call(person, "POST", "/api/v1/status", &body)
}

#[test]
fn a_request_that_is_cut_or_too_large_stores_nothing() {
    let home = tempfile::tempdir().expect("a folder");
    let data = home.path().join("data");
    let people = make_folder(&data);
    let server = Server::start(&data);
    let whole_report = report(&people[0], "G0000001");
    let file = "kind,number,status,reference\npassport,G0000002,lost,TWO\n".repeat(50);
    let import = wire::called(
        &people[0],
        Purpose::DocumentIssuance,
        "POST",
        "/api/v1/imports/status",
        "text/csv",
        file.as_bytes(),
    );
    for request in [&whole_report, &import] {
        let body_from = request.windows(4).position(|end| end == b"\r\n\r\n").expect("a head") + 4;
        for cut in [body_from / 2, body_from, body_from + 10, request.len() - 1] {
            let mut stream = TcpStream::connect(server.address).expect("a connection");
            stream.write_all(&request[..cut]).expect("half a request");
            stream.shutdown(Shutdown::Write).expect("an end");
            let mut answer = String::new();
            let _ = stream.read_to_string(&mut answer);
            assert!(!answer.starts_with("HTTP/1.1 2"), "cut at {cut} of {}: {answer}", request.len());
        }
    }
    let mut wire = Wire::to(server.address);
    let large = json!({ "kind": "passport", "number": "G0000003", "status": "lost", "reference": "x".repeat(70_000) });
    let refused = whole(wire.ask(&wire::call(&people[0], "POST", "/api/v1/status", &large)));
    assert_eq!((refused.status, refused.header("content-type")), (413, "application/problem+json"));
    let zone = json!({ "zone": "P<UTO".repeat(1000) });
    let refused = whole(wire.ask(&wire::call(&people[4], "POST", "/api/v1/checks", &zone)));
    assert!([413, 422].contains(&refused.status), "{refused:?}");
    assert_eq!(whole(wire.ask(&report(&people[0], "G0000009"))).status, 201);
    server.kill();
    let found = Judge::new(home.path().join("copy")).look(&data, true).unwrap_or_else(|fault| panic!("{fault:?}"));
    let stored: Vec<&str> = found.entries.keys().map(|(_, reference)| reference.as_str()).collect();
    assert_eq!(stored, ["0000009"]);
    assert_eq!(std::fs::read_dir(data.join("files/incoming")).expect("a folder").count(), 0, "half a file stayed");
}

#[test]
fn who_dawdles_over_the_headers_is_cut_off_and_keeps_nobody_waiting() {
    let home = tempfile::tempdir().expect("a folder");
    let data = home.path().join("data");
    let people = make_folder(&data);
    let server = Server::start(&data);
    let since = now();
    let mut dawdlers: Vec<TcpStream> = (0..50)
        .map(|_| {
            let mut stream = TcpStream::connect(server.address).expect("a connection");
            stream.write_all(b"GET /sign-in HTTP/1.1\r\nhost: loc").expect("half a head");
            stream.set_read_timeout(Some(HEADER_LIMIT * 2)).expect("a limit");
            stream
        })
        .collect();
    assert_eq!(whole(Wire::to(server.address).ask(&report(&people[0], "G0000001"))).status, 201);
    for stream in &mut dawdlers {
        let mut answer = String::new();
        // Cut off, with or without a word.
        let _ = stream.read_to_string(&mut answer);
        assert!(answer.is_empty() || answer.starts_with("HTTP/1.1 408"), "{answer}");
    }
    let waited = since.elapsed();
    assert!(waited >= HEADER_LIMIT / 2 && waited < HEADER_LIMIT * 2, "cut off after {waited:?}");
}

#[test]
fn more_connections_than_files_may_be_open_pass_without_harm() {
    let home = tempfile::tempdir().expect("a folder");
    let data = home.path().join("data");
    let people = make_folder(&data);
    let mut limited = Command::new("prlimit");
    limited.args(["--nofile=64", SOUND]);
    let server = Server::start_with(limited, &data).unwrap_or_else(|ended| panic!("no server: {ended:?}"));
    let mut held: Vec<TcpStream> = Vec::new();
    for _ in 0..100 {
        // Beyond what the kernel queues for a server that cannot take them, a connection fails here; that is as good.
        held.extend(TcpStream::connect_timeout(&server.address, Duration::from_millis(200)));
    }
    assert!(held.len() > 64, "only {} connections", held.len());
    drop(held);
    let since = now();
    let number = |at: u128| format!("G{at:07}");
    loop {
        let told = Wire::to(server.address).ask(&report(&people[0], &number(since.elapsed().as_millis())));
        if matches!(&told, Told::Whole(answer) if answer.status == 201) {
            break;
        }
        assert!(since.elapsed() < Duration::from_secs(10), "{told:?}");
    }
    server.kill();
    Judge::new(home.path().join("copy")).look(&data, true).unwrap_or_else(|fault| panic!("{fault:?}"));
}
