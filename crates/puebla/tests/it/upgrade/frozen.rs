//! The folders frozen beside these tests, unpacked, and what must be found in them for ever.

use std::path::{Path, PathBuf};
use std::sync::Arc;

use base::access::Purpose;
use base::clock::Clock;
use base::desk::Permitted;
use base::ground::{Puebla, Settings};
use base::identity::people;
use jiff::Timestamp;
use registers::checks::{Check, Question, check};

use crate::PLANS;

/// What one release left, and must be found in it by every later one.
pub struct Frozen {
    pub release: &'static str,
    /// Steps that its base had.
    pub base_form: i64,
    /// Entries of the journal, payloads destroyed, and the hash over the heads of all series.
    pub journal: (u64, u64, &'static str),
    /// People, tokens and working copies.
    pub base: [u64; 3],
    /// Tokens and sessions that rest on a password alone, and so end.
    pub on_a_password: [u64; 2],
    /// One-time-code secrets, sealed.
    pub secrets: u64,
    /// Lines of the access log.
    pub lines: u64,
    /// An instant at which it was in use.
    pub at: &'static str,
}

pub const FROZEN: [Frozen; 1] = [Frozen {
    release: "0.1.0",
    base_form: 3,
    journal: (491, 129, "565f535164bb90d1148c178e186ac20b9b7da73f267ca35ccf6c2ec6270fa925"),
    base: [59, 5, 2],
    on_a_password: [2, 1],
    secrets: 39,
    lines: 136,
    at: "2026-03-10T12:00:00Z",
}];

/// Everybody's password.
pub const PASSWORD: &str = "heron-over-the-lagoon";

/// Who runs the machine.
pub const OPERATOR: &str = "xsv.operator";

/// Numbers of Guatemala with what a check answers about each: reported alone and corrected, in a range, by a form, taken
/// back, of a month that is over, never reported.
pub const ANSWERS: [(&str, &str); 6] = [
    ("ZZ770000", "report"),
    ("ZR500050", "report"),
    ("ZP9123", "report"),
    ("ZZ770003", "no_report"),
    ("ZZ880001", "no_report"),
    ("ZZ999999", "no_report"),
];

impl Frozen {
    /// Unpacks it and answers where the data folder is; the backup and its keys lie beside it.
    pub fn unpack(&self, to: &Path) -> PathBuf {
        let tar = Path::new(env!("CARGO_MANIFEST_DIR")).join(format!("tests/frozen/{}.tar", self.release));
        let mut tar = tar::Archive::new(std::fs::File::open(tar).expect("a frozen folder"));
        tar.set_preserve_permissions(true);
        tar.unpack(to).expect("unpacked");
        to.join("specimen")
    }

    /// Answers the name of the copy that an upgrade makes before it changes anything.
    pub fn copy(&self) -> String {
        format!("base.db.before-{}", self.base_form + 1)
    }

    /// Answers people, tokens and working copies once it is brought forward.
    pub fn forward(&self) -> [u64; 3] {
        let [people, tokens, drafts] = self.base;
        [people, tokens - self.on_a_password[0], drafts]
    }

    /// Opens it as it is served, at an instant at which it was in use.
    pub fn open(&self, data: &Path) -> Arc<Puebla> {
        let at: Timestamp = self.at.parse().expect("an instant");
        Puebla::open(data, PLANS, Clock::held(at), Settings::default()).expect("it opens")
    }
}

/// Asks for a number of Guatemala as an officer of that State does, and answers the verdict.
pub fn verdict(ground: &Arc<Puebla>, number: &str) -> &'static str {
    let profile = ground.identity.profile();
    let officer =
        |base: &rusqlite::Connection| people::for_command(base, &profile, "gtm.officer", Purpose::BorderControl);
    let caller = ground.base.read(officer).expect("a base").expect("an officer");
    let question = Question::number(number, "GTM", "").expect("a question");
    let today = jiff::tz::TimeZone::UTC.to_datetime(ground.clock.now()).date();
    let asked = check(Permitted::<Check>::new(Arc::clone(ground), caller), &question, today);
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().expect("a runtime");
    runtime.block_on(asked).expect("an answer").verdict.code()
}

/// Counts the rows of a table of a database that nobody has open.
pub fn count(data: &Path, file: &str, table: &str) -> u64 {
    one(data, file, &format!("SELECT count(*) FROM {table}"))
}

/// Answers one number out of a database that nobody has open.
pub fn one(data: &Path, file: &str, sql: &str) -> u64 {
    #[allow(clippy::disallowed_methods)]
    // It comes through no door of ours, so that nothing is brought forward by looking.
    let database = rusqlite::Connection::open(data.join(file)).expect("a database");
    database.query_row(sql, [], |row| row.get(0)).expect("a number")
}
