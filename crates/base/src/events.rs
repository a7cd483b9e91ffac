//! Security events: lines for another machine, of which each says that something happened and none to whom or by whom.
//!
//! They are read from the access log after it is durable, on a thread that nobody waits for: when what takes the lines stands
//! still, it stands still, and goes on where it was. What commands did while no server ran, and what a crash left untold, is
//! told at the next start. Beside the log it reads counters and conditions of the machine.

use std::collections::BTreeMap;
use std::fs::File;
use std::io::Write;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::mpsc::{Receiver, RecvTimeoutError, Sender, SyncSender, channel, sync_channel};
use std::time::Duration;

use jiff::Timestamp;

use crate::access::{Decision, Severity, Stood, Tail, severity};
use crate::ground::Puebla;
use crate::operation::{Upkeep, gap_standing, last};
use crate::store::{StoreError, sync_file};

/// How often the log is looked at.
const EVERY: Duration = Duration::from_secs(1);

/// How long the end of a server waits for the last lines.
const FAREWELL: Duration = Duration::from_secs(2);

/// Lines of the log that are read at once.
const AT_ONCE: usize = 1000;

/// Refusals of one kind that have a line each in a minute; of the others there is one line that counts them.
pub const OWN_LINES: u64 = 20;

/// Each so many minutes a line says how far the log has come, so that silence is an event too.
pub const SIGN_OF_LIFE_MINUTES: i64 = 15;

/// Under which name the lines stand on the server's own log.
pub const TARGET: &str = "puebla::security";

/// The file of the data folder that says up to which position all was told.
const FILE: &str = "told";

/// One line that is told.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Told {
    /// An action of the schema or a code of this file.
    pub event: String,
    /// Granted, refused, or what became of a condition.
    pub decision: &'static str,
    /// A code of the act's closed list.
    pub outcome: String,
    /// How grave it is.
    pub severity: Severity,
    /// Where it stands on the access log, and the chained hash there.
    pub at: Option<(u64, [u8; 32])>,
    /// The minute in which it happened, for a line of the log.
    pub minute: Option<String>,
    /// How many events the line stands for.
    pub count: u64,
}

impl Told {
    fn of(event: &str, decision: &'static str, outcome: &str, severity: Severity) -> Self {
        let (event, outcome) = (event.to_owned(), outcome.to_owned());
        Told { event, decision, outcome, severity, at: None, minute: None, count: 1 }
    }

    fn line(stood: &Stood, severity: Severity) -> Self {
        let Stood { position, chain, leaf } = stood;
        let decision = if leaf.decision == Decision::Refused { "refused" } else { "granted" };
        let since_s = i64::try_from(leaf.minute).unwrap_or(0).saturating_mul(60);
        let minute = Timestamp::from_second(since_s).ok().map(|minute| minute.to_string());
        let told = Told::of(code(&leaf.action), decision, code(&leaf.outcome), severity);
        Told { at: Some((*position, *chain)), minute, ..told }
    }

    /// Writes it down on the server's own log, under a target of its own; numbers go up by one, so that a gap shows.
    fn say(&self, number: u64) {
        let (event, decision, outcome) = (self.event.as_str(), self.decision, self.outcome.as_str());
        let (severity, count, minute) = (self.severity.code(), self.count, self.minute.as_deref());
        let position = self.at.map(|(position, _)| position);
        let chain = self.at.map(|(_, chain)| hex::encode(chain));
        let chain = chain.as_deref();
        match self.severity {
            Severity::Info | Severity::Notice => {
                tracing::info!(target: TARGET, number, event, decision, outcome, severity, count, position, minute, chain, "a security event");
            }
            Severity::Warning => {
                tracing::warn!(target: TARGET, number, event, decision, outcome, severity, count, position, minute, chain, "a security event");
            }
            Severity::Urgent => {
                tracing::error!(target: TARGET, number, event, decision, outcome, severity, count, position, minute, chain, "a security event");
            }
        }
    }
}

/// Answers a code as it is, and a word in the place of anything that is no code: a log that somebody wrote into says nothing here.
fn code(text: &str) -> &str {
    let is_of_one = |byte: u8| byte.is_ascii_lowercase() || byte.is_ascii_digit() || b"._-".contains(&byte);
    if text.len() <= 40 && text.bytes().all(is_of_one) { text } else { "unknown" }
}

/// A thread that tells events while this stands.
pub struct Telling {
    stop: Option<Sender<()>>,
    done: Receiver<()>,
}

/// Begins to tell what happens on a folder that is served, from where telling ended last.
///
/// Errors: those of opening the access log, and of a thread that cannot be started.
pub fn tell(ground: &Arc<Puebla>) -> Result<Telling, StoreError> {
    let mut teller = Teller::begin(Arc::clone(ground))?;
    let ((stop, stopped), (finished, done)) = (channel(), sync_channel(1));
    std::thread::Builder::new().name("events".into()).spawn(move || teller.run(&stopped, &finished))?;
    Ok(Telling { stop: Some(stop), done })
}

impl Drop for Telling {
    fn drop(&mut self) {
        drop(self.stop.take());
        // Whoever takes the lines may stand still: then the rest is told by the next start.
        let _ = self.done.recv_timeout(FAREWELL);
    }
}

/// Refusals of one kind in the present minute.
#[derive(Default)]
struct Kind {
    own: u64,
    last: Option<Told>,
    more: u64,
}

struct Teller {
    ground: Arc<Puebla>,
    tail: Tail,
    cursor: PathBuf,
    /// Up to here every line was taken up.
    position: u64,
    /// When the present minute began, in minutes since 1970.
    minute: i64,
    /// Refusals of one kind.
    kinds: BTreeMap<(String, String), Kind>,
    /// What was told of each counter, and whether it was in the present minute.
    counted: BTreeMap<(&'static str, &'static str), (u64, bool)>,
    /// Conditions that hold.
    standing: Vec<&'static str>,
    unread: bool,
    /// How many lines this process has told.
    number: u64,
}

impl Teller {
    /// Finds the place where telling ended; a folder of which nothing was ever told begins with what is written from now on.
    fn begin(ground: Arc<Puebla>) -> Result<Self, StoreError> {
        let cursor = ground.folder.path().join(FILE);
        let tail = Tail::open(ground.folder.path())?;
        let (head, _) = tail.head()?;
        let position = std::fs::read_to_string(&cursor).ok().and_then(|text| text.trim().parse().ok()).unwrap_or(head);
        let minute = minute(ground.clock.now());
        let (kinds, counted, standing) = Default::default();
        Ok(Teller { ground, tail, cursor, position, minute, kinds, counted, standing, unread: false, number: 0 })
    }

    fn run(&mut self, stopped: &Receiver<()>, finished: &SyncSender<()>) {
        self.each(Teller::start);
        while let Err(RecvTimeoutError::Timeout) = stopped.recv_timeout(EVERY) {
            self.each(Teller::round);
        }
        self.each(Teller::round);
        self.each(Teller::end);
        let _ = finished.send(());
    }

    /// Says what a part of the work answers; a panic ends that part only.
    fn each(&mut self, part: fn(&mut Teller, Timestamp, &mut dyn FnMut(Told))) {
        let now = self.ground.clock.now();
        let mut number = self.number;
        let mut say = |told: Told| {
            number += 1;
            told.say(number);
        };
        let done = catch_unwind(AssertUnwindSafe(|| part(self, now, &mut say)));
        self.number = number;
        if done.is_err() {
            tracing::error!(part = "events", "a part of telling security events panicked and will be tried again");
        }
    }

    /// Tells that a server began, and whether the log still has what was told.
    fn start(&mut self, _: Timestamp, say: &mut dyn FnMut(Told)) {
        let Ok((head, chain)) = self.tail.head() else { return };
        if head < self.position {
            // Another log, or one that was cut: what was told of it stands elsewhere.
            let told = Told::of("log.shorter", "begun", "", Severity::Urgent);
            say(Told { at: Some((head, chain)), count: self.position - head, ..told });
            self.position = head;
        }
        say(Told { at: Some((head, chain)), ..Told::of("server.started", "begun", "", Severity::Info) });
        self.keep();
    }

    /// Tells what came since the last round.
    fn round(&mut self, now: Timestamp, say: &mut dyn FnMut(Told)) {
        if minute(now) != self.minute {
            self.turn(minute(now), say);
        }
        loop {
            let lines = self.tail.after(self.position, AT_ONCE);
            self.unread = lines.is_err();
            let lines = lines.unwrap_or_default();
            for line in &lines {
                self.line(line, say);
                self.position = line.position;
            }
            if lines.len() < AT_ONCE {
                break;
            }
        }
        self.counters(say);
        self.conditions(now, say);
    }

    fn line(&mut self, line: &Stood, say: &mut dyn FnMut(Told)) {
        let Some(severity) = severity(&line.leaf, self.ground.plans.iter().map(|plan| plan.events)) else { return };
        let told = Told::line(line, severity);
        if line.leaf.decision == Decision::Granted {
            return say(told);
        }
        let kind = self.kinds.entry((told.event.clone(), told.outcome.clone())).or_default();
        if kind.own < OWN_LINES {
            kind.own += 1;
            return say(told);
        }
        kind.more += 1;
        kind.last = Some(told);
    }

    /// Ends a minute: tells how many more refusals of each kind there were, and keeps the place, up to which all is told now.
    fn turn(&mut self, minute: i64, say: &mut dyn FnMut(Told)) {
        for (_, kind) in std::mem::take(&mut self.kinds) {
            if let Some(told) = kind.last {
                say(Told { decision: "refused_more", count: kind.more, ..told });
            }
        }
        self.counted.values_mut().for_each(|(_, in_this_minute)| *in_this_minute = false);
        if minute / SIGN_OF_LIFE_MINUTES != self.minute / SIGN_OF_LIFE_MINUTES
            && let Ok(head) = self.tail.head()
        {
            say(Told { at: Some(head), ..Told::of("log.stands", "goes_on", "", Severity::Info) });
        }
        self.minute = minute;
        self.keep();
    }

    fn counters(&mut self, say: &mut dyn FnMut(Told)) {
        for (event, outcome, severity, value) in counters(&self.ground) {
            let (told, in_this_minute) = self.counted.entry((event, outcome)).or_default();
            if value > *told && !*in_this_minute {
                say(Told { count: value - *told, ..Told::of(event, "counted", outcome, severity) });
                (*told, *in_this_minute) = (value, true);
            }
        }
    }

    fn conditions(&mut self, now: Timestamp, say: &mut dyn FnMut(Told)) {
        for (event, holds) in conditions(&self.ground, now, self.unread) {
            let held = self.standing.contains(&event);
            if holds && !held {
                self.standing.push(event);
                say(Told::of(event, "begun", "", Severity::Urgent));
            } else if held && !holds {
                self.standing.retain(|known| *known != event);
                say(Told::of(event, "ended", "", Severity::Notice));
            }
        }
    }

    /// Tells what was held back, and that the server ends.
    fn end(&mut self, _: Timestamp, say: &mut dyn FnMut(Told)) {
        self.turn(self.minute, say);
        self.counters(say);
        let at = self.tail.head().ok();
        say(Told { at, ..Told::of("server.stopped", "ended", "", Severity::Info) });
    }

    /// Keeps the place for the next start; without room for it some lines are told twice, and none is missing.
    fn keep(&self) {
        if let Err(error) = write_whole(&self.cursor, self.position) {
            tracing::debug!(%error, "how far events were told could not be kept");
        }
    }
}

fn write_whole(place: &Path, position: u64) -> std::io::Result<()> {
    let new = place.with_extension("new");
    let mut file = File::create(&new)?;
    writeln!(file, "{position}")?;
    // Whole or not at all, also after a power cut: without a place, lines would be taken for told.
    sync_file(&file)?;
    std::fs::rename(&new, place)
}

fn minute(at: Timestamp) -> i64 {
    at.as_second().div_euclid(60)
}

/// Answers what only counters know: event, outcome, how grave, how many since the start.
fn counters(ground: &Puebla) -> Vec<(&'static str, &'static str, Severity, u64)> {
    use Severity::{Notice, Urgent, Warning};
    let grave = |code: &str| match code {
        "forged-form" => Some(("request.forged", Warning)),
        "fault" | "log-unavailable" | "disk-full" | "disk-failing" | "unsure" | "unopened" => {
            Some(("request.failed", Urgent))
        }
        _ => None,
    };
    let refused = ground.meters.refusals();
    let refused = refused.filter_map(|(code, count)| grave(code).map(|(event, how)| (event, code, how, count)));
    let rates = ground.rates.refusals().map(|(class, count)| ("rate.exceeded", class, Notice, count));
    let houses = ground.houses().map(|(plan, database)| (plan.spec.file, database.meter()));
    let files = [(crate::identity::BASE.file, ground.base.meter()), (crate::access::ACCESS.file, ground.log.meter())];
    let files =
        files.into_iter().chain(houses).map(|(file, meter)| ("commit.failed", file, Urgent, meter.failed.get()));
    let concerns = ("oversight.raised", "", Urgent, ground.meters.concerns.get());
    refused.chain(rates).chain(files).chain([concerns]).collect()
}

/// Answers which conditions hold that somebody must know of.
fn conditions(ground: &Puebla, now: Timestamp, unread: bool) -> [(&'static str, bool); 6] {
    let verified = ground.base.read(|base| last(base, Upkeep::Verification)).ok().flatten();
    [
        ("log.unwritable", !ground.log.is_writable(now)),
        ("log.unreadable", unread),
        ("reserve.given_up", ground.reserve.is_spent()),
        ("clock.in_doubt", ground.timekeeping.waits_until(now).is_some()),
        ("record.gap", ground.base.read(gap_standing).ok().flatten().is_some()),
        ("verification.damage", verified.is_some_and(|done| !done.sound)),
    ]
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use jiff::SignedDuration;

    use super::*;
    use crate::access::{PermitFacts, Purpose, Resource};
    use crate::identity::SIGN_IN;
    use crate::operation::{Done, remember};
    use crate::specimen::Specimen;

    fn teller(specimen: &Specimen) -> Teller {
        Teller::begin(Arc::clone(&specimen.ground)).unwrap()
    }

    /// Answers what a part of the work tells.
    fn told(teller: &mut Teller, part: fn(&mut Teller, Timestamp, &mut dyn FnMut(Told))) -> Vec<Told> {
        let (now, mut all) = (teller.ground.clock.now(), Vec::new());
        part(teller, now, &mut |told| all.push(told));
        all
    }

    fn said(all: &[Told]) -> Vec<String> {
        all.iter().map(|told| format!("{} {} {} {}", told.event, told.decision, told.outcome, told.count)).collect()
    }

    async fn refused(specimen: &Specimen, act: &PermitFacts, outcome: &'static str) {
        specimen.ground.note(None, act, &Resource::room(), Decision::Refused, outcome).await.unwrap();
    }

    #[tokio::test]
    async fn signing_in_is_told_step_by_step_and_everyday_looks_are_not() {
        let specimen = Specimen::new(&[]);
        specimen.with_password("GTM", "gtm.officer", &["border_officer"]);
        let mut teller = teller(&specimen);
        assert_eq!(said(&told(&mut teller, Teller::start)), ["server.started begun  1"]);
        let form = [("user_name", "gtm.officer"), ("password", "not this one")];
        specimen.browser().post("/sign-in", &form).await;
        specimen.browser().enter("gtm.officer").await;
        let administrator = specimen.signed_in("GTM", "state_administrator", Purpose::Administration);
        specimen.get(Some(&administrator), "/people").await;
        specimen.get(Some(&administrator), "/people/new").await;
        specimen.get(Some(&administrator), "/operation").await;
        let all = told(&mut teller, Teller::round);
        assert_eq!(
            said(&all),
            [
                "identity.sign_in refused wrong_password 1",
                "identity.sign_in granted in 1",
                "operation.overview refused  1",
            ]
        );
        assert_eq!(all[0].at.unwrap().0, 1, "the place on the log is said");
        assert_eq!(
            all[0].minute.as_deref(),
            Some("2026-03-02T15:00:00Z"),
            "and no second, which would single somebody out"
        );
        assert_eq!(told(&mut teller, Teller::round), [], "once");
    }

    #[tokio::test]
    async fn of_a_flood_each_is_told_or_counted() {
        let specimen = Specimen::new(&[]);
        let mut teller = teller(&specimen);
        for _ in 0..OWN_LINES + 7 {
            refused(&specimen, &SIGN_IN, "wrong_password").await;
        }
        refused(&specimen, &SIGN_IN, "throttled").await;
        let first = told(&mut teller, Teller::round);
        assert_eq!(first.len() as u64, OWN_LINES + 1, "another kind has lines of its own");
        refused(&specimen, &SIGN_IN, "wrong_password").await;
        assert_eq!(told(&mut teller, Teller::round), []);
        specimen.clock.advance(SignedDuration::from_secs(60));
        refused(&specimen, &SIGN_IN, "wrong_password").await;
        let next = told(&mut teller, Teller::round);
        assert_eq!(
            said(&next),
            ["identity.sign_in refused_more wrong_password 8", "identity.sign_in refused wrong_password 1"]
        );
        assert_eq!(next[0].at.unwrap().0, OWN_LINES + 9, "the last of them");
        let all: u64 = first.iter().chain(&next).map(|told| told.count).sum();
        assert_eq!(all, OWN_LINES + 10, "none is dropped");
    }

    #[tokio::test]
    async fn the_next_start_tells_what_none_has_told_and_nothing_twice() {
        let specimen = Specimen::new(&[]);
        refused(&specimen, &SIGN_IN, "wrong_code").await;
        let mut first = teller(&specimen);
        assert_eq!(
            said(&told(&mut first, Teller::start)),
            ["server.started begun  1"],
            "what was before stays where it is"
        );
        told(&mut first, Teller::round);
        for _ in 0..=OWN_LINES {
            refused(&specimen, &SIGN_IN, "wrong_password").await;
        }
        told(&mut first, Teller::round);
        // As after a crash: what was held back is not lost, and so the lines of that minute come again.
        let mut second = teller(&specimen);
        assert_eq!(told(&mut second, Teller::round).len() as u64, OWN_LINES);
        assert_eq!(
            said(&told(&mut second, Teller::end)),
            ["identity.sign_in refused_more wrong_password 1", "server.stopped ended  1"]
        );
        // As a command does while no server runs.
        refused(&specimen, &SIGN_IN, "throttled").await;
        let mut third = teller(&specimen);
        told(&mut third, Teller::start);
        assert_eq!(said(&told(&mut third, Teller::round)), ["identity.sign_in refused throttled 1"]);
        std::fs::write(&third.cursor, "4000").unwrap();
        let shorter = told(&mut teller(&specimen), Teller::start);
        assert_eq!(shorter[0].event, "log.shorter");
        assert_eq!(shorter[0].severity, Severity::Urgent, "the log is not the one that was told of");
    }

    #[tokio::test]
    async fn conditions_are_told_as_they_begin_and_end_and_counters_once_a_minute() {
        let specimen = Specimen::new(&[]);
        let mut teller = teller(&specimen);
        assert_eq!(told(&mut teller, Teller::round), []);
        specimen.break_log(true);
        let administrator = specimen.signed_in("GTM", "state_administrator", Purpose::Administration);
        for _ in 0..3 {
            specimen.get(Some(&administrator), "/people").await;
        }
        let damaged = |sound| {
            let done =
                Done { at: specimen.clock.now(), person: administrator.caller.person, sound, found: "{}".into() };
            specimen.ground.base.write_blocking(move |base| remember(base, Upkeep::Verification, &done)).unwrap();
        };
        damaged(false);
        let begun = said(&told(&mut teller, Teller::round));
        for line in [
            "request.failed counted log-unavailable 3",
            "commit.failed counted access.db 3",
            "log.unwritable begun  1",
            "verification.damage begun  1",
        ] {
            assert!(begun.iter().any(|said| said == line), "{line}: {begun:?}");
        }
        assert_eq!(told(&mut teller, Teller::round), [], "once");
        specimen.break_log(false);
        damaged(true);
        specimen.get(Some(&administrator), "/people").await;
        specimen.post_raw(Some(&administrator), "/people/contact", &[("csrf", "of another")]).await;
        let ended = said(&told(&mut teller, Teller::round));
        assert_eq!(
            ended,
            [
                "request.forged counted forged-form 1",
                "log.unwritable ended  1",
                "log.unreadable ended  1",
                "verification.damage ended  1"
            ]
        );
    }

    #[tokio::test]
    async fn silence_is_an_event_too() {
        let specimen = Specimen::new(&[]);
        let mut teller = teller(&specimen);
        specimen.clock.advance(SignedDuration::from_secs(60 * SIGN_OF_LIFE_MINUTES));
        assert_eq!(said(&told(&mut teller, Teller::round)), ["log.stands goes_on  1"]);
    }

    #[test]
    fn what_is_no_code_is_not_said() {
        for kept in ["wrong_password", "log-unavailable", "access.db", "", "K1"] {
            assert_eq!(code(kept), if kept == "K1" { "unknown" } else { kept });
        }
        for other in ["Ñandú", "a b", "a\nb", "\u{1b}[2J", &"a".repeat(41)] {
            assert_eq!(code(other), "unknown");
        }
    }

    /// A sink that somebody does not read.
    #[derive(Clone, Default)]
    struct Lines(Arc<std::sync::Mutex<Vec<u8>>>);

    impl std::io::Write for Lines {
        fn write(&mut self, bytes: &[u8]) -> std::io::Result<usize> {
            self.0.lock().unwrap().write(bytes)
        }

        fn flush(&mut self) -> std::io::Result<()> {
            Ok(())
        }
    }

    #[test]
    fn a_line_has_these_fields_and_no_other() {
        let lines = Lines::default();
        let sink = lines.clone();
        let form =
            tracing_subscriber::fmt().with_writer(move || sink.clone()).with_ansi(false).json().flatten_event(true);
        let kept = tracing::subscriber::set_default(form.finish());
        let one = Told::of("identity.sign_in", "refused", "wrong_password", Severity::Notice);
        Told { at: Some((12, [7; 32])), minute: Some("2026-03-02T15:00:00Z".into()), ..one }.say(1);
        Told::of("reserve.given_up", "begun", "", Severity::Urgent).say(2);
        drop(kept);
        let text = String::from_utf8(lines.0.lock().unwrap().clone()).unwrap();
        let read: Vec<serde_json::Value> = text.lines().map(|line| serde_json::from_str(line).unwrap()).collect();
        let names = |value: &serde_json::Value| {
            let mut names: Vec<String> = value.as_object().unwrap().keys().cloned().collect();
            names.sort();
            names.join(" ")
        };
        assert_eq!(
            names(&read[0]),
            "chain count decision event level message minute number outcome position severity target timestamp"
        );
        let page = include_str!("../../../docs/operate/security-events.md");
        let example = page.split("```json\n").nth(1).unwrap().lines().next().unwrap();
        assert_eq!(names(&serde_json::from_str(example).unwrap()), names(&read[0]), "as the page shows");
        assert_eq!(names(&read[1]), "count decision event level message number outcome severity target timestamp");
        assert_eq!((&read[0]["target"], &read[0]["position"]), (&TARGET.into(), &12.into()));
        assert_eq!((&read[0]["level"], &read[1]["level"]), (&"INFO".into(), &"ERROR".into()));
    }
}
