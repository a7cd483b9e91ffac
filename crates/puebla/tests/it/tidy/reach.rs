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

/// Where a command speaks to a server that it was told to speak to.
const COMMANDS: &str = "crates/puebla/src/server.rs";

fn reaching(file: &File) -> Vec<Finding> {
    let mut findings = Vec::new();
    every_run(file.product_tokens(), &mut |run: &[TokenTree]| {
        for at in 0..run.len() {
            let Some(name) = ident(run, at) else { continue };
            let before = |back: usize| at.checked_sub(back).and_then(|at| ident(run, at));
            let starts =
                name == "Command" && sign(run, at.saturating_sub(1), ':') && before(3).as_deref() == Some("process");
            if starts || REACHES.contains(&name.as_str()) {
                findings.push(file.finding(line(&run[at]), format!("`{name}` reaches out of this program")));
            }
        }
    });
    findings
}

#[test]
fn no_program_is_started_and_nobody_is_called() {
    let ours = || tree().product().filter(|file| file.path != COMMANDS);
    none(ours().flat_map(reaching).collect());
    let commands = tree().files.iter().find(|file| file.path == COMMANDS);
    assert!(commands.is_some_and(|file| !reaching(file).is_empty()), "{COMMANDS} is where it is allowed");
    let planted = |text: &str| reaching(&File::planted("planted.rs", text));
    none(planted(
        "use std::net::TcpListener; use clap::Command; fn serve() {} #[cfg(test)] mod tests { use std::net::TcpStream; }",
    ));
    only(&planted("use std::net::TcpStream;"), "TcpStream");
    only(&planted("fn a() { std::process::Command::new(\"sh\"); }"), "Command");
    only(&planted("async fn a() { let _ = tokio::net::lookup_host(name).await; }"), "lookup_host");
}
