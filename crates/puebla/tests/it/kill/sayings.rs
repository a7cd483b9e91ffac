//! What the examiners of one State said about alerts, as far as they know, and what the register says they said.

use std::collections::BTreeSet;

use super::asking::Heard;
use super::client::{Fault, Kind};
use super::judge::{Found, Saying};

/// The sayings of one State.
pub struct Sayings {
    state: &'static str,
    acknowledged: BTreeSet<Saying>,
    /// Said without an answer: each may be there.
    unknown: BTreeSet<Saying>,
    /// Alerts handed in without an answer, so without a reference: as many more may be there.
    unknown_alerts: usize,
}

impl Sayings {
    pub fn of(state: &'static str) -> Self {
        Sayings { state, acknowledged: BTreeSet::new(), unknown: BTreeSet::new(), unknown_alerts: 0 }
    }

    /// Remembers what came of saying something; answers whether it was acknowledged.
    pub fn heard(&mut self, heard: &Heard, saying: Saying) -> bool {
        match heard {
            Heard::Done(_) => self.acknowledged.insert(saying),
            Heard::Refused => false,
            Heard::Unknown => {
                self.unknown.insert(saying);
                false
            }
        }
    }

    /// Remembers that an alert was handed in, and nobody knows under which reference.
    pub fn handed_in_unheard(&mut self) {
        self.unknown_alerts += 1;
    }

    /// Holds what was said against what is there, and takes what is there for what was said.
    pub fn judge(&mut self, found: &Found) -> Vec<Fault> {
        let all = found.sayings.get(self.state).map_or(&[][..], Vec::as_slice);
        let there: BTreeSet<Saying> = all.iter().cloned().collect();
        let mut faults: Vec<Fault> = self
            .acknowledged
            .difference(&there)
            .map(|saying| Fault::new(Kind::Lost, format!("{}: {saying:?} was acknowledged and is gone", self.state)))
            .collect();
        if there.len() < all.len() {
            faults.push(Fault::new(Kind::Half, format!("{} said something twice: {all:?}", self.state)));
        }
        let new = there.iter().filter(|saying| !self.acknowledged.contains(saying) && !self.unknown.contains(saying));
        let (alerts, strange): (Vec<&Saying>, Vec<&Saying>) = new.partition(|saying| saying.kind == "submitted");
        if alerts.len() > self.unknown_alerts {
            faults.push(Fault::new(Kind::Half, format!("{}: more than was handed in: {alerts:?}", self.state)));
        }
        faults.extend(
            strange.iter().map(|saying| Fault::new(Kind::Half, format!("{}: nobody said {saying:?}", self.state))),
        );
        self.acknowledged = there;
        self.unknown.clear();
        self.unknown_alerts = 0;
        faults
    }

    /// Answers what was said for sure.
    pub fn sure(&self) -> impl Iterator<Item = &Saying> {
        self.acknowledged.iter()
    }
}

#[test]
fn what_is_gone_what_is_twice_and_what_nobody_said_is_a_fault() {
    let saying = |reference: &str, kind: &str, of: &str| Saying {
        reference: reference.to_owned(),
        kind: kind.to_owned(),
        of: of.to_owned(),
    };
    let (first, withdrawn) = (saying("RCM-1", "submitted", "1"), saying("RCM-1", "withdrawn", "0"));
    let (published, second) = (saying("RCM-1", "published", "1"), saying("RCM-2", "submitted", "1"));
    let judged = |there: &[&Saying]| {
        let mut said = Sayings::of("SLV");
        said.acknowledged.extend([first.clone(), published.clone()]);
        said.heard(&Heard::Unknown, withdrawn.clone());
        let there = there.iter().map(|saying| (*saying).clone()).collect();
        let found = Found { sayings: [("SLV".to_owned(), there)].into(), ..Found::default() };
        said.judge(&found).into_iter().map(|fault| fault.kind).collect::<Vec<_>>()
    };
    assert_eq!(judged(&[&first, &published]), []);
    assert_eq!(judged(&[&first, &published, &withdrawn]), [], "it was asked for");
    assert_eq!(judged(&[&first]), [Kind::Lost]);
    assert_eq!(judged(&[&first, &published, &published]), [Kind::Half]);
    assert_eq!(judged(&[&first, &published, &second]), [Kind::Half], "nobody handed it in");
    assert_eq!(judged(&[&first, &published, &saying("RCM-1", "corrected", "2")]), [Kind::Half]);
}
