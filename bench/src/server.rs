//! A server under measurement: started as a process, its CPU and memory read from the kernel's accounts.

use std::net::{SocketAddr, TcpStream};
use std::path::Path;
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};

/// A running server; killed when dropped.
pub struct Server {
    /// How long it took until it took a connection.
    pub ready_s: f64,
    child: Child,
}

/// What the kernel has accounted to a process.
#[derive(Clone, Copy)]
pub struct Account {
    /// User and system time in seconds.
    pub cpu_s: f64,
    /// Resident memory in bytes.
    pub resident_bytes: u64,
    /// The most it has been.
    pub peak_bytes: u64,
}

/// Ticks a second of `/proc/PID/stat` (`getconf CLK_TCK`, 100 on every Linux this runs on).
const TICKS_A_SECOND: f64 = 100.0;

impl Server {
    /// Starts `program` with `arguments`, which must make it listen on `address`, and waits until it does.
    pub fn start(program: &Path, arguments: &[&str], address: SocketAddr) -> std::io::Result<Self> {
        let began = Instant::now();
        let mut child = Command::new(program).args(arguments).stdout(Stdio::null()).stderr(Stdio::inherit()).spawn()?;
        while TcpStream::connect(address).is_err() {
            if let Some(status) = child.try_wait()? {
                return Err(std::io::Error::other(format!("the server ended: {status}")));
            }
            if began.elapsed() > Duration::from_secs(60) {
                let _ = child.kill();
                return Err(std::io::Error::other("the server did not listen within a minute"));
            }
            std::thread::sleep(Duration::from_millis(5));
        }
        Ok(Server { ready_s: began.elapsed().as_secs_f64(), child })
    }

    /// Reads the kernel's accounts of the process.
    pub fn account(&self) -> std::io::Result<Account> {
        let stat = std::fs::read_to_string(format!("/proc/{}/stat", self.child.id()))?;
        let after_name = stat.rsplit_once(") ").map_or("", |(_, rest)| rest);
        let fields: Vec<f64> = after_name.split(' ').map(|field| field.parse().unwrap_or(0.0)).collect();
        let cpu_s = (fields.get(11).unwrap_or(&0.0) + fields.get(12).unwrap_or(&0.0)) / TICKS_A_SECOND;
        let status = std::fs::read_to_string(format!("/proc/{}/status", self.child.id()))?;
        let kib = |name: &str| -> u64 {
            let line = status.lines().find(|line| line.starts_with(name)).unwrap_or("");
            line.split_whitespace().nth(1).and_then(|kib| kib.parse().ok()).unwrap_or(0)
        };
        Ok(Account { cpu_s, resident_bytes: kib("VmRSS:") * 1024, peak_bytes: kib("VmHWM:") * 1024 })
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}
