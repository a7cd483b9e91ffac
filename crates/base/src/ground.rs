//! What a running Puebla stands on: its folder, files, houses, people, policies, words and clock.

use std::ops::RangeInclusive;
use std::path::Path;
use std::sync::Arc;

use rusqlite::Connection;

use crate::access::{ACCESS, AccessLog, HouseEvents, Policy, PolicyText};
use crate::clock::Clock;
use crate::identity::{BASE, Identity, Origin};
use crate::kept::Kept;
use crate::metrics::Meters;
use crate::oversight;
use crate::store::{
    Database, Files, Folder, Ground, House, HouseSpec, Keys, Reserve, StoreError, Upgraded, confirm_log, copy_before,
    drafts, forget_copies, keys, made,
};
use crate::timekeeping::Timekeeping;
use crate::web::{FeedSpec, Rates, RoomLinkSpec, Routes};
use crate::words::{WordFile, Words};

/// Everything a house brings with it.
pub struct HousePlan {
    /// Its file and rooms.
    pub spec: &'static HouseSpec,
    /// Policies that hold for all of its rooms.
    pub policies: &'static [PolicyText],
    /// All that each room brings, in the order of the navigation.
    pub rooms: &'static [RoomPlan],
    /// Answers for each State how many numbers rest as hashes that were first entered at these positions of its journal:
    /// how much still rests on a key of before.
    pub resting_on_key: RestingOnKey,
    /// Which of its lines on the access log are security events.
    pub events: HouseEvents,
}

/// Everything a room brings to its house besides tables.
#[derive(Debug)]
pub struct RoomPlan {
    /// Its actions, in Cedar's schema language.
    pub schema: Option<PolicyText>,
    /// Who may do what in it.
    pub policies: Option<PolicyText>,
    /// Its words.
    pub words: &'static [WordFile],
    /// Its routes.
    pub routes: fn() -> Routes,
    /// Its entry in the navigation.
    pub navigation: Option<RoomLinkSpec>,
    /// What programs may read of it by an address of its own.
    pub feed: Option<FeedSpec>,
    /// Its part of the OpenAPI document.
    pub api: fn() -> utoipa::openapi::OpenApi,
    /// What the passing of time asks of it: expiries and destructions; answers how many things it did.
    pub sweep: fn(&Puebla) -> Result<usize, StoreError>,
    /// Acts that are refused while a chain is known not to hold, until two people have said what happened.
    pub stand_still: &'static [&'static str],
    /// Acts of which who looked, at what and when exactly, is kept for three years and not for ninety days.
    pub long_looks: &'static [&'static str],
    /// Names of files that its tables speak of: one that is gone is damage.
    pub files: fn(&Connection) -> Result<Vec<String>, StoreError>,
}

impl RoomPlan {
    /// A room that brings nothing: what a room does not say of itself.
    pub const NOTHING: RoomPlan = RoomPlan {
        schema: None,
        policies: None,
        words: &[],
        routes: Routes::new,
        navigation: None,
        feed: None,
        api: utoipa::openapi::OpenApi::default,
        sweep: |_| Ok(0),
        stand_still: &[],
        long_looks: &[],
        files: |_| Ok(Vec::new()),
    };
}

impl HousePlan {
    /// Answers the actions of all rooms.
    pub fn schema(&self) -> impl Iterator<Item = PolicyText> + use<> {
        self.rooms.iter().filter_map(|room| room.schema)
    }

    /// Answers the policies of the house, then those of its rooms.
    pub fn policies(&self) -> impl Iterator<Item = PolicyText> + use<> {
        self.policies.iter().copied().chain(self.rooms.iter().filter_map(|room| room.policies))
    }

    /// Answers the words of all rooms.
    pub fn words(&self) -> impl Iterator<Item = WordFile> + use<> {
        self.rooms.iter().flat_map(|room| room.words.iter().copied())
    }
}

/// Counts numbers for each State by the positions at which they were first entered.
pub type RestingOnKey = fn(&Connection, RangeInclusive<u64>) -> Result<Vec<(String, u64)>, StoreError>;

/// How this server was started.
#[derive(Clone, Debug, Default)]
pub struct Settings {
    /// Set where everything is invented: every page says so.
    pub demonstration: Option<Demonstration>,
    /// Cookies are only sent over TLS, or to this machine.
    pub secure: bool,
    /// A proxy hands every request over and says from whom.
    pub behind_proxy: bool,
    /// Room to keep back for the day the disk is full, in bytes; nothing for none.
    pub reserve_bytes: u64,
    /// The address under which browsers know this server, to which passkeys are bound; without one there are none.
    pub origin: Option<Origin>,
    /// The operator says that the clock is right, whatever the folder knows of the time.
    pub trust_clock: bool,
    /// Nobody is stopped for what they ask: for measuring only, and whoever supervises is told.
    pub unwatched: bool,
}

/// What a demonstration shows besides the houses: pages of its own, for anyone.
#[derive(Clone, Copy, Debug)]
pub struct Demonstration {
    /// Its words.
    pub words: fn() -> Vec<WordFile>,
    /// Its routes.
    pub routes: fn() -> Routes,
}

/// A running Puebla.
pub struct Puebla {
    /// Time.
    pub clock: Clock,
    /// How it was started.
    pub settings: Settings,
    /// Its lock on the data folder.
    pub folder: Folder,
    /// People, sessions, tokens, drafts.
    pub base: Database,
    /// Who is who, and who is signed in.
    pub identity: Identity,
    /// The access log.
    pub log: AccessLog,
    /// The policies in force.
    pub policy: Policy,
    /// Files by content.
    pub files: Files,
    /// Secret keys.
    pub keys: Keys,
    /// Every text.
    pub words: Arc<Words>,
    /// Rate classes.
    pub rates: Rates,
    /// Room kept back on the disk.
    pub reserve: Reserve,
    /// What is known of time.
    pub timekeeping: Timekeeping,
    /// What is counted for whoever watches the machine.
    pub meters: Meters,
    /// Files that opening brought to this release's form.
    pub upgraded: Vec<Upgraded>,
    /// The houses' descriptions.
    pub plans: &'static [HousePlan],
    houses: Vec<House>,
    kept: Kept,
}

/// Answers the acts of all houses whose looks are kept for longer.
pub fn long_looks(plans: &[HousePlan]) -> Vec<&'static str> {
    plans.iter().flat_map(|plan| plan.rooms).flat_map(|room| room.long_looks).copied().collect()
}

/// The schema of base itself.
pub const SCHEMA: PolicyText =
    PolicyText { file: "base/policies/schema.cedarschema", text: include_str!("../policies/schema.cedarschema") };

/// The policies of base itself.
pub const POLICIES: PolicyText =
    PolicyText { file: "base/policies/base.cedar", text: include_str!("../policies/base.cedar") };

impl Puebla {
    /// Opens a data folder that has been made.
    ///
    /// Errors: `Missing` for a file that the folder once had: it is not made anew, for an empty one would answer in its place.
    pub fn open(
        path: &Path,
        plans: &'static [HousePlan],
        clock: Clock,
        settings: Settings,
    ) -> Result<Arc<Self>, StoreError> {
        let folder = Folder::open(path)?;
        // First of all: on a full disk nothing else could be opened.
        let reserve = Reserve::of(path, settings.reserve_bytes);
        // A folder whose keys cannot be read is left as it is.
        let keys = Keys::open(path)?;
        let grounds: Vec<Ground> = plans.iter().map(|plan| plan.spec.ground()).chain([BASE, ACCESS]).collect();
        for ground in &grounds {
            confirm_log(path, ground.file)?;
        }
        let upgraded = copy_before(path, &grounds)?;
        let base = Database::open(path, &BASE)?;
        let keys = fitting(path, &base, keys)?;
        let policy = policies(plans)?;
        let files = Files::open(path)?;
        // The log's lines name the policies by their hash: the text they stood for stays readable under that name.
        files.put(policy.text().as_bytes())?;
        let mut words = crate::web::word_files();
        words.extend(plans.iter().flat_map(HousePlan::words));
        words.extend(settings.demonstration.iter().flat_map(|demonstration| (demonstration.words)()));
        let words = Words::new(&words).map_err(|error| StoreError::Damaged(error.to_string()))?;
        for plan in plans {
            made::make_once(&base, path, &plan.spec.ground())?;
        }
        made::make_once(&base, path, &ACCESS)?;
        let houses = plans.iter().map(|plan| House::open(path, plan.spec)).collect::<Result<_, _>>()?;
        let timekeeping = Timekeeping::of(path);
        let behind = !settings.trust_clock && timekeeping.is_behind(clock.now());
        let identity = Identity::open(&base, clock.now(), !behind)?;
        Ok(Arc::new(Puebla {
            clock,
            settings,
            identity,
            log: AccessLog::open_keeping(path, long_looks(plans))?,
            policy,
            files,
            keys,
            words: Arc::new(words),
            rates: Rates::new(),
            reserve,
            timekeeping,
            meters: Meters::default(),
            upgraded,
            plans,
            houses,
            kept: Kept::default(),
            base,
            folder,
        }))
    }

    /// Answers the file of a house by the name permits use; `base` is the one of people and sessions.
    pub fn database(&self, house: &str) -> Result<&Database, StoreError> {
        if house == "base" {
            return Ok(&self.base);
        }
        let found = self.houses.iter().find(|open| open.spec().name == house);
        found.map(House::database).ok_or_else(|| StoreError::Missing(format!("house {house}")))
    }

    /// Answers all feeds of the rooms.
    pub(crate) fn feeds(&self) -> impl Iterator<Item = &'static FeedSpec> + use<> {
        self.plans.iter().flat_map(|plan| plan.rooms).filter_map(|room| room.feed.as_ref())
    }

    /// Answers each house with its file.
    pub(crate) fn houses(&self) -> impl Iterator<Item = (&'static HousePlan, &Database)> {
        self.plans.iter().zip(self.houses.iter().map(House::database))
    }

    /// Answers whether requests can be answered: the access log can be written, and people can be read.
    pub fn is_ready(&self) -> bool {
        let people = "SELECT EXISTS (SELECT 1 FROM person)";
        let read = || self.base.read(|base| Ok(base.query_row(people, [], |row| row.get::<_, bool>(0))?));
        self.log.is_writable(self.clock.now()) && read().is_ok()
    }

    /// Answers whether an act is refused for now, because its room named it and a chain is known not to hold.
    pub(crate) fn stands_still(&self, action: &str) -> Result<bool, StoreError> {
        let mut rooms = self.plans.iter().flat_map(|plan| plan.rooms);
        let named = rooms.any(|room| room.stand_still.contains(&action));
        Ok(named && self.base.read(crate::operation::gap_standing)?.is_some())
    }

    /// Answers what a room keeps in memory while this Puebla runs, such as the acts under way; made at the first call.
    pub fn kept<T: Default + Send + Sync + 'static>(&self) -> Arc<T> {
        self.kept.get()
    }

    /// Does what the passing of time asks for: expiries in every room, sessions that ended, forgotten drafts, details of
    /// the log whose days are over. A part that fails keeps no other from its turn. While the clock is in doubt nothing is
    /// destroyed.
    ///
    /// Errors: the first part's that failed; the others' are in the server's own log.
    pub fn sweep(&self) -> Result<usize, StoreError> {
        let now = self.clock.now();
        if let Some(until) = self.timekeeping.waits_until(now) {
            tracing::warn!(%until, "nothing is destroyed while the clock is in doubt");
            return self.identity.forget_ended(&self.base, now).map(|()| 0);
        }
        let rooms =
            self.plans.iter().flat_map(|plan| plan.rooms.iter().map(|room| (plan.spec.name, (room.sweep)(self))));
        let own = [
            ("sessions", self.identity.forget_ended(&self.base, now).map(|()| 0)),
            ("concerns", self.base.write_blocking(move |connection| oversight::forget_old(connection, now))),
            ("drafts", self.base.write_blocking(move |connection| drafts::forget_untouched(connection, now))),
            ("access log", self.log.destroy_details(now)),
            ("copies of before an upgrade", forget_copies(self.folder.path(), now)),
        ];
        let mut done: Result<usize, StoreError> = Ok(0);
        for (part, swept) in rooms.chain(own) {
            match swept {
                Ok(more) => done = done.map(|done| done + more),
                Err(error) => {
                    tracing::error!(part, %error, "a part of the sweep failed");
                    done = done.and(Err(error));
                }
            }
        }
        match &done {
            Ok(count) => {
                self.meters.swept.add(*count as u64);
                self.meters.swept_at_us.set(now.as_microsecond());
            }
            Err(_) => self.meters.sweeps_failed.one(),
        }
        done
    }
}

/// Ends a rotation that was cut short, and answers the keys once they are those of the base.
fn fitting(path: &Path, base: &Database, keys: Keys) -> Result<Keys, StoreError> {
    let folder = path.to_owned();
    let done = base.write_blocking(move |connection| keys::finish(&folder, connection))?;
    let mut keys = if done { Keys::open(path)? } else { keys };
    base.write_blocking(move |connection| keys.fit(connection).map(|()| keys))
}

/// Reads and validates base's policies with those of the houses.
pub fn policies(plans: &[HousePlan]) -> Result<Policy, StoreError> {
    let schema: Vec<PolicyText> = std::iter::once(SCHEMA).chain(plans.iter().flat_map(HousePlan::schema)).collect();
    let texts: Vec<PolicyText> = std::iter::once(POLICIES).chain(plans.iter().flat_map(HousePlan::policies)).collect();
    Policy::new(&schema, &texts).map_err(|error| StoreError::Damaged(error.to_string()))
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;
    use crate::access::{ACCESS, DETAIL_DAYS, Purpose};
    use crate::specimen::Specimen;
    use crate::store::HouseSpec;

    static BROKEN: [HousePlan; 1] = [HousePlan {
        spec: &HouseSpec { name: "broken", file: "broken.db", rooms: &[] },
        policies: &[],
        rooms: &[RoomPlan { sweep: |_| Err(StoreError::Busy), ..RoomPlan::NOTHING }],
        resting_on_key: |_, _| Ok(Vec::new()),
        events: HouseEvents { granted: &[], refused: &[] },
    }];

    #[test]
    fn a_start_that_the_clock_forbids_ends_no_session() {
        let home = tempfile::tempdir().unwrap();
        crate::specimen::make_folder(home.path(), crate::identity::profile::RCM);
        let start = jiff::Timestamp::from_second(crate::specimen::START_S).unwrap();
        let open = |hours: i64, trust_clock| {
            let clock = Clock::held(start + jiff::SignedDuration::from_hours(hours));
            let settings = Settings { trust_clock, ..Settings::default() };
            let ground = Puebla::open(home.path(), &[], clock, settings).unwrap();
            let begun = ground.timekeeping.begin(ground.clock.now(), trust_clock);
            (ground, begun)
        };
        let steps = |ground: &Puebla| -> i64 {
            ground
                .base
                .read(|base| Ok(base.query_row("SELECT max(totp_step) FROM person", [], |row| row.get(0))?))
                .unwrap()
        };
        let (ground, begun) = open(24, false);
        assert!(begun.is_ok());
        let step = crate::identity::totp::step(ground.clock.now());
        let enrol = "INSERT INTO person (id, user_name, name, party, password_hash, must_change, totp_step, active, \
                     version, enrolled_us) VALUES (x'01', 'gtm.examiner', 'Specimen', 'GTM', '', 0, ?1, 1, 1, 0)";
        ground.base.write_blocking(move |base| Ok::<_, StoreError>(base.execute(enrol, [step])?)).unwrap();
        drop(ground);
        let (ground, begun) = open(0, false);
        assert!(begun.is_err());
        assert_eq!(steps(&ground), step, "a code that served could serve again");
        drop(ground);
        let (ground, begun) = open(0, true);
        assert!(begun.is_ok());
        assert!(steps(&ground) < step, "nobody is kept out once the clock is trusted");
    }

    #[tokio::test]
    async fn a_house_that_cannot_be_swept_keeps_no_detail_beyond_its_days() {
        let specimen = Specimen::new(&BROKEN);
        let administrator = specimen.signed_in("GTM", "state_administrator", Purpose::Administration);
        specimen.get(Some(&administrator), "/people").await;
        specimen.clock.advance(jiff::SignedDuration::from_hours(24 * DETAIL_DAYS + 1));
        let ground = Arc::clone(&specimen.ground);
        let swept = tokio::task::spawn_blocking(move || ground.sweep()).await.unwrap();
        assert!(matches!(swept, Err(StoreError::Busy)), "{swept:?}");
        let count = |file: &crate::store::Ground, sql| -> u64 {
            Database::open_alone(specimen.path(), file).unwrap().query_row(sql, [], |row| row.get(0)).unwrap()
        };
        assert_eq!(count(&ACCESS, "SELECT count(*) FROM leaf"), 1);
        assert_eq!(count(&ACCESS, "SELECT count(*) FROM detail"), 0);
        assert_eq!(count(&crate::identity::BASE, "SELECT count(*) FROM session"), 0);
    }
}
