//! `puebla demo`: a folder of invented data, made where there is none, and served.

use std::cell::Cell;
use std::io::{IsTerminal, Write};
use std::net::SocketAddr;
use std::path::PathBuf;
use std::sync::Arc;

use base::ground::Puebla;
use base::web::Address;
use clap::Args;

use super::serve::{Form, diary, until_told};
use crate::arguments::address;
use crate::demo::{self, Making, PASSWORD, Step, seats, to_try};
use crate::outcome::Failure;
use crate::output::Output;
use crate::tongue::Tongue;

/// The arguments.
#[derive(Debug, Args)]
pub struct Demo {
    #[arg(long, value_name = "DIR", default_value = "puebla-demo")]
    data: PathBuf,
    #[arg(long)]
    no_serve: bool,
    #[arg(long, value_name = "ADDRESS:PORT", default_value = "127.0.0.1:8080", value_parser = address)]
    listen: SocketAddr,
    #[arg(long, value_name = "COUNT", default_value_t = 200_000)]
    entries: u64,
    #[arg(long)]
    adopted: bool,
}

impl Demo {
    /// Makes the demonstration where it is not there yet, and serves it.
    pub fn run(self, tongue: &Tongue) -> Result<(), Failure> {
        diary(Form::Text, "warn");
        if !self.data.join("base.db").exists() {
            let progress = Progress::to_people(tongue);
            let made = demo::make(&self.data, Making { entries: self.entries, adopted: self.adopted }, &|step| {
                progress.tell(step)
            });
            progress.end();
            made?;
        }
        let ground = demo::open(&self.data, self.listen.port())?;
        if self.no_serve {
            let mut out = Output::open(None)?;
            out.line(tongue.tn("demo-made", &[("folder", self.data.display().to_string().into())]))?;
            return out.finish();
        }
        let at = Address { listen: self.listen, certificate: None, metrics: None };
        until_told(Arc::clone(&ground), &at, |address, _| guide(&ground, address, tongue))
    }
}

/// Prints the guide.
fn guide(ground: &Puebla, address: SocketAddr, tongue: &Tongue) -> Result<(), Failure> {
    let mut out = Output::open(None)?;
    lines(ground, address, tongue)?.into_iter().try_for_each(|line| out.line(line))?;
    out.finish()
}

/// Answers the guide line by line: the address, who may sign in, and what to try; no more than a screen of it.
fn lines(ground: &Puebla, address: SocketAddr, tongue: &Tongue) -> Result<Vec<String>, Failure> {
    let host = if address.ip().is_loopback() { "localhost".to_owned() } else { address.ip().to_string() };
    let url = format!("http://{host}:{}", address.port());
    let mut lines = vec![
        tongue.tn("demo-listening", &[("url", url.as_str().into())]).into_owned(),
        tongue.tn("demo-everybody", &[("password", PASSWORD.into())]).into_owned(),
    ];
    for seat in seats().into_iter().filter(|seat| seat.shown) {
        let role = ground.identity.role_name(&seat.role, tongue.language);
        let code = demo::code(ground.folder.path(), &seat.user_name, ground.clock.now())?;
        lines.push(format!("  {:<16} {} {role:<28} {code}", seat.user_name, seat.party));
    }
    lines.push(tongue.tn("demo-codes-at", &[("url", format!("{url}/demo").into())]).into_owned());
    lines.push(String::new());
    for one in to_try() {
        let about = tongue.t(one.about);
        if one.typed.contains('\n') {
            lines.push(format!("{about}:"));
            lines.extend(one.typed.lines().map(|line| format!("  {line}")));
        } else {
            lines.push(format!("{about}: {}", one.typed));
        }
    }
    lines.push(String::new());
    lines.push(tongue.t("demo-end").into_owned());
    Ok(lines)
}

/// What a person sees while the folder is being made.
struct Progress<'t> {
    tongue: &'t Tongue,
    /// Whether standard error is a terminal, where a line may be written over.
    terminal: bool,
    open: Cell<bool>,
}

impl<'t> Progress<'t> {
    fn to_people(tongue: &'t Tongue) -> Self {
        Progress { tongue, terminal: std::io::stderr().is_terminal(), open: Cell::new(false) }
    }

    fn tell(&self, step: Step) {
        let (text, over) = match step {
            Step::People(count) => (self.tongue.tn("demo-step-people", &[("count", count.into())]), false),
            Step::Entries(done, all) => {
                let counts = [("done", done.into()), ("all", all.into())];
                (self.tongue.tn("demo-step-entries", &counts), done < all)
            }
            Step::Alerts(count) => (self.tongue.tn("demo-step-alerts", &[("count", count.into())]), false),
            Step::LookedFor(count) => (self.tongue.tn("demo-step-looked-for", &[("count", count.into())]), false),
        };
        let mut to = std::io::stderr().lock();
        // Nobody is told anything when standard error is closed; the making goes on.
        let _ = match (self.terminal, over) {
            (true, true) => write!(to, "\r{text}").and_then(|()| to.flush()),
            (true, false) if self.open.get() => writeln!(to, "\r{text}"),
            (false, true) => Ok(()),
            (_, false) => writeln!(to, "{text}"),
        };
        self.open.set(over);
    }

    fn end(&self) {
        if self.terminal && self.open.get() {
            let _ = writeln!(std::io::stderr());
        }
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use base::words::Language;

    use super::*;

    #[test]
    fn the_guide_fits_on_a_screen_and_shows_everything_to_try() {
        let home = tempfile::tempdir().unwrap();
        let data = home.path().join("demo");
        demo::make(&data, Making { entries: 22, adopted: true }, &|_| {}).unwrap();
        let ground = demo::open(&data, 8080).unwrap();
        for language in Language::ALL {
            let guide = lines(&ground, "127.0.0.1:8080".parse().unwrap(), &Tongue::in_language(language)).unwrap();
            assert!(guide.len() <= 40, "{} lines: {guide:#?}", guide.len());
            assert!(guide[0].contains("http://localhost:8080"));
            let shown = |line: &str| guide.iter().any(|one| one.ends_with(line));
            assert!(to_try().iter().all(|one| one.typed.lines().all(shown)), "{guide:#?}");
            assert!(!guide.iter().any(|line| line.contains("demo-zone") || line.contains("demo-typed")), "{guide:#?}");
        }
    }
}
