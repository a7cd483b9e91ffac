//! A full disk with a reserve: checks go on, the operator acts, and what States add waits.

use std::io::{Read, Write};
use std::net::TcpStream;
use std::path::Path;
use std::process::Command;
use std::time::Duration;

use super::disk::{Counter, SmallDisk, code};
use super::folder::{Session, make_folder, operator_session};
use super::server::{SOUND, Server, now};
use super::wire;

/// Time in which the server sees that the disk is full, and that there is room again.
const SEEN_WITHIN: Duration = Duration::from_secs(10);

const RESERVE_BYTES: u64 = 4 << 20;

fn start(data: &Path) -> Server {
    let more = ["--reserve-mib", "4"];
    Server::start_saying(Command::new(SOUND), data, &more).unwrap_or_else(|ended| panic!("no server: {ended:?}"))
}

/// Waits until something holds.
#[track_caller]
fn until(mut holds: impl FnMut() -> bool) {
    let since = now();
    while !holds() {
        assert!(since.elapsed() < SEEN_WITHIN, "not within {SEEN_WITHIN:?}");
        std::thread::sleep(Duration::from_millis(100));
    }
}

fn reserve_bytes(data: &Path) -> u64 {
    std::fs::metadata(data.join("reserve")).map_or(0, |meta| meta.len())
}

fn operation_page(counter: &Counter, operator: &Session) -> String {
    let page = counter.ask(&wire::get(operator, "/operation"));
    assert_eq!(page.status, 200, "{page:?}");
    page.body
}

/// Takes a backup, and says whether all of it arrived.
fn backup(server: &Server, operator: &Session) -> bool {
    let request = String::from_utf8(wire::post(operator, "/operation/backup", &[])).expect("text");
    let request = request.replace("host: localhost", "host: localhost\r\nconnection: close");
    let mut stream = TcpStream::connect(server.address).expect("a connection");
    stream.write_all(request.as_bytes()).expect("a request");
    let mut answer = Vec::new();
    stream.read_to_end(&mut answer).expect("an answer");
    let head = answer.windows(4).position(|end| end == b"\r\n\r\n").expect("a head");
    let said = String::from_utf8_lossy(&answer[..head]).to_lowercase();
    let length = said.lines().find_map(|line| line.strip_prefix("content-length: ")).and_then(|text| text.parse().ok());
    said.starts_with("http/1.1 200 ") && length == Some(answer.len() - head - 4)
}

#[test]
fn a_full_disk_stops_what_is_added_and_nobody_at_the_border() {
    let Some(disk) = SmallDisk::mount(16) else {
        // Without the right to mount there is no disk to fill; what the reserve itself does is tested beside it.
        return;
    };
    let data = disk.0.path().join("data");
    let people = make_folder(&data);
    let operator = operator_session(&data);
    let server = start(&data);
    let mut counter = Counter::new(&server, people);
    until(|| reserve_bytes(&data) == RESERVE_BYTES);
    assert_eq!((counter.report().status, counter.check().status), (201, 200));
    assert!(!operation_page(&counter, &operator).contains("The disk is full"));

    disk.fill(0);
    until(|| reserve_bytes(&data) == 0);
    until(|| counter.check().status == 200);
    for _ in 0..50 {
        assert_eq!(counter.check().status, 200, "the border stays open");
    }
    let refused = counter.report();
    assert_eq!((refused.status, code(&refused).as_str()), (507, "disk-full"));
    assert_eq!(refused.header("retry-after"), "30");
    assert!(operation_page(&counter, &operator).contains("The disk is full"));
    assert!(backup(&server, &operator), "the operator takes a backup away");
    let signed_in = counter.ask(
        b"POST /sign-in HTTP/1.1\r\nhost: localhost\r\ncontent-type: application/x-www-form-urlencoded\r\n\
          content-length: 41\r\n\r\nuser_name=nobody.here&password=wrong+words",
    );
    assert_eq!(signed_in.status, 422, "signing in is tried, counted and answered");

    // Killed there, it starts again: what was given up stays given up.
    server.kill();
    let server = start(&data);
    counter.goes_on_at(&server);
    assert_eq!((counter.check().status, counter.report().status), (200, 507));

    // The reserve is not without end: then nothing is shown that the log would not know of.
    disk.fill_more();
    let refused = counter.until_refused(Counter::check);
    assert_eq!((refused.status, code(&refused).as_str()), (503, "log-unavailable"));

    disk.make_room();
    counter.recover();
    until(|| reserve_bytes(&data) == RESERVE_BYTES);
    assert!(!operation_page(&counter, &operator).contains("The disk is full"));
    server.kill();
    let elsewhere = tempfile::tempdir().expect("a folder");
    counter.hold_against(&data, elsewhere.path());
}
