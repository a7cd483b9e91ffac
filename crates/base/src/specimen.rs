//! Invented people on a temporary folder, for the tests of every room.
//!
//! A test asks through the real router and the real edge, without a port: what it sees is what a browser would.

mod browser;
mod device;

use std::sync::Arc;
use std::sync::atomic::{AtomicU32, Ordering};

use axum::Router;
use axum::body::Body;
use axum::http::header::{CONTENT_TYPE, COOKIE};
use axum::http::{Request, Response, StatusCode};
use http_body_util::BodyExt;
use jiff::Timestamp;
use tempfile::TempDir;
use tower::ServiceExt;

use crate::access::Purpose;
use crate::clock::Clock;
use crate::ground::{HousePlan, Puebla, Settings};
use crate::identity::people::{self, NewPerson};
use crate::identity::profile::{InForce, Profile};
use crate::identity::sessions::TokenSpec;
use crate::identity::{Caller, Factor, Origin, cookie_name};
use crate::ids::StateCode;
use crate::store::{Database, Folder, Keys};
use crate::web::{Rates, app};
use crate::words::Language;

pub use browser::{Browser, PASSWORD};
pub use device::{Claims, Device, options};

/// The instant at which a specimen begins: 2026-03-02T15:00:00Z, a Monday.
pub const START_S: i64 = 1_772_463_600;

/// The address of a specimen with passkeys.
pub const ORIGIN: &str = "http://localhost:8080";

/// A Puebla on a temporary folder, which goes when this is dropped.
pub struct Specimen {
    /// What it stands on.
    pub ground: Arc<Puebla>,
    /// Its clock, standing at `START_S` until a test moves it.
    pub clock: Clock,
    app: Router,
    _home: TempDir,
}

/// Somebody signed in.
#[derive(Clone)]
pub struct Session {
    /// The cookie's secret.
    pub secret: String,
    /// What their forms carry.
    pub csrf: String,
    /// Who it is.
    pub caller: Arc<Caller>,
}

/// An answer, read to its end.
pub struct Answer {
    /// Its status.
    pub status: StatusCode,
    /// Its headers.
    pub headers: axum::http::HeaderMap,
    /// Its body as text.
    pub body: String,
}

impl Specimen {
    /// Makes one with the first profile.
    pub fn new(plans: &'static [HousePlan]) -> Self {
        Self::with_profile(plans, crate::identity::profile::RCM)
    }

    /// Makes one with another profile.
    pub fn with_profile(plans: &'static [HousePlan], profile: &str) -> Self {
        Self::served(plans, profile, Settings::default())
    }

    /// Makes one whose address browsers know as [`ORIGIN`], so that passkeys can be used.
    pub fn with_passkeys(profile: &str) -> Self {
        let origin = Origin::parse(ORIGIN).expect("an origin");
        Self::served(&[], profile, Settings { origin: Some(origin), ..Settings::default() })
    }

    /// Makes one that was started in another way.
    pub fn served(plans: &'static [HousePlan], profile: &str, settings: Settings) -> Self {
        Self::opened(plans, profile, settings, |_| ())
    }

    /// Makes one in which nobody is told to wait, for whoever asks thousands of times a second.
    pub fn without_rates(plans: &'static [HousePlan], settings: Settings) -> Self {
        Self::opened(plans, crate::identity::profile::RCM, settings, |ground| ground.rates = Rates::without_limits())
    }

    fn opened(plans: &'static [HousePlan], profile: &str, settings: Settings, change: fn(&mut Puebla)) -> Self {
        let home = tempfile::tempdir().expect("a temporary folder");
        let clock = Clock::held(Timestamp::from_second(START_S).expect("a time"));
        make_folder(home.path(), profile);
        let mut ground = Puebla::open(home.path(), plans, clock.clone(), settings).expect("an open folder");
        change(Arc::get_mut(&mut ground).expect("nobody else has it yet"));
        let (app, _) = app(&ground);
        Specimen { ground, clock, app, _home: home }
    }

    /// Makes another of the same hour over the folder as it lies at this moment: a server that was cut off here and started again.
    pub fn cut_off(&self) -> Self {
        let home = tempfile::tempdir().expect("a temporary folder");
        copy_folder(self.path(), home.path()).expect("a copy of the folder");
        let plans = self.ground.plans;
        let ground = Puebla::open(home.path(), plans, self.clock.clone(), Settings::default()).expect("an open folder");
        let (app, _) = app(&ground);
        Specimen { ground, clock: self.clock.clone(), app, _home: home }
    }

    /// Answers where its folder is.
    pub fn path(&self) -> &std::path::Path {
        self._home.path()
    }

    /// Enrols somebody of `state` in `roles` and answers their user name.
    pub fn enrol(&self, state: &str, user_name: &str, roles: &[&str]) -> String {
        let profile = self.ground.identity.profile();
        let person = NewPerson {
            user_name: user_name.to_owned(),
            name: format!("Specimen {user_name}"),
            party: state.parse::<StateCode>().expect("a State code"),
            institution: "Specimen institution".to_owned(),
            post: Some(("Specimen post".to_owned(), "America/Guatemala".to_owned())),
            roles: roles.iter().map(|role| (*role).to_owned()).collect(),
            language: Some(Language::En),
        };
        let at = self.clock.now();
        self.ground
            .base
            .write_blocking(move |connection| people::enrol(connection, &profile, &person, None, at))
            .expect("enrolled");
        user_name.to_owned()
    }

    /// Enrols somebody of `state` in `role` and signs them in for `purpose`.
    pub fn signed_in(&self, state: &str, role: &str, purpose: Purpose) -> Session {
        // Counted, since names drawn by chance meet now and then.
        static SIGNED_IN: AtomicU32 = AtomicU32::new(1);
        let user_name = format!("{}.{role}.{}", state.to_lowercase(), SIGNED_IN.fetch_add(1, Ordering::Relaxed));
        self.enrol(state, &user_name, &[role]);
        self.sign_in(&user_name, Some(purpose))
    }

    /// Opens a session for somebody enrolled, without asking for a password, as strong as their roles ask for.
    pub fn sign_in(&self, user_name: &str, purpose: Option<Purpose>) -> Session {
        self.signed_in_by(user_name, purpose, |person| person.needs)
    }

    /// Opens a session for somebody enrolled that rests on a factor and no more, whatever their roles ask for.
    pub fn sign_in_by(&self, user_name: &str, purpose: Option<Purpose>, factor: Factor) -> Session {
        self.signed_in_by(user_name, purpose, move |_| factor)
    }

    fn signed_in_by(
        &self,
        user_name: &str,
        purpose: Option<Purpose>,
        factor: impl FnOnce(&Caller) -> Factor + Send + 'static,
    ) -> Session {
        let profile = self.ground.identity.profile();
        let sessions = Arc::clone(self.ground.identity.sessions());
        let (user_name, at) = (user_name.to_owned(), self.clock.now());
        let fresh = self
            .ground
            .base
            .write_blocking(move |connection| {
                let person = people::caller_by_name(connection, &profile, &user_name)?.expect("somebody enrolled");
                let person = Caller { factor: factor(&person), ..person };
                let fresh = sessions.start(connection, &person, person.factor, at)?;
                if let Some(purpose) = purpose {
                    sessions.choose(connection, fresh.id, purpose)?;
                }
                Ok::<_, crate::store::StoreError>((fresh, person))
            })
            .expect("signed in");
        let (fresh, person) = fresh;
        // A session on a password alone opens nothing, and is there to show that.
        let closed = || Arc::new(Caller { session: fresh.id, purpose, ..person });
        let caller = self.ground.identity.by_cookie(&fresh.secret, at).unwrap_or_else(closed);
        Session { secret: fresh.secret, csrf: caller.csrf.clone(), caller }
    }

    /// Makes a token for somebody enrolled and answers its secret.
    pub fn token(&self, user_name: &str, purposes: &'static [Purpose]) -> String {
        let profile = self.ground.identity.profile();
        let sessions = Arc::clone(self.ground.identity.sessions());
        let (user_name, at) = (user_name.to_owned(), self.clock.now());
        let ends_at = at + jiff::SignedDuration::from_hours(24);
        let made = self.ground.base.write_blocking(move |connection| {
            let person = people::caller_by_name(connection, &profile, &user_name)?.expect("somebody enrolled");
            let proved = Caller { factor: person.needs, ..person };
            let wanted = TokenSpec { name: "specimen".into(), purposes: purposes.to_vec(), feed: None, ends_at };
            sessions.make_token(connection, &proved, &wanted, at)
        });
        made.expect("a token").secret
    }

    /// Asks for a page.
    pub async fn get(&self, session: Option<&Session>, path: &str) -> Answer {
        self.send(with_cookie(Request::get(path), session).body(Body::empty()).expect("a request")).await
    }

    /// Sends a form with the session's secret.
    pub async fn post(&self, session: &Session, path: &str, fields: &[(&str, &str)]) -> Answer {
        let mut all = vec![("csrf", session.csrf.as_str())];
        all.extend_from_slice(fields);
        self.post_raw(Some(session), path, &all).await
    }

    /// Sends a form as it is.
    pub async fn post_raw(&self, session: Option<&Session>, path: &str, fields: &[(&str, &str)]) -> Answer {
        let body = serde_urlencoded::to_string(fields).expect("a form");
        let request = with_cookie(Request::post(path), session)
            .header(CONTENT_TYPE, "application/x-www-form-urlencoded")
            .body(Body::from(body));
        self.send(request.expect("a request")).await
    }

    /// Calls the API with a token.
    pub async fn call(&self, token: &str, purpose: Purpose, path: &str, body: &serde_json::Value) -> Answer {
        let request = Request::post(path)
            .header("authorization", format!("Bearer {token}"))
            .header("puebla-purpose", purpose.code())
            .header(CONTENT_TYPE, "application/json")
            .body(Body::from(body.to_string()));
        self.send(request.expect("a request")).await
    }

    /// Sends any request.
    pub async fn send(&self, request: Request<Body>) -> Answer {
        let response: Response<Body> = self.app.clone().oneshot(request).await.expect("an answer");
        let (head, body) = response.into_parts();
        let bytes = body.collect().await.expect("a body").to_bytes();
        Answer { status: head.status, headers: head.headers, body: String::from_utf8_lossy(&bytes).into_owned() }
    }
}

impl Drop for Specimen {
    /// A law every test obeys without saying it: the log verifies, every journal verifies, and rebuilding a house from
    /// its journal changes nothing.
    fn drop(&mut self) {
        if std::thread::panicking() {
            return;
        }
        let log = Database::open_alone(self._home.path(), &crate::access::ACCESS).expect("the access log");
        crate::access::verify_log_keeping(&log, &[], self.clock.now(), &crate::ground::long_looks(self.ground.plans))
            .expect("the access log verifies");
        for plan in self.ground.plans {
            let mut house = crate::store::House::open_alone(self._home.path(), plan.spec).expect("a house");
            crate::store::verify_house(&house, plan.spec, &[]).expect("the journal verifies");
            let rebuilt = crate::store::rebuild(&mut house, plan.spec).expect("a rebuild");
            assert_eq!(rebuilt.changed, Vec::<String>::new(), "rebuilding {} changed its tables", plan.spec.name);
        }
    }
}

fn copy_folder(from: &std::path::Path, to: &std::path::Path) -> std::io::Result<()> {
    for entry in std::fs::read_dir(from)? {
        let entry = entry?;
        let place = to.join(entry.file_name());
        if entry.file_type()?.is_dir() {
            std::fs::create_dir_all(&place)?;
            copy_folder(&entry.path(), &place)?;
        } else {
            std::fs::copy(entry.path(), &place)?;
        }
    }
    Ok(())
}

/// Makes a data folder with a profile and nobody in it.
pub fn make_folder(path: &std::path::Path, profile: &str) {
    let profile = Profile::parse(profile).expect("a profile");
    let _held = Folder::create(path).expect("a folder");
    Keys::create(path).expect("keys");
    Database::make(path, &crate::identity::BASE).expect("base.db");
    let base = Database::open(path, &crate::identity::BASE).expect("base.db");
    base.write_blocking(move |connection| profile.store(connection)).expect("a stored profile");
    let at = Timestamp::from_second(START_S).expect("a time");
    base.read(|connection| InForce::read(connection, at).map(|_| ())).expect("a profile in force");
}

fn with_cookie(request: axum::http::request::Builder, session: Option<&Session>) -> axum::http::request::Builder {
    match session {
        Some(session) => request.header(COOKIE, format!("{}={}", cookie_name(false), session.secret)),
        None => request,
    }
}
