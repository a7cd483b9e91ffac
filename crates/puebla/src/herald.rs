//! Tells whoever started the server how it stands, where systemd asks for it (`sd_notify(3)`): one word to a socket.

use std::os::linux::net::SocketAddrExt;
use std::os::unix::net::{SocketAddr, UnixDatagram};

/// Says a state such as `READY=1`; nobody is told where nobody asked.
pub fn tell(state: &str) {
    let Some(to) = std::env::var_os("NOTIFY_SOCKET").and_then(|to| to.into_string().ok()) else { return };
    if let Err(error) = send(&to, state) {
        tracing::warn!(%error, "whoever started the server could not be told");
    }
}

fn send(to: &str, state: &str) -> std::io::Result<()> {
    let socket = UnixDatagram::unbound()?;
    match to.strip_prefix('@') {
        Some(name) => socket.send_to_addr(state.as_bytes(), &SocketAddr::from_abstract_name(name)?),
        None => socket.send_to(state.as_bytes(), to),
    }
    .map(|_| ())
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    #[test]
    fn a_state_is_told_to_both_sorts_of_sockets() {
        let home = tempfile::tempdir().unwrap();
        let path = home.path().join("notify");
        let name = format!("puebla-test-{}", std::process::id());
        let abstract_name = SocketAddr::from_abstract_name(&name).unwrap();
        for (listening, to) in [
            (UnixDatagram::bind(&path).unwrap(), path.to_str().unwrap().to_owned()),
            (UnixDatagram::bind_addr(&abstract_name).unwrap(), format!("@{name}")),
        ] {
            send(&to, "READY=1").unwrap();
            let mut told = [0; 16];
            let length = listening.recv(&mut told).unwrap();
            assert_eq!(&told[..length], b"READY=1", "{to}");
        }
        assert!(send(home.path().join("absent").to_str().unwrap(), "READY=1").is_err());
    }
}
