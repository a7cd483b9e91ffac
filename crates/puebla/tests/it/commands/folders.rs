//! What a command meets where a data folder should be, and what it leaves there.

use std::path::Path;

use base::store::{Folder, Keys};

use super::{folder, given, puebla, text};

/// Commands that work on a folder, each with what it needs besides.
const ON_FOLDERS: [&[&str]; 4] = [
    &["serve", "--listen", "127.0.0.1:0"],
    &["verify", "--as", "ivan.operator"],
    &["rebuild", "--as", "ivan.operator"],
    &["backup", "--as", "ivan.operator", "--out", "/dev/null/never"],
];

/// Runs each command on a folder where none can work, and answers what each says.
#[track_caller]
fn refused(at: &Path) -> Vec<String> {
    let run = |arguments: &&[&str]| {
        let all: Vec<&str> = arguments.iter().copied().chain(["--data", text(at)]).collect();
        puebla(&all).with(4).err
    };
    ON_FOLDERS.iter().map(run).collect()
}

fn content(at: &Path) -> Vec<(String, Vec<u8>)> {
    let mut found: Vec<(String, Vec<u8>)> = std::fs::read_dir(at)
        .expect("a folder")
        .map(|file| file.expect("an entry").path())
        .filter(|path| path.is_file() && !path.ends_with("lock"))
        .map(|path| (path.display().to_string(), std::fs::read(&path).expect("its content")))
        .collect();
    found.sort();
    found
}

#[test]
fn nothing_and_an_empty_folder_are_no_data_folder() {
    let home = tempfile::tempdir().expect("a folder");
    for said in refused(home.path()).iter().chain(&refused(&home.path().join("absent"))) {
        assert!(said.contains("Missing") && said.contains("base.db"), "{said}");
    }
    assert_eq!(std::fs::read_dir(home.path()).expect("a folder").count(), 0, "nothing was made there");
}

#[test]
fn a_folder_that_is_served_is_left_to_its_server() {
    let home = folder();
    let _held = Folder::open(home.path()).expect("its lock");
    for said in refused(home.path()) {
        assert!(said.contains("is being served") && said.contains("--server"), "{said}");
    }
    let said =
        given(&["verify", "--as", "ivan.operator", "--data", text(home.path())], b"", &[("LC_ALL", "es_MX.UTF-8")]);
    assert!(said.with(4).err.contains("está sirviendo"));
}

#[test]
fn a_foreign_file_where_a_database_should_be_stays_as_it_is() {
    for foreign in ["base.db", "access.db", "registers.db"] {
        let home = folder();
        puebla(&["verify", "--as", "ivan.operator", "--data", text(home.path())]).with(0);
        for (name, planted) in [("text", b"minutes of a meeting\n".to_vec()), ("another program's", other_database())] {
            std::fs::write(home.path().join(foreign), &planted).expect("a foreign file");
            let before = content(home.path());
            for said in refused(home.path()) {
                assert!(said.contains(foreign) && said.contains("not a database of Puebla"), "{name}: {said}");
            }
            let after = content(home.path());
            let of = |all: &[(String, Vec<u8>)]| all.iter().find(|(path, _)| path.ends_with(foreign)).cloned();
            assert_eq!(of(&before), of(&after), "{name} {foreign} was changed");
        }
    }
}

/// A SQLite database that is not ours.
fn other_database() -> Vec<u8> {
    let home = tempfile::tempdir().expect("a folder");
    let path = home.path().join("other.db");
    #[allow(clippy::disallowed_methods)] // It stands for another program's.
    let other = rusqlite::Connection::open(&path).expect("a database");
    other
        .execute_batch("CREATE TABLE song (title TEXT); INSERT INTO song VALUES ('Son de la negra')")
        .expect("a table");
    other.close().expect("closed");
    std::fs::read(path).expect("its bytes")
}

#[test]
fn a_database_of_a_later_release_is_not_touched() {
    let home = folder();
    #[allow(clippy::disallowed_methods)] // A later release has been here.
    let later = rusqlite::Connection::open(home.path().join("base.db")).expect("base.db");
    later.pragma_update(None, "user_version", 99).expect("a later form");
    later.close().expect("closed");
    for said in refused(home.path()) {
        assert!(said.contains("base.db has form 99") && said.contains("newer release"), "{said}");
    }
}

#[test]
fn keys_of_another_folder_are_refused_before_anything_is_shown() {
    let (home, other) = (folder(), folder());
    puebla(&["verify", "--as", "ivan.operator", "--data", text(home.path())]).with(0);
    std::fs::remove_dir_all(home.path().join("keys")).expect("no keys");
    for said in refused(home.path()) {
        assert!(said.contains("Missing") && said.contains("numbers.key"), "{said}");
    }
    Keys::open(other.path()).expect("keys").place(home.path()).expect("other keys in their place");
    for said in refused(home.path()) {
        assert!(said.contains("numbers.key is not the key"), "{said}");
    }
}

#[test]
fn init_makes_a_folder_once_and_shows_the_password_once() {
    let home = tempfile::tempdir().expect("a folder");
    let to = home.path().join("data");
    let init = ["init", "--data", text(&to), "--administrator", "ana.ruiz", "--party", "XSV"];
    let made = puebla(&[&init[..], &["--json"]].concat()).with(0).json();
    assert_eq!(made[0]["user_name"], "ana.ruiz");
    assert!(made[0]["password"].as_str().is_some_and(|password| password.len() >= 12));
    assert!(puebla(&init).with(4).err.contains("already"));
    let other = home.path().join("other");
    let wrong = ["init", "--data", text(&other), "--administrator", "ana.ruiz", "--party", "MX"];
    assert!(puebla(&wrong).with(2).err.contains("three capital letters"));
    let unknown = ["init", "--data", text(&other), "--administrator", "ana.ruiz", "--party", "ZZZ"];
    assert_eq!(puebla(&unknown).with(3).out, "");
    assert!(!other.exists(), "nothing is left of what could not be made");
}

#[test]
fn a_profile_that_cannot_be_used_says_what_is_wrong() {
    let home = tempfile::tempdir().expect("a folder");
    let (profile, to) = (home.path().join("p.toml"), home.path().join("data"));
    std::fs::write(&profile, "[process]\ncode = 7\n").expect("a profile");
    let init =
        ["init", "--data", text(&to), "--administrator", "ana.ruiz", "--party", "XSV", "--profile", text(&profile)];
    assert!(puebla(&init).with(3).err.contains("line 2"));
}

#[test]
fn what_a_server_would_do_in_the_clear_is_refused() {
    let home = folder();
    let data = ["--data", text(home.path())];
    let serve = |more: &[&str]| puebla(&[&["serve"][..], &data, more].concat());
    assert!(serve(&["--listen", "0.0.0.0:0"]).with(2).err.contains("--certificate"));
    let to_a_proxy = serve(&["--listen", "0.0.0.0:0", "--behind-tls-proxy"]).with(2);
    assert!(to_a_proxy.err.contains("0.0.0.0:0 is reached"), "{}", to_a_proxy.err);
    let metrics =
        serve(&["--listen", "127.0.0.1:0", "--metrics", "0.0.0.0:9464", "--metrics-for", "192.0.2.9"]).with(2);
    assert!(metrics.err.contains("0.0.0.0:9464 is reached"), "{}", metrics.err);
    assert!(serve(&["--listen", "somewhere"]).with(2).err.contains("127.0.0.1:8080"));
    for (origin, said) in [
        ("https://192.0.2.7", "a host name"),
        ("http://secretariat.example", "https address"),
        ("https://secretariat.example/here", "nothing more"),
    ] {
        assert!(serve(&["--origin", origin]).with(2).err.contains(said), "{origin}");
    }
    assert!(serve(&["--certificate", "chain.pem"]).with(2).err.contains("--key"));
    let absent = serve(&["--certificate", "/no/chain.pem", "--key", "/no/key.pem"]).with(3);
    assert!(absent.err.contains("/no/key.pem"), "{}", absent.err);
    let (chain, key) = (home.path().join("chain.pem"), home.path().join("key.pem"));
    std::fs::write(&chain, "no certificate").expect("a file");
    std::fs::write(&key, "no key").expect("a file");
    let files = ["--certificate", text(&chain), "--key", text(&key)];
    assert!(serve(&files).with(3).err.contains("can be read by everybody"));
    use std::os::unix::fs::PermissionsExt;
    std::fs::set_permissions(&key, std::fs::Permissions::from_mode(0o400)).expect("its mode");
    assert!(serve(&files).with(3).err.contains("chain.pem cannot be used as a certificate"));
}

#[test]
fn a_server_without_a_certificate_goes_on_when_it_is_told_to_read_one_again() {
    use crate::canaries::visitor::{exchange, read};
    let home = folder();
    let server = crate::kill::server::Server::start(home.path());
    let told = std::process::Command::new("kill").args(["-HUP", &server.pid().to_string()]).status();
    assert!(told.expect("kill of util-linux").success());
    // It would be gone at once: the signal by itself ends a process.
    std::thread::sleep(std::time::Duration::from_millis(300));
    let alive = b"GET /health/live HTTP/1.1\r\nhost: localhost\r\nconnection: close\r\n\r\n";
    assert_eq!(read(&exchange(server.address, alive)).status, 204);
}
