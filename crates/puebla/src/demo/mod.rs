//! A demonstration: a folder in which everything is invented, and a page that says what to try with it.
//!
//! Its people's passwords and one-time codes are shown to anyone. That must never happen on a real folder, so it hangs on
//! a mark that is written before the first datum and that nothing else writes.

mod adopted;
mod alerts;
mod campaigns;
mod cast;
mod comments;
mod decisions;
mod drafting;
mod entries;
mod evaluations;
mod exercises;
mod meetings;
mod members;
mod page;
mod papers;
mod sheets;
mod silence;
mod sittings;
mod training;
mod zones;

use std::io::Write;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use base::access::Purpose;
use base::clock::Clock;
use base::ground::{Demonstration, Puebla, Settings};
use base::identity::Origin;
use base::identity::totp::Secret;
use base::store::{Keys, StoreError};
use base::web::Said;
use base::words::WordFile;
use jiff::Timestamp;

pub use cast::{PASSWORD, seats};
pub use zones::to_try;

use crate::folder;
use crate::outcome::{Failure, Status};
use crate::tongue::Tongue;

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
    /// The register of alerts on people is on, and so many are in force.
    LookedFor(usize),
}

/// Opens a demonstration's folder for serving.
///
/// Passkeys are bound to `localhost` at that port; port 0 is any. Errors: status 4 where the folder is no demonstration.
pub fn open(data: &Path, port: u16) -> Result<Arc<Puebla>, Failure> {
    marked(data)?;
    let (reserve_bytes, origin) = (4 << 20, Origin::on_this_machine(port).ok());
    let settings = Settings { demonstration: Some(DEMONSTRATION), origin, reserve_bytes, ..Settings::default() };
    folder::open(data, settings)
}

/// How a demonstration is made.
#[derive(Clone, Copy, Debug, Default)]
pub struct Making {
    /// How many entries on documents' status it has.
    pub entries: u64,
    /// Whether the register of alerts on people is on, as if a decision had adopted it.
    pub adopted: bool,
}

/// Makes a demonstration at a place where nothing is.
///
/// It takes its name once it is whole: a making that was cut short is begun again.
pub fn make(data: &Path, how: Making, tell: &dyn Fn(Step)) -> Result<(), Failure> {
    if data.exists() && std::fs::read_dir(data).map_err(StoreError::from)?.next().is_some() {
        return Err(StoreError::Occupied(data.display().to_string()).into());
    }
    let making = making(data);
    clear(&making)?;
    std::fs::create_dir_all(&making).map_err(StoreError::from)?;
    std::fs::write(making.join(MARK), MARKED).map_err(StoreError::from)?;
    let people = cast::enrol(&making)?;
    tell(Step::People(people));
    let now = now();
    let ground = silence::begin(&making, now)?;
    meetings::call(&ground)?;
    members::enter(&ground)?;
    decisions::adopt(&ground)?;
    evaluations::look_back(&ground, now)?;
    silence::put(&ground, now)?;
    drop(ground);
    let ground = open(&making, 0)?;
    entries::bring(&ground, how.entries, tell)?;
    alerts::publish(&ground, tell)?;
    papers::file(&ground)?;
    sittings::sit(&ground)?;
    training::train(&ground, now)?;
    drafting::draft(&ground)?;
    campaigns::warn(&ground, now)?;
    sheets::tell(&ground, now)?;
    exercises::practise(&ground, now)?;
    evaluations::ask(&ground, now)?;
    comments::ask(&ground)?;
    if how.adopted {
        adopted::adopt(&ground, tell)?;
    }
    drop(ground);
    std::fs::rename(&making, data).map_err(StoreError::from)?;
    Ok(())
}

/// Answers the one-time code that a person of the demonstration would be asked for now.
///
/// It comes from the keys alone, so it can be asked for while the folder is served. Errors: status 3 where nobody there has
/// that name, status 4 where the folder is no demonstration: nobody else's second factor is told.
pub fn code(data: &Path, user: &str, now: Timestamp) -> Result<String, Failure> {
    marked(data)?;
    let keys = Keys::open(data)?;
    if !seats().iter().any(|seat| seat.user_name == user) {
        return Err(Failure::input(Said::plain("demo-no-such-person").with("user", user)));
    }
    Ok(secret(&keys, user).code(now))
}

/// Answers who does an act of the secretariat where nobody is named, and says so: in a demonstration, whose people are invented,
/// its coordinator. A real folder knows nobody who has not said who they are.
pub fn stand_in(data: &Path, purposes: &[Purpose], tongue: &Tongue) -> Option<String> {
    if !purposes.contains(&Purpose::Secretariat) || !is_one(data) {
        return None;
    }
    let name = seats().into_iter().find(|seat| seat.role == "coordinator")?.user_name;
    let note = tongue.tn("demo-stand-in", &[("name", name.as_str().into())]);
    // Whether anybody reads the note changes nothing.
    let _ = writeln!(std::io::stderr(), "puebla: {note}");
    Some(name)
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

/// Takes away what a making that was cut short left behind.
///
/// Errors: status 4 where something else lies there, which stays.
fn clear(making: &Path) -> Result<(), Failure> {
    if !making.exists() {
        return Ok(());
    }
    // It may have been cut before the mark was there, or whole: nothing else is in the folder then.
    let mut inside = std::fs::read_dir(making).map_err(StoreError::from)?;
    if inside.any(|file| file.is_ok_and(|file| file.file_name() != MARK)) {
        marked(making)?;
    }
    std::fs::remove_dir_all(making).map_err(StoreError::from)?;
    Ok(())
}

/// Says whether a folder is a demonstration's.
pub fn is_one(data: &Path) -> bool {
    marked(data).is_ok()
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

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use axum::body::Body;
    use axum::http::header::{COOKIE, LOCATION, SET_COOKIE};
    use axum::http::{Request, Response, StatusCode};
    use base::web::app;
    use http_body_util::BodyExt;
    use jiff::civil::date;
    use registers::checks::{Check, Question, check};
    use tower::ServiceExt;

    use super::*;
    use crate::arguments::Speaker;

    async fn ask(ground: &Arc<Puebla>, request: Request<Body>) -> Response<Body> {
        app(ground).0.oneshot(request).await.unwrap()
    }

    fn send(path: &str, cookies: &str, form: &str) -> Request<Body> {
        let request = Request::post(path).header(COOKIE, cookies);
        request.header("content-type", "application/x-www-form-urlencoded").body(Body::from(form.to_owned())).unwrap()
    }

    fn cookies(response: &Response<Body>) -> String {
        let set = response.headers().get_all(SET_COOKIE).iter().filter_map(|line| line.to_str().ok());
        set.filter_map(|line| line.split(';').next()).collect::<Vec<_>>().join("; ")
    }

    async fn text(response: Response<Body>) -> String {
        String::from_utf8_lossy(&response.into_body().collect().await.unwrap().to_bytes()).into_owned()
    }

    #[test]
    fn the_guide_shows_sign_ins_that_work_and_a_real_folder_has_no_guide() {
        let home = tempfile::tempdir().unwrap();
        let data = home.path().join("demo");
        make(&data, Making { entries: 22, ..Making::default() }, &|_| {}).unwrap();
        let ground = open(&data, 0).unwrap();
        let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().unwrap();
        let sign_in = async |user: &str| {
            let form = format!("user_name={user}&password={PASSWORD}");
            let password = ask(&ground, send("/sign-in", "", &form)).await;
            assert_eq!(password.headers()[LOCATION], "/sign-in/code");
            let code = code(&data, user, ground.clock.now()).unwrap();
            let step = Request::get("/sign-in/code").header(COOKIE, cookies(&password)).body(Body::empty()).unwrap();
            let step = text(ask(&ground, step).await).await;
            let secret = step.split("name=\"csrf\" value=\"").nth(1).and_then(|rest| rest.split('"').next()).unwrap();
            let form = format!("csrf={secret}&code={code}");
            let asked = ask(&ground, send("/sign-in/code", &cookies(&password), &form)).await;
            assert!(cookies(&asked).contains("puebla="), "a session of {user}: {:?}", asked.headers());
        };
        runtime.block_on(async {
            for language in ["en", "es", "fr"] {
                let request = Request::get("/demo").header(COOKIE, format!("language={language}"));
                let page = ask(&ground, request.body(Body::empty()).unwrap()).await;
                assert_eq!(page.status(), StatusCode::OK);
                let page = text(page).await;
                assert!(page.contains(PASSWORD) && page.contains("hnd.examiner") && page.contains("ZZ0000017"));
                assert!(!page.contains(">demo-"), "a key nobody wrote");
            }
            sign_in("hnd.examiner").await;
            sign_in("gtm.officer").await;
        });
        drop(ground);
        let served = folder::open(&data, Settings::default()).unwrap();
        let plain = runtime.block_on(ask(&served, Request::get("/demo").body(Body::empty()).unwrap()));
        assert_eq!(plain.status(), StatusCode::NOT_FOUND, "serve shows no guide, not even of this folder");
    }

    #[test]
    fn everything_to_try_is_answered_as_the_guide_says() {
        let home = tempfile::tempdir().unwrap();
        let data = home.path().join("demo");
        make(&data, Making { entries: 55, ..Making::default() }, &|_| {}).unwrap();
        let ground = open(&data, 0).unwrap();
        let officer = Speaker { speaker: "gtm.officer".to_owned(), purpose: None };
        let answers = to_try().into_iter().map(|one| {
            let question = match one.typed.split_once(' ') {
                Some((number, state)) => Question::number(number, state, "").unwrap(),
                None => Question::zone(&one.typed),
            };
            let permitted = folder::stand::<Check>(&ground, &officer).unwrap();
            let answer = folder::wait(check(permitted, &question, date(2026, 6, 1))).unwrap();
            (one.about, answer.verdict.code(), answer.reasons.first().map_or("", |reason| reason.code()))
        });
        let expected = [
            ("demo-zone-none", "no_report", ""),
            ("demo-zone-digit", "look_again", "digits_fail"),
            ("demo-zone-stolen", "report", "number_reported"),
            ("demo-zone-alert", "report", "alert_fits"),
            ("demo-zone-member", "report", "alert_fits"),
            ("demo-zone-card", "report", "number_reported"),
            ("demo-zone-visa", "report", "number_reported"),
            ("demo-typed-blank", "report", "blank_range"),
            ("demo-typed-number", "report", "number_reported"),
        ];
        assert_eq!(answers.collect::<Vec<_>>(), expected);
    }

    #[test]
    fn a_making_that_was_cut_short_is_begun_again_and_something_else_is_left_alone() {
        let home = tempfile::tempdir().unwrap();
        let data = home.path().join("demo");
        let half = home.path().join("demo.making");
        std::fs::create_dir(&half).unwrap();
        std::fs::write(half.join("mine"), b"").unwrap();
        assert_eq!(make(&data, Making::default(), &|_| {}).unwrap_err().status, Status::Place);
        assert!(half.join("mine").exists());
        std::fs::write(half.join(MARK), &MARKED[..3]).unwrap();
        assert_eq!(make(&data, Making::default(), &|_| {}).unwrap_err().status, Status::Place);
        std::fs::remove_file(half.join("mine")).unwrap();
        make(&data, Making::default(), &|_| {}).unwrap();
        assert!(!half.exists() && data.join("base.db").exists());
    }
}
