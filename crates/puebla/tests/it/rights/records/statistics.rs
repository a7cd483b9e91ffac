//! How years come about that are counted, and published.

use base::access::Purpose;
use registers::statistics::samples;

use super::super::asking::Sent;
use super::{Made, Records, form};

/// The year that is counted; nothing is of any before it.
const YEAR: &str = "2024";

impl Made {
    /// What is sent about yearly figures; none where nothing need be sent.
    pub(super) fn statistics(&self, path: &str) -> Option<Sent> {
        (path == "/statistics/issue").then(|| form(&[("year", self.value("year"))]))
    }
}

impl Records<'_> {
    /// Makes what a row about yearly figures asks about; nothing where it asks about something else.
    pub(super) async fn counted(&self, record: &str, made: Made) -> Option<Made> {
        match record {
            "year absent" => Some(made.with("year", "2023")),
            "counted year" | "published year" => {
                let (ground, year) = (&self.specimen.ground, YEAR.parse().expect("a year"));
                samples::count_year(ground, year, [self.cast.own, self.cast.other]).expect("a year counted");
                if record == "published year" {
                    let secretariat = self.cast.secretariat;
                    let coordinator = self.specimen.signed_in(secretariat, "coordinator", Purpose::Secretariat);
                    samples::publish(ground, &coordinator.caller, year).await.expect("a year published");
                }
                Some(made.with("year", YEAR))
            }
            _ => None,
        }
    }
}
