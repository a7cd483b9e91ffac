//! Whatever is flagged, blocked, decided, lifted, withdrawn, in whatever order and however the days pass: an alert that is blocked, or
//! flagged to nothing by a State, is in no answer to it; and one that is neither is in force exactly as its own life says.

use base::specimen::Session;
use proptest::prelude::*;

use super::{Stage, location};
use crate::alerts::Category;

/// What is tried.
#[derive(Clone, Copy, Debug, PartialEq)]
enum Try {
    /// Guatemala asks for a flag to nothing and a colleague decides it, or lifts the one it has.
    Flag,
    /// Guatemala does the same with another action instead.
    FlagMilder,
    /// A case is opened and a member of the panel blocks the alert.
    Block,
    /// Two members decide that it stays; does nothing where no case waits.
    Keep,
    /// Two members decide that it goes.
    Delete,
    /// Its State takes it back.
    Withdraw,
    /// Days pass.
    Days(i64),
}

fn tries() -> impl Strategy<Value = Vec<Try>> {
    let one = prop_oneof![
        4 => Just(Try::Flag),
        2 => Just(Try::FlagMilder),
        4 => Just(Try::Block),
        5 => Just(Try::Keep),
        1 => Just(Try::Delete),
        1 => Just(Try::Withdraw),
        3 => (1..150i64).prop_map(Try::Days),
    ];
    prop::collection::vec(one, 1..14)
}

/// What should be so, kept beside the program.
#[derive(Clone, Copy, Debug, PartialEq)]
enum Flag {
    None,
    Nothing,
    Milder,
}

struct Play {
    stage: Stage,
    alert: String,
    flag: Flag,
    waiting: Vec<String>,
    ruled: usize,
    over: bool,
    days: i64,
}

impl Play {
    async fn new() -> Self {
        let stage = Stage::new().await;
        let alert = stage.looked_for(Category::LocateWitness).await;
        Play { stage, alert, flag: Flag::None, waiting: Vec::new(), ruled: 0, over: false, days: 0 }
    }

    fn officer(&self) -> Session {
        self.stage.specimen.signed_in("GTM", "alert_officer", base::access::Purpose::AlertIssuance)
    }

    fn blocked(&self) -> bool {
        self.ruled + self.waiting.len() > 0
    }

    async fn flag(&mut self, instead: &'static str) {
        let (one, two) = (self.officer(), self.officer());
        let path = format!("/alerts/{}/flag", self.alert);
        if self.flag != Flag::None {
            let done = self.stage.specimen.post(&one, &format!("{path}/lift"), &[]).await;
            assert_eq!(done.status == 303, !self.over, "lifted: {}", done.status);
            self.flag = if self.over { self.flag } else { Flag::None };
            return;
        }
        let asked = self.stage.specimen.post(&one, &path, &[("reason", "law"), ("instead", instead)]).await;
        // What is blocked or over is not there to be flagged.
        assert_eq!(asked.status == 303, !self.over && !self.blocked(), "flagged: {}", asked.status);
        if asked.status == 303 {
            let list = self.stage.specimen.get(Some(&two), "/alerts/flags").await.body;
            let seen = list.split("name=\"seen\" value=\"").nth(1).and_then(|rest| rest.split('"').next()).unwrap();
            location(&self.stage.specimen.post(&two, &format!("{path}/set"), &[("seen", seen)]).await);
            self.flag = if instead == "nothing" { Flag::Nothing } else { Flag::Milder };
        }
    }

    async fn play(&mut self, step: Try) {
        match step {
            Try::Flag => self.flag("nothing").await,
            Try::FlagMilder => self.flag("ask_owner").await,
            Try::Block => {
                let case = self.stage.referred("deletion").await;
                let done = self.stage.block(&self.stage.panel[1], &case, &self.alert).await;
                assert_eq!(done.status == 303, !self.over, "blocked: {}", done.status);
                if done.status == 303 {
                    self.waiting.push(case);
                }
            }
            Try::Keep | Try::Delete => {
                // Thirty days after its end all that was said of it is destroyed, and nothing is left to decide.
                if let Some(case) = self.waiting.pop().filter(|_| !self.over) {
                    let keeps = step == Try::Keep;
                    let (ruling, ground) = if keeps { ("keep", "sound") } else { ("delete", "no_basis") };
                    self.stage.ruled(&case, ruling, ground).await;
                    self.ruled += usize::from(!keeps);
                }
            }
            Try::Withdraw => {
                let officer =
                    self.stage.specimen.signed_in("HND", "alert_officer", base::access::Purpose::AlertIssuance);
                let path = format!("/alerts/{}/withdraw", self.alert);
                let done = self.stage.specimen.post(&officer, &path, &[("ending", "mistaken")]).await;
                assert_eq!(done.status == 303, !self.over, "withdrawn: {}", done.status);
                self.over = true;
            }
            Try::Days(days) => {
                self.stage.days_pass(days);
                self.stage.specimen.ground.sweep().unwrap();
                self.days += days;
                self.over |= self.days >= 365;
            }
        }
    }

    async fn agrees(&self, step: Try) {
        let stands = !self.over && !self.blocked();
        assert_eq!(self.stage.found("SLV").await, stands, "{step:?}: a State that flagged nothing");
        assert_eq!(self.stage.found("GTM").await, stands && self.flag != Flag::Nothing, "{step:?}: {:?}", self.flag);
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 6, max_shrink_iters: 40, ..ProptestConfig::default() })]

    /// G-24, G-25: no order of acts and days lets an answer hold an alert that is blocked, or flagged to nothing by whoever asks.
    #[test]
    fn what_is_blocked_or_flagged_to_nothing_is_in_no_answer(steps in tries()) {
        tokio::runtime::Builder::new_current_thread().enable_all().build().unwrap().block_on(async {
            let mut play = Play::new().await;
            for step in steps {
                play.play(step).await;
                play.agrees(step).await;
            }
            // Dropping the specimen verifies log and journal, and that a rebuild changes nothing.
        });
    }
}

/// The seeded faults: a block, and a flag, that is written down and does not hold. The laws above must find both.
#[tokio::test]
#[should_panic(expected = "a State that flagged nothing")]
async fn a_block_that_does_not_hold_is_found_out() {
    plays_with_fault(
        "CREATE TRIGGER planted AFTER INSERT ON alerts_block BEGIN UPDATE alerts_block SET lifted_at = 0; END",
        Try::Block,
    )
    .await;
}

#[tokio::test]
#[should_panic(expected = "Flag: Nothing")]
async fn a_flag_that_does_not_hold_is_found_out() {
    plays_with_fault(
        "CREATE TRIGGER planted AFTER INSERT ON alerts_flag BEGIN UPDATE alerts_flag SET instead = 'ask_owner'; END",
        Try::Flag,
    )
    .await;
}

async fn plays_with_fault(sql: &'static str, step: Try) {
    let mut play = Play::new().await;
    let registers = play.stage.specimen.ground.database("registers").unwrap();
    registers.write_blocking(move |now| Ok::<_, base::store::StoreError>(now.execute_batch(sql)?)).unwrap();
    play.play(step).await;
    play.agrees(step).await;
}
