//! `puebla serve`: listen until told to stop.

use std::io::IsTerminal;
use std::net::{IpAddr, SocketAddr};
use std::os::unix::fs::MetadataExt;
use std::path::PathBuf;
use std::sync::Arc;

use base::events;
use base::ground::{Puebla, Settings};
use base::identity::Origin;
use base::metrics::MetricsAt;
use base::store::RESERVE_BYTES;
use base::timekeeping::ClockBehind;
use base::web::{Address, Said, ServeError, log_panics, serve};
use clap::{Args, ValueEnum};
use tokio::signal::unix::{SignalKind, signal};
use tracing_subscriber::EnvFilter;

use crate::arguments::{OnFolder, address, machine, origin};
use crate::folder;
use crate::herald::tell;
use crate::outcome::{Failure, Status};
use crate::output::Output;
use crate::tongue::Tongue;

/// The arguments.
#[derive(Debug, Args)]
pub struct Serve {
    #[command(flatten)]
    folder: OnFolder,
    #[arg(long, value_name = "ADDRESS:PORT", default_value = "127.0.0.1:8080", value_parser = address)]
    listen: SocketAddr,
    #[arg(long, value_name = "PEM", requires = "key")]
    certificate: Option<PathBuf>,
    #[arg(long, value_name = "PEM", requires = "certificate")]
    key: Option<PathBuf>,
    #[arg(long)]
    behind_tls_proxy: bool,
    #[arg(long, value_name = "URL", value_parser = origin)]
    origin: Option<Origin>,
    #[arg(long)]
    unwatched: bool,
    #[arg(long, value_name = "text|json", default_value = "text")]
    log: Form,
    #[arg(long, value_name = "MIB", default_value_t = RESERVE_BYTES >> 20, value_parser = clap::value_parser!(u64).range(..=1 << 20))]
    reserve_mib: u64,
    #[arg(long)]
    trust_clock: bool,
    #[arg(long, value_name = "ADDRESS:PORT", value_parser = address)]
    metrics: Option<SocketAddr>,
    #[arg(long, value_name = "ADDRESS", value_parser = machine, requires = "metrics")]
    metrics_for: Vec<IpAddr>,
}

/// In which form the server's own log is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum Form {
    /// Lines for people.
    Text,
    /// One JSON object a line.
    Json,
}

impl Serve {
    /// Serves until SIGTERM or SIGINT.
    pub fn run(self, tongue: &Tongue) -> Result<(), Failure> {
        diary(self.log, "info");
        log_panics();
        leave_no_core();
        let certificate = self.certificate.zip(self.key);
        // What leaves this machine is encrypted, also on its way to a proxy or to whoever collects metrics.
        let addresses = [Some(self.listen), self.metrics].into_iter().flatten();
        if let Some(open) = addresses.filter(|_| certificate.is_none()).find(|address| !address.ip().is_loopback()) {
            return Err(Failure::usage(Said::plain("serve-in-the-clear").with("address", open)));
        }
        let metrics = self.metrics.map(|listen| MetricsAt { listen, allowed: self.metrics_for });
        if let Some(open) = metrics.as_ref().filter(|at| !at.listen.ip().is_loopback() && at.allowed.is_empty()) {
            return Err(Failure::usage(Said::plain("serve-metrics-for-anyone").with("address", open.listen)));
        }
        if let Some((_, key)) = &certificate {
            refuse_open_key(key)?;
        }
        let behind_proxy = self.behind_tls_proxy;
        let secure = certificate.is_some() || behind_proxy;
        // Only what this machine alone reaches is known by name without being told.
        let here = || Origin::on_this_machine(self.listen.port()).ok().filter(|_| !secure);
        let origin = self.origin.or_else(here);
        let reserve_bytes = self.reserve_mib << 20;
        let (trust_clock, unwatched) = (self.trust_clock, self.unwatched);
        let settings =
            Settings { secure, behind_proxy, origin, reserve_bytes, trust_clock, unwatched, demonstration: None };
        let ground = folder::open(&self.folder.data, settings)?;
        ground.timekeeping.begin(ground.clock.now(), trust_clock)?;
        if unwatched {
            ground.tell_unwatched()?;
        }
        // Held until the server has ended: then the last lines are told.
        let _telling = events::tell(&ground)?;
        until_told(ground, &Address { listen: self.listen, certificate, metrics }, |address, scheme| {
            let mut out = Output::open(None)?;
            out.line(tongue.tn("serve-listening", &[("url", format!("{scheme}://{address}").into())]))?;
            out.finish()
        })
    }
}

/// Listens, calls `ready` with the address it got, and ends once told to.
pub fn until_told(
    ground: Arc<Puebla>,
    at: &Address,
    ready: impl FnOnce(SocketAddr, &str) -> Result<(), Failure>,
) -> Result<(), Failure> {
    // One provider for the process; a second call would find it in place.
    let _ = rustls::crypto::ring::default_provider().install_default();
    let is_demonstration = ground.settings.demonstration.is_some();
    let runtime = tokio::runtime::Builder::new_multi_thread().enable_all().build().map_err(fault)?;
    runtime.block_on(async {
        // Before listening: whoever sees the address may tell us to stop.
        let (mut ended, mut interrupted) =
            (signal(SignalKind::terminate()).map_err(fault)?, signal(SignalKind::interrupt()).map_err(fault)?);
        let serving = serve(ground, at).await?;
        let stop = serving.stopper();
        // A demonstration ends with its terminal. A server does not, and by itself a hangup would end it in the middle of a
        // request; systemd would take that for an end in order and start nothing again.
        if !is_demonstration {
            let mut told = signal(SignalKind::hangup()).map_err(fault)?;
            let renew = serving.renewer();
            tokio::spawn(async move {
                while told.recv().await.is_some() {
                    match &renew {
                        Some(renew) => renew(),
                        None => tracing::info!("told to read a certificate again, and there is none"),
                    }
                }
            });
        }
        let scheme = if at.certificate.is_some() { "https" } else { "http" };
        ready(serving.address, scheme)?;
        if let Some(address) = serving.metrics {
            tracing::info!(%address, "the metrics are shown");
        }
        tell("READY=1");
        tokio::spawn(async move {
            tokio::select! {
                _ = ended.recv() => tracing::info!("told to end"),
                _ = interrupted.recv() => tracing::info!("interrupted"),
            }
            tell("STOPPING=1");
            stop();
        });
        serving.ended().await.map_err(fault)
    })
}

/// Starts the server's own log, on standard error. `PUEBLA_LOG` says how much, as in `info,base=debug`; of security events
/// there is every line, whatever it says.
pub fn diary(form: Form, usual: &str) {
    let filter = EnvFilter::try_from_env("PUEBLA_LOG").unwrap_or_else(|_| EnvFilter::new(usual));
    let filter = filter.add_directive(format!("{}=info", events::TARGET).parse().unwrap_or_default());
    let colours = std::io::stderr().is_terminal();
    let lines = tracing_subscriber::fmt().with_env_filter(filter).with_writer(std::io::stderr).with_ansi(colours);
    // A line that cannot be written, as on a full disk, is lost; saying so would panic in whichever thread had the line.
    let lines = lines.log_internal_errors(false);
    // A second start, as in tests that run commands side by side, keeps the first.
    let _ = match form {
        Form::Text => lines.try_init(),
        Form::Json => lines.json().flatten_event(true).try_init(),
    };
}

/// Keeps the process from being written into a core file, and from being read by others of the same user: its memory
/// holds the keys. What cannot be set is said, and no reason not to serve.
fn leave_no_core() {
    use rustix::process::{DumpableBehavior, Resource, Rlimit, set_dumpable_behavior, setrlimit};
    let none = Rlimit { current: Some(0), maximum: Some(0) };
    if let Err(error) = setrlimit(Resource::Core, none) {
        tracing::warn!(%error, "core files cannot be turned off");
    }
    if let Err(error) = set_dumpable_behavior(DumpableBehavior::NotDumpable) {
        tracing::warn!(%error, "the memory cannot be closed to others");
    }
}

fn refuse_open_key(key: &std::path::Path) -> Result<(), Failure> {
    let unreadable =
        |reason| Failure::input(Said::plain("command-unreadable").with("file", key.display()).with("reason", reason));
    let meta = std::fs::metadata(key).map_err(unreadable)?;
    // A group may read it, as Debian's ssl-cert does; everybody may not.
    if meta.mode() & 0o007 != 0 {
        return Err(Failure::input(Said::plain("serve-open-key").with("file", key.display())));
    }
    Ok(())
}

fn fault(error: std::io::Error) -> Failure {
    base::store::StoreError::from(error).into()
}

impl From<ClockBehind> for Failure {
    fn from(ClockBehind { last, now }: ClockBehind) -> Self {
        Failure::of(Status::Place, Said::plain("serve-clock-behind").with("last", last).with("now", now))
    }
}

impl From<ServeError> for Failure {
    fn from(error: ServeError) -> Self {
        use std::io::ErrorKind::{AddrInUse, AddrNotAvailable, PermissionDenied};
        match error {
            ServeError::Address(address, error) => {
                let key = match error.kind() {
                    AddrInUse => "serve-taken",
                    PermissionDenied => "serve-not-allowed",
                    AddrNotAvailable => "serve-not-ours",
                    _ => "serve-cannot-listen",
                };
                Failure::of(Status::Place, Said::plain(key).with("address", address).with("reason", error))
            }
            ServeError::Certificate(file, error) => {
                let said = Said::plain("serve-certificate").with("file", file.display()).with("reason", error);
                Failure::input(said)
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use std::io::{Error, ErrorKind};

    use base::words::Language;

    use super::*;

    #[test]
    fn what_keeps_a_server_from_listening_is_one_sentence() {
        let tongue = Tongue::in_language(Language::En);
        let at = SocketAddr::from(([127, 0, 0, 1], 8080));
        for kind in [ErrorKind::AddrInUse, ErrorKind::PermissionDenied, ErrorKind::AddrNotAvailable, ErrorKind::Other] {
            let failure = Failure::from(ServeError::Address(at, Error::from(kind)));
            let lines = failure.lines(&tongue);
            assert_eq!((failure.status, lines.len()), (Status::Place, 1));
            assert!(lines[0].contains("127.0.0.1:8080"), "{lines:?}");
        }
        let failure = Failure::from(ServeError::Certificate("chain.pem".into(), Error::from(ErrorKind::NotFound)));
        assert!(failure.lines(&tongue)[0].contains("chain.pem"));
    }
}
