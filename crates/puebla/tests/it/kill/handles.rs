//! No file handles left: connections are what gives way, and the server neither spins nor loses its files.

use std::io::Write;
use std::net::TcpStream;
use std::process::Command;
use std::time::Duration;

use super::disk::Counter;
use super::folder::make_folder;
use super::server::{SOUND, Server, now};

/// Time in which everything is answered again once files may be opened.
const RECOVERED_WITHIN: Duration = Duration::from_secs(10);

/// Connects as often as asked, and sends half a head on each.
fn crowd(server: &Server, many: usize) -> Vec<TcpStream> {
    let mut held = Vec::new();
    for _ in 0..many {
        // Beyond what the kernel queues for a server that cannot take them a connection fails here; that is as good.
        if let Ok(mut stream) = TcpStream::connect_timeout(&server.address, Duration::from_millis(200)) {
            let _ = stream.write_all(b"GET /sign-in HTTP/1.1\r\nhost: loc");
            held.push(stream);
        }
    }
    held
}

/// Answers the processor's time that the server has used, in hundredths of a second.
fn ticks(server: &Server) -> u64 {
    let text = std::fs::read_to_string(format!("/proc/{}/stat", server.pid())).expect("a process");
    let after_name = text.rsplit(')').next().unwrap_or_default();
    after_name.split_whitespace().skip(11).take(2).filter_map(|field| field.parse::<u64>().ok()).sum()
}

fn set_files(server: &Server, soft: u32) {
    let (pid, files) = (server.pid().to_string(), format!("--nofile={soft}:64"));
    let set = Command::new("prlimit").args(["--pid", &pid, &files]).status();
    assert!(set.expect("prlimit of util-linux").success(), "the limit was not set");
}

#[test]
fn a_crowd_that_holds_every_connection_takes_none_from_an_officer() {
    let home = tempfile::tempdir().expect("a folder");
    let data = home.path().join("data");
    let people = make_folder(&data);
    let mut limited = Command::new("sh");
    limited.args(["-c", "ulimit -n 64; exec \"$0\" \"$@\"", SOUND]);
    let server = Server::start_with(limited, &data).unwrap_or_else(|ended| panic!("no server: {ended:?}"));
    let mut counter = Counter::new(&server, people);
    let held = crowd(&server, 100);
    assert!(held.len() > 64, "only {} connections", held.len());
    for _ in 0..20 {
        assert_eq!(counter.check().status, 200, "each on a connection of its own");
    }
    assert_eq!(counter.report().status, 201);

    // Not one more file than are open: a connection cannot even be taken.
    set_files(&server, 8);
    let more = crowd(&server, 20);
    let (before, since) = (ticks(&server), now());
    std::thread::sleep(Duration::from_secs(2));
    let spent = ticks(&server) - before;
    assert!(spent < 50, "{spent} hundredths of a second of processor in {:?}: it spins", since.elapsed());
    drop((held, more));
    set_files(&server, 64);
    let since = now();
    counter.recover();
    assert!(since.elapsed() < RECOVERED_WITHIN);
    server.kill();
    counter.hold_against(&data, home.path());
}
