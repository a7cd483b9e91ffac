//! Random acts by random people against a model of the life; at the end the journal verifies and rebuilds to the same.

use std::sync::Arc;

use base::access::{Permit, Resource, Writes};
use base::desk::{Entries, Permitted};
use base::identity::Caller;
use base::store::StoreError;
use jiff::SignedDuration;
use proptest::prelude::*;
use uuid::Uuid;

use super::Stage;
use crate::documents::entries::AlertEntry;
use crate::documents::permits::*;
use crate::documents::submit::{Numbering, hand_in};
use crate::documents::{
    ReviewFinding, Standing, WithdrawalReason, confirm, correct, publish, queries, review, samples, supersede, withdraw,
};

/// What is tried, on which of the alerts so far, by whom: 0 the author, 1 the expert, 2 an examiner of a third State.
#[derive(Clone, Copy, Debug)]
enum Try {
    Submit,
    Correct(usize, usize),
    Return(usize, usize),
    Confirm(usize, usize),
    Publish(usize, usize),
    Review(usize, usize),
    Supersede(usize, usize, usize),
    Withdraw(usize, usize),
    Days(i64),
}

fn tries() -> impl Strategy<Value = Vec<Try>> {
    let (alert, by) = (0..4usize, 0..3usize);
    let on = (alert, by);
    let one = prop_oneof![
        3 => Just(Try::Submit),
        2 => on.clone().prop_map(|(alert, by)| Try::Correct(alert, by)),
        1 => on.clone().prop_map(|(alert, by)| Try::Return(alert, by)),
        5 => on.clone().prop_map(|(alert, by)| Try::Confirm(alert, by)),
        5 => on.clone().prop_map(|(alert, by)| Try::Publish(alert, by)),
        2 => on.clone().prop_map(|(alert, by)| Try::Review(alert, by)),
        1 => (on.clone(), 0..4usize).prop_map(|((alert, by), newer)| Try::Supersede(alert, by, newer)),
        1 => on.prop_map(|(alert, by)| Try::Withdraw(alert, by)),
        1 => (1..900i64).prop_map(Try::Days),
    ];
    prop::collection::vec(one, 1..40)
}

/// One alert as the model sees it.
#[derive(Clone, Debug)]
struct Modelled {
    id: Uuid,
    standing: Standing,
    version: u32,
    published: Option<(u32, i64)>,
    expires_day: i64,
}

impl Modelled {
    fn in_force(&self) -> bool {
        self.published.is_some()
            && !matches!(self.standing, Standing::Superseded | Standing::Withdrawn | Standing::Retracted)
    }

    fn may_replace(&self, old: &Modelled) -> bool {
        let since = |alert: &Modelled| alert.published.map_or(0, |(_, at_us)| at_us);
        self.id != old.id && self.in_force() && since(self) >= since(old)
    }

    fn open(&self) -> bool {
        !matches!(self.standing, Standing::Superseded | Standing::Withdrawn | Standing::Retracted)
    }
}

struct Play {
    stage: Stage,
    people: [Arc<Caller>; 3],
    alerts: Vec<Modelled>,
    turn: i64,
}

impl Play {
    fn new() -> Self {
        let stage = Stage::new();
        let third = stage.specimen.signed_in("MEX", "document_examiner", base::access::Purpose::DocumentExamination);
        let people = [Arc::clone(&stage.author.caller), Arc::clone(&stage.expert.caller), third.caller];
        Play { stage, people, alerts: Vec::new(), turn: 0 }
    }

    /// Acts straight in the writer, past the policies: the acts themselves must hold.
    async fn act<P, F>(&self, by: usize, act: F) -> bool
    where
        P: Permit + Writes<AlertEntry>,
        F: FnOnce(&Entries<'_, AlertEntry>) -> Result<(), StoreError> + Send + 'static,
    {
        // A permit that fits the policies opens the writer; the act below it speaks about another alert.
        let caller = &self.people[by];
        let owner = if P::ACTION.ends_with("confirm") { "USA".parse().unwrap() } else { caller.state };
        let resource = Resource { status: "submitted", ..Resource::of(owner, "random".to_owned()) };
        let permitted = Permitted::<P>::new(Arc::clone(self.stage.ground()), Arc::clone(caller));
        let writer = permitted.open_to_write(resource).await.unwrap();
        match writer.append(act).await {
            Ok(()) => true,
            Err(StoreError::Refused(_)) => false,
            Err(other) => panic!("{other}"),
        }
    }

    fn day(&self) -> i64 {
        self.stage.specimen.clock.now().as_second() / 86_400
    }

    fn forget_expired(&mut self) {
        let day = self.day();
        self.alerts.retain(|alert| alert.expires_day > day);
    }

    fn five_years(&self) -> i64 {
        let today = crate::documents::fitting::today(self.stage.specimen.clock.now());
        let expires = crate::documents::life::expiry_from(today);
        jiff::tz::TimeZone::UTC.to_timestamp(expires.into()).unwrap().as_second() / 86_400
    }

    async fn play(&mut self, step: Try) {
        self.turn += 1;
        match step {
            Try::Submit => self.submit().await,
            Try::Days(days) => {
                self.stage.specimen.clock.advance(SignedDuration::from_hours(24 * days));
                if days % 2 == 0 {
                    self.stage.ground().sweep().unwrap();
                }
                self.forget_expired();
            }
            Try::Correct(at, by)
            | Try::Return(at, by)
            | Try::Confirm(at, by)
            | Try::Publish(at, by)
            | Try::Review(at, by)
            | Try::Supersede(at, by, _)
            | Try::Withdraw(at, by) => {
                if at < self.alerts.len() {
                    self.change(step, at, by).await;
                }
            }
        }
    }

    async fn submit(&mut self) {
        let id = Arc::new(std::sync::Mutex::new(Uuid::nil()));
        let (out, ground) = (Arc::clone(&id), self.stage.ground());
        let numbering = Numbering::at(&ground.identity.profile(), ground.clock.now());
        let done = self.act::<SubmitAlert, _>(0, move |entries| {
            *out.lock().unwrap() = hand_in(entries, &numbering, &samples::text())?.0;
            Ok(())
        });
        assert!(done.await);
        let id = *id.lock().unwrap();
        let expires_day = self.five_years();
        self.alerts.push(Modelled { id, standing: Standing::Submitted, version: 1, published: None, expires_day });
    }

    async fn change(&mut self, step: Try, at: usize, by: usize) {
        let (before, five_years, turn) = (self.alerts[at].clone(), self.five_years(), self.turn);
        let now = self.stage.specimen.clock.now().as_microsecond();
        let id = before.id;
        let hash = move |entries: &Entries<'_, AlertEntry>| -> Result<[u8; 32], StoreError> {
            let alert = queries::by_id(entries.now(), id)?.ok_or(StoreError::Refused("gone"))?;
            Ok(queries::version(entries.now(), id, alert.version)?.unwrap().hash)
        };
        let own = by == 0 && before.open();
        let other = by != 0 && before.standing == Standing::Submitted;
        let mut after = before.clone();
        let (done, expected) = match step {
            Try::Correct(..) => {
                let mut text = samples::text();
                text.documents_seen = u32::try_from(turn).unwrap();
                after.version += 1;
                after.standing = Standing::Submitted;
                let act = self
                    .act::<CorrectAlert, _>(by, move |e| correct::correct(e, id, &hash(e)?, text, "Uno más.".into()));
                (act.await, own)
            }
            Try::Return(..) => {
                after.standing = Standing::Returned;
                let act = self
                    .act::<ConfirmAlert, _>(by, move |e| confirm::return_with(e, id, &hash(e)?, "¿UV o IR?".into()));
                (act.await, other)
            }
            Try::Confirm(..) => {
                after.standing = Standing::Confirmed;
                (self.act::<ConfirmAlert, _>(by, move |e| confirm::confirm(e, id, &hash(e)?)).await, other)
            }
            Try::Publish(..) => {
                after.standing = Standing::Published;
                after.published = Some((before.version, now));
                after.expires_day = five_years;
                (
                    self.act::<PublishAlert, _>(by, move |e| publish::publish(e, id, &hash(e)?)).await,
                    own && before.standing == Standing::Confirmed,
                )
            }
            Try::Review(..) => {
                after.expires_day = five_years;
                let act = self.act::<ReviewAlert, _>(by, move |e| review::review(e, id, ReviewFinding::StillMet));
                (act.await, own && before.in_force())
            }
            Try::Supersede(_, _, newer) => {
                after.standing = Standing::Superseded;
                let newer = self.alerts.get(newer).cloned();
                let fits = newer.as_ref().is_some_and(|newer| newer.may_replace(&before));
                (self.supersede(by, id, newer).await, own && before.in_force() && fits)
            }
            Try::Withdraw(..) => {
                after.standing = if before.published.is_some() { Standing::Withdrawn } else { Standing::Retracted };
                let act =
                    self.act::<WithdrawAlert, _>(by, move |e| withdraw::withdraw(e, id, WithdrawalReason::Mistaken));
                (act.await, own)
            }
            Try::Submit | Try::Days(_) => (false, false),
        };
        assert_eq!(done, expected, "{step:?} on {before:?}");
        if done {
            self.alerts[at] = after;
        }
    }

    async fn supersede(&self, by: usize, id: Uuid, newer: Option<Modelled>) -> bool {
        self.act::<SupersedeAlert, _>(by, move |e| {
            let newer = newer.map(|newer| queries::by_id(e.now(), newer.id)).transpose()?.flatten();
            supersede::supersede(e, id, &newer.map_or(String::new(), |newer| newer.reference))
        })
        .await
    }

    async fn agrees(&self) {
        let database = self.stage.ground().database("registers").unwrap();
        for alert in &self.alerts {
            let found = database.read(|connection| queries::by_id(connection, alert.id)).unwrap().unwrap();
            assert_eq!((found.standing, found.version), (alert.standing, alert.version));
            assert_eq!(found.published_version, alert.published.map(|(version, _)| version));
        }
        let mut hits: Vec<Uuid> = self
            .stage
            .fitting(crate::document::DocumentKind::Passport, "K90211756")
            .await
            .iter()
            .map(|hit| hit.alert)
            .collect();
        let mut in_force: Vec<Uuid> =
            self.alerts.iter().filter(|alert| alert.in_force()).map(|alert| alert.id).collect();
        if in_force.len() <= crate::documents::HITS_MAX {
            hits.sort();
            in_force.sort();
            assert_eq!(hits, in_force, "a check answers with exactly what is in force");
        } else {
            assert!(hits.len() == crate::documents::HITS_MAX && hits.iter().all(|hit| in_force.contains(hit)));
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 24, max_shrink_iters: 200, ..ProptestConfig::default() })]

    #[test]
    fn any_sequence_of_acts_goes_as_the_model_says(steps in tries()) {
        tokio::runtime::Builder::new_current_thread().enable_all().build().unwrap().block_on(async {
            let mut play = Play::new();
            for step in steps {
                play.play(step).await;
                play.agrees().await;
            }
            // Dropping the specimen verifies log and journal, and that a rebuild changes nothing.
        });
    }
}
