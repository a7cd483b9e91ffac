//! A proxy on this machine's own network that kills the server behind it at the first byte of any answer.

use std::io::{Read, Write};
use std::net::{Ipv4Addr, Shutdown, SocketAddr, TcpListener, TcpStream};
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Mutex, PoisonError};
use std::thread::JoinHandle;

use super::super::server::Server;

/// A proxy that listens.
pub struct Proxy {
    /// Where clients connect.
    pub address: SocketAddr,
    behind: Arc<Behind>,
    listening: JoinHandle<()>,
}

/// What is behind it.
struct Behind {
    address: SocketAddr,
    /// The server, until its first answer.
    server: Mutex<Option<Server>>,
    ended: AtomicBool,
}

impl Behind {
    /// Kills the server and waits until it is gone; the second to ask finds it done.
    fn kill(&self) {
        if let Some(server) = self.server.lock().unwrap_or_else(PoisonError::into_inner).take() {
            server.kill();
        }
    }
}

impl Proxy {
    /// Stands before a server.
    pub fn before(server: Server) -> Self {
        let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, 0)).expect("a port");
        let address = listener.local_addr().expect("an address");
        let behind =
            Behind { address: server.address, server: Mutex::new(Some(server)), ended: AtomicBool::new(false) };
        let behind = Arc::new(behind);
        let shared = Arc::clone(&behind);
        let listening = std::thread::spawn(move || {
            let mut relays = Vec::new();
            for client in listener.incoming() {
                if shared.ended.load(Ordering::SeqCst) {
                    break;
                }
                let (Ok(client), behind) = (client, Arc::clone(&shared)) else { continue };
                relays.push(std::thread::spawn(move || relay(client, &behind)));
            }
            for relay in relays {
                let _ = relay.join();
            }
        });
        Proxy { address, behind, listening }
    }

    /// Answers whether an answer has begun, and so ended the server.
    pub fn has_killed(&self) -> bool {
        self.behind.server.lock().unwrap_or_else(PoisonError::into_inner).is_none()
    }

    /// Ends, with the server where no answer had.
    pub fn end(self) {
        self.behind.kill();
        self.behind.ended.store(true, Ordering::SeqCst);
        // Whoever waits for a client is woken by one.
        drop(TcpStream::connect(self.address));
        let _ = self.listening.join();
    }
}

/// Passes a request on, and its answer back: not one byte of it before the server is dead.
fn relay(mut client: TcpStream, behind: &Behind) {
    let Ok(server) = TcpStream::connect(behind.address) else { return };
    let (Ok(mut from_client), Ok(mut to_server)) = (client.try_clone(), server.try_clone()) else { return };
    let up = std::thread::spawn(move || {
        let _ = std::io::copy(&mut from_client, &mut to_server);
    });
    let mut server = server;
    let mut piece = vec![0; 1 << 16];
    while let Ok(read) = server.read(&mut piece) {
        if read == 0 {
            break;
        }
        behind.kill();
        if client.write_all(&piece[..read]).is_err() {
            break;
        }
    }
    let _ = client.shutdown(Shutdown::Both);
    let _ = up.join();
}
