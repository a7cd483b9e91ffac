//! Starting where one must not: on a folder that is served, and with keys that everybody can read.

use std::os::unix::fs::PermissionsExt;
use std::process::Command;

use super::folder::make_folder;
use super::server::{SOUND, Server};

/// A folder or a server that cannot be worked on.
const PLACE: Option<i32> = Some(4);

#[test]
fn of_two_servers_on_one_folder_the_second_says_so_and_the_first_goes_on() {
    let home = tempfile::tempdir().expect("a folder");
    let data = home.path().join("data");
    make_folder(&data);
    // At the same instant: exactly one gets the folder.
    let starting: Vec<_> = (0..3)
        .map(|_| {
            let data = data.clone();
            std::thread::spawn(move || Server::start_with(Command::new(SOUND), &data))
        })
        .collect();
    let ended: Vec<_> = starting.into_iter().map(|start| start.join().expect("a start")).collect();
    let refused: Vec<_> = ended.iter().filter_map(|start| start.as_ref().err()).collect();
    assert!(refused.iter().all(|ended| ended.status == PLACE && ended.said.contains("is being served")), "{refused:?}");
    let [first] = ended.iter().filter_map(|start| start.as_ref().ok()).collect::<Vec<_>>()[..] else {
        panic!("{} of three serve", 3 - refused.len());
    };
    std::net::TcpStream::connect(first.address).expect("the first still answers");
}

#[test]
fn keys_that_everybody_can_read_are_refused() {
    let home = tempfile::tempdir().expect("a folder");
    let data = home.path().join("data");
    make_folder(&data);
    let key = data.join("keys/numbers.key");
    for mode in [0o404, 0o440, 0o444] {
        std::fs::set_permissions(&key, std::fs::Permissions::from_mode(mode)).expect("a mode");
        let Err(ended) = Server::start_with(Command::new(SOUND), &data) else { panic!("it serves with mode {mode:o}") };
        assert!(ended.status == PLACE && ended.said.contains("numbers.key"), "{ended:?}");
    }
    std::fs::set_permissions(&key, std::fs::Permissions::from_mode(0o400)).expect("a mode");
    Server::start(&data);
}
