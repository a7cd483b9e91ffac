//! Random acts by random people, day after day: what the tables say of an alert's life is what the functions say, and another
//! State is told that it is in force exactly while it is.

use base::access::{Permit, Resource, Writes};
use base::desk::{Entries, Permitted};
use base::store::StoreError;
use jiff::SignedDuration;
use jiff::civil::Date;
use proptest::prelude::*;
use uuid::Uuid;

use super::{Open, sent};
use crate::alerts::entries::AlertsEntry;
use crate::alerts::judge::Proportion;
use crate::alerts::life::{Act, until};
use crate::alerts::misused;
use crate::alerts::misused::typed::Holding;
use crate::alerts::permits::*;
use crate::alerts::{Category, Ending, Life, correct, judge, propose, queries, samples, today, withdraw};
use crate::document::{DocumentKind, DocumentNumber, DocumentRef};

/// What is tried: by the author, the judge, or a third officer of the same State.
#[derive(Clone, Copy, Debug)]
enum Try {
    Correct,
    Propose,
    Return,
    Activate,
    Extend,
    Withdraw,
    /// Keeps, confirms or destroys data of a holder whose identity is misused.
    Enter,
    Confirm,
    End,
    Days(i64),
}

fn tries() -> impl Strategy<Value = Vec<(Try, usize)>> {
    let one = prop_oneof![
        3 => Just(Try::Correct),
        6 => Just(Try::Propose),
        1 => Just(Try::Return),
        6 => Just(Try::Activate),
        4 => Just(Try::Extend),
        1 => Just(Try::Withdraw),
        3 => Just(Try::Enter),
        4 => Just(Try::Confirm),
        1 => Just(Try::End),
        4 => (1..120i64).prop_map(Try::Days),
    ];
    prop::collection::vec((one, 0..3usize), 1..40)
}

struct Play {
    open: Open,
    people: [std::sync::Arc<base::identity::Caller>; 3],
    reference: String,
    id: Uuid,
    life: Life,
    version: u32,
    /// Who entered data of a holder, and whether they are confirmed.
    held: Option<(usize, bool)>,
}

impl Play {
    async fn new(category: Category) -> Self {
        let open = Open::new().await;
        let third = open.specimen().signed_in("HND", "alert_officer", base::access::Purpose::AlertIssuance);
        let people = [open.author.caller.clone(), open.judge.caller.clone(), third.caller];
        let reference = open.drafted_as(&open.author, &sent(category)).await;
        let day = today(open.specimen().clock.now());
        let life = Life::begun(people[0].person, day);
        let id = open
            .specimen()
            .ground
            .database("registers")
            .unwrap()
            .read(|now| Ok(now.query_row("SELECT alert FROM alerts_alert", [], |row| row.get(0))?))
            .unwrap();
        Play { open, people, reference, id, life, version: 1, held: None }
    }

    fn today(&self) -> jiff::civil::Date {
        today(self.open.specimen().clock.now())
    }

    fn read<T>(&self, question: impl FnOnce(&rusqlite::Connection) -> Result<T, StoreError>) -> T {
        self.open.specimen().ground.database("registers").unwrap().read(question).unwrap()
    }

    /// Acts straight in the writer, past the policies: the acts themselves must hold.
    async fn act<P, F>(&self, by: usize, act: F) -> bool
    where
        P: Permit + Writes<AlertsEntry>,
        F: FnOnce(&Entries<'_, AlertsEntry>) -> Result<(), StoreError> + Send + 'static,
    {
        let caller = self.people[by].clone();
        let own = Resource { status: "adult", ..Resource::of(caller.state, "random".to_owned()) };
        let permitted = Permitted::<P>::new(self.open.specimen().ground.clone(), caller);
        match permitted.open_to_write(own).await.unwrap().append(act).await {
            Ok(()) => true,
            Err(StoreError::Refused(_)) => false,
            Err(other) => panic!("{other}"),
        }
    }

    async fn play(&mut self, category: Category, step: Try, by: usize) {
        let (id, day, text) = (self.id, self.today(), samples::text(category));
        let (person, until) = (self.people[by].person, until(category, &text, day));
        let seen = self.read(|now| queries::version(now, id, self.version)).hash;
        let active = self.read(|now| queries::by_id(now, id)).unwrap().active_version.unwrap_or(self.version);
        let in_force = self.read(|now| queries::version(now, id, active)).hash;
        let why = Proportion { grave: "Ficticio.".to_owned(), gentler: "Ficticio.".to_owned() };
        let (act, done) = match step {
            Try::Days(_) => return,
            Try::Enter | Try::Confirm | Try::End => return self.hold(step, by).await,
            Try::Correct => {
                (Act::Correct, self.act::<CorrectAlert, _>(by, move |e| correct::correct(e, id, &seen, text)).await)
            }
            Try::Propose => {
                (Act::Propose, self.act::<ProposeAlert, _>(by, move |e| propose::propose(e, id, &seen)).await)
            }
            Try::Return => {
                let back = move |e: &Entries<'_, AlertsEntry>| judge::give_back(e, id, "¿Ficticio?".to_owned());
                (Act::Return, self.act::<ReturnAlert, _>(by, back).await)
            }
            Try::Activate => (
                Act::Activate(until),
                self.act::<ActivateAlert, _>(by, move |e| judge::activate(e, id, &seen, why)).await,
            ),
            Try::Extend => (
                Act::Extend(until),
                self.act::<ExtendAlert, _>(by, move |e| judge::extend(e, id, &in_force, why)).await,
            ),
            Try::Withdraw => (
                Act::Withdraw,
                self.act::<WithdrawAlert, _>(by, move |e| withdraw::withdraw(e, id, Ending::Mistaken)).await,
            ),
        };
        let expected = self.life.after(act, person, day);
        assert_eq!(done, expected.is_ok(), "{step:?} by {by}: {expected:?}");
        if let Ok(next) = expected {
            self.life = next;
            self.version += u32::from(act == Act::Correct);
        }
        self.held = self.held.filter(|_| !self.life.has_ended(day));
    }

    /// G-26: two people, as long as the alert has not ended; one ends it.
    async fn hold(&mut self, step: Try, by: usize) {
        let (id, lives) = (self.id, !self.life.has_ended(self.today()));
        let at = self.read(|now| misused::queries::of_alert(now, id)).first().map_or(0, |kept| kept.entered_at);
        let (done, expected, next) = match step {
            Try::Enter => {
                let holding = holding(self.today());
                let enter = move |e: &Entries<'_, AlertsEntry>| misused::enter::enter(e, id, holding, DOCUMENT);
                let done = self.act::<EnterMisused, _>(by, enter).await;
                (done, lives && self.held.is_none(), Some((by, false)))
            }
            Try::Confirm => {
                let confirm = move |e: &Entries<'_, AlertsEntry>| misused::confirm::confirm(e, id, at, &[DOCUMENT]);
                let done = self.act::<ConfirmMisused, _>(by, confirm).await;
                let other = self.held.is_some_and(|(who, confirmed)| who != by && !confirmed);
                (done, lives && other, self.held.map(|(who, _)| (who, true)))
            }
            _ => {
                let end = move |e: &Entries<'_, AlertsEntry>| misused::end::end(e, id, at);
                (self.act::<EndMisused, _>(by, end).await, lives && self.held.is_some(), None)
            }
        };
        assert_eq!(done, expected, "{step:?} by {by}: {:?}", self.held);
        if done {
            self.held = next;
        }
    }

    /// Lets days pass; answers whether its words are destroyed.
    fn passes(&mut self, days: i64) -> bool {
        self.open.specimen().clock.advance(SignedDuration::from_hours(24 * days));
        self.open.specimen().ground.sweep().unwrap();
        let gone = self.read(|now| queries::by_id(now, self.id)).is_none();
        assert_eq!(gone, self.life.destroyed_on() <= self.today(), "{:?}", self.life);
        self.held = self.held.filter(|_| !self.life.has_ended(self.today()));
        gone
    }

    fn agrees(&self) {
        let found = self.read(|now| queries::by_id(now, self.id)).unwrap();
        assert_eq!(found.life, self.life);
        let sql = "SELECT ends_on FROM alerts_alert WHERE alert = ?1";
        let ends_on: String = self.read(|now| Ok(now.query_row(sql, [self.id], |row| row.get(0))?));
        assert_eq!(ends_on, self.life.ends_on().to_string());
        let (other, day) = ("GTM".parse().unwrap(), self.today());
        let face = self.read(|now| queries::face(now, &self.reference, other, day));
        assert_eq!(face.is_some(), self.life.in_force(day), "what another State sees");
        let kept = self.read(|now| misused::queries::of_alert(now, self.id));
        let confirmed = kept.iter().map(|one| one.confirmed.is_some()).collect::<Vec<_>>();
        assert_eq!(confirmed, self.held.map(|(_, confirmed)| confirmed).into_iter().collect::<Vec<_>>());
        let clears = self
            .read(|now| misused::queries::clears(now, self.open.specimen().ground.keys.sealer(), self.id, &[DOCUMENT]));
        assert_eq!(
            clears.is_some(),
            self.held.is_some_and(|(_, confirmed)| confirmed),
            "two people, or nobody is cleared"
        );
    }
}

/// A holder's document, hashed.
const DOCUMENT: [u8; 16] = [7; 16];

fn holding(day: Date) -> Holding {
    Holding {
        document: DocumentRef {
            issuer: "UTO".parse().unwrap(),
            kind: DocumentKind::Passport,
            number: DocumentNumber::parse("L898902C3").unwrap(),
        },
        born_at: String::new(),
        consented_on: day,
        kept_at: "Ficticio.".to_owned(),
        taken_by: "Ficticio.".to_owned(),
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 5, max_shrink_iters: 60, ..ProptestConfig::default() })]

    /// G-08, G-13, G-26: the functions that are proved over generated acts are the ones that the tables follow.
    #[test]
    fn tables_follow_the_functions_whatever_is_done(steps in tries(), accusing in any::<bool>()) {
        let category = if accusing { Category::ImpedimentEntry } else { Category::VulnerableAtRisk };
        tokio::runtime::Builder::new_current_thread().enable_all().build().unwrap().block_on(async {
            let mut play = Play::new(category).await;
            for (step, by) in steps {
                if let Try::Days(days) = step {
                    if play.passes(days) {
                        break;
                    }
                } else {
                    play.play(category, step, by).await;
                }
                play.agrees();
            }
            // Dropping the specimen verifies log and journal, and that a rebuild changes nothing.
        });
    }
}
