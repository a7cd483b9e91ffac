//! A demonstration: a folder in which everything is invented, and a page that says what to try with it.
//!
//! Its people's passwords and one-time codes are shown to anyone. That must never happen on a real folder, so it hangs on
//! a mark that is written before the first datum and that nothing else writes.

mod alerts;
mod cast;
mod entries;
mod page;
mod zones;

use std::path::{Path, PathBuf};
use std::sync::Arc;

use base::clock::Clock;
use base::ground::{Demonstration, Puebla, Settings};
use base::identity::totp::Secret;
use base::store::{Keys, StoreError};
use base::web::Said;
use base::words::WordFile;
use jiff::Timestamp;

pub use cast::{PASSWORD, seats};
pub use zones::to_try;

use crate::folder;
use crate::outcome::{Failure, Status};

/// What the demonstration's own page says.
pub const WORDS: WordFile = base::words!("demo");

/// What a demonstration shows besides the houses.
pub const DEMONSTRATION: Demonstration = Demonstration { words: || vec![WORDS], routes: page::routes };

/// The name of the mark, and what is in it.
const MARK: &str = "demonstration";
const MARKED: &str = "Everything in this folder is invented.\n";

/// How far the making has come.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Step {
    /// So many people are enrolled.
    People(usize),
    /// So many entries on documents' status are in, of so many.
    Entries(u64, u64),
    /// So many alerts are published.
    Alerts(usize),
}

/// Opens a demonstration's folder for serving.
///
/// Errors: status 4 where the folder is no demonstration.
pub fn open(data: &Path) -> Result<Arc<Puebla>, Failure> {
    marked(data)?;
    folder::open(data, Settings { demonstration: Some(DEMONSTRATION), ..Settings::default() })
}

/// Makes a demonstration at a place where nothing is, with so many entries on documents' status.
///
/// It takes its name once it is whole: a making that was cut short is begun again.
pub fn make(data: &Path, entries: u64, tell: &dyn Fn(Step)) -> Result<(), Failure> {
    if data.exists() && std::fs::read_dir(data).map_err(StoreError::from)?.next().is_some() {
        return Err(StoreError::Occupied(data.display().to_string()).into());
    }
    let making = making(data);
    if making.exists() {
        marked(&making)?;
        std::fs::remove_dir_all(&making).map_err(StoreError::from)?;
    }
    let people = cast::enrol(&making)?;
    std::fs::write(making.join(MARK), MARKED).map_err(StoreError::from)?;
    tell(Step::People(people));
    let ground = open(&making)?;
    entries::enter(&ground, entries, tell)?;
    alerts::publish(&ground, tell)?;
    drop(ground);
    std::fs::rename(&making, data).map_err(StoreError::from)?;
    Ok(())
}

/// Answers the one-time code that a person of the demonstration would be asked for now; none where they have no codes.
///
/// It comes from the keys alone, so it can be asked for while the folder is served.
pub fn code(data: &Path, user: &str, now: Timestamp) -> Result<Option<String>, Failure> {
    marked(data)?;
    let keys = Keys::open(data)?;
    let known = seats().into_iter().find(|seat| seat.user_name == user);
    Ok(known.filter(|seat| seat.has_codes).map(|seat| secret(&keys, &seat.user_name).code(now)))
}

/// Answers a person's secret: derived from the folder's keys, so that it need not be kept where it could be read.
fn secret(keys: &Keys, user: &str) -> Secret {
    let derived = keys.derived(&format!("demonstration code of {user}"));
    let mut bytes = [0; 20];
    bytes.copy_from_slice(&derived[..20]);
    Secret::from_bytes(bytes)
}

fn making(data: &Path) -> PathBuf {
    let mut name = data.file_name().unwrap_or_default().to_owned();
    name.push(".making");
    data.with_file_name(name)
}

fn marked(data: &Path) -> Result<(), Failure> {
    match std::fs::read_to_string(data.join(MARK)) {
        Ok(text) if text == MARKED => Ok(()),
        _ => Err(Failure::of(Status::Place, Said::plain("demo-not-one").with("folder", data.display()))),
    }
}

/// Answers the present instant, for what stands on no open folder.
pub fn now() -> Timestamp {
    Clock::system().now()
}
