//! The server calls nobody and starts nothing: what speaks to a network or to other programs is one file, of the commands.

use proc_macro2::TokenTree;

use super::source::{File, Finding, every_run, ident, line, none, only, sign, tree};

/// Names by which a program opens a connection, or starts another program.
const REACHES: [&str; 9] = [
    "TcpStream",
    "UdpSocket",
    "UnixStream",
    "UnixDatagram",
    "ureq",
    "reqwest",
    "lookup_host",
    "connect_timeout",
    "ToSocketAddrs",
];

/// Who may, each with what it does there.
const MAY: [(&str, &[&str], &str); 6] = [
    ("crates/puebla/src/server.rs", &["ureq"], "a command speaks to the server it was told to"),
    ("crates/base/src/web/serve.rs", &["TcpStream"], "takes connections that came"),
    ("crates/puebla/src/doctor/distance.rs", &["ureq"], "asks the server it was told to, without a token"),
    ("crates/puebla/src/doctor/holder.rs", &["TcpStream", "connect_timeout"], "knocks at this machine's own ports"),
    ("crates/puebla/src/doctor/eyes.rs", &["Command"], "asks systemd of this machine, by constant words"),
    ("crates/puebla/src/herald.rs", &["UnixDatagram"], "tells systemd of this machine that it serves"),
];

fn reaching(file: &File, may: &dyn Fn(&str) -> bool) -> Vec<Finding> {
    let mut findings = Vec::new();
    every_run(file.product_tokens(), &mut |run: &[TokenTree]| {
        for at in 0..run.len() {
            let Some(name) = ident(run, at) else { continue };
            let before = |back: usize| at.checked_sub(back).and_then(|at| ident(run, at));
            let starts =
                name == "Command" && sign(run, at.saturating_sub(1), ':') && before(3).as_deref() == Some("process");
            if (starts || REACHES.contains(&name.as_str())) && !may(&name) {
                findings.push(file.finding(line(&run[at]), format!("`{name}` reaches out of this program")));
            }
        }
    });
    findings
}

#[test]
fn no_program_is_started_and_nobody_is_called() {
    let may = |file: &File, name: &str| MAY.iter().any(|(path, names, _)| *path == file.path && names.contains(&name));
    none(tree().product().flat_map(|file| reaching(file, &|name| may(file, name))).collect());
    for (path, names, why) in MAY {
        let file = tree().files.iter().find(|file| file.path == path);
        let used = |name: &&str| file.is_some_and(|file| !reaching(file, &|other| other != *name).is_empty());
        assert!(names.iter().all(used), "{path} no longer {why}");
    }
    let planted = |text: &str| reaching(&File::planted("planted.rs", text), &|_| false);
    none(planted(
        "use std::net::TcpListener; use clap::Command; fn serve() {} #[cfg(test)] mod tests { use std::net::TcpStream; }",
    ));
    only(&planted("use std::net::TcpStream;"), "TcpStream");
    only(&planted("fn a() { std::process::Command::new(\"sh\"); }"), "Command");
    only(&planted("async fn a() { let _ = tokio::net::lookup_host(name).await; }"), "lookup_host");
}
