//! What holds for an evaluation whatever is tried in it.

use std::collections::{BTreeMap, BTreeSet};

use jiff::civil::date;
use jiff::{Timestamp, ToSpan};
use journal::StateCode;
use proptest::prelude::*;

use super::*;
use crate::due::Deadline;
use crate::said::Said;

fn code(text: &str) -> StateCode {
    text.parse().expect("a code")
}

/// Members with the zones of their capitals.
const CAPITALS: [(&str, &str); 3] =
    [("CAN", "America/Toronto"), ("MEX", "America/Mexico_City"), ("HND", "America/Tegucigalpa")];

fn opening() -> Opening {
    let until = |zone: &str| Deadline::of_day(date(2003, 11, 14), zone).expect("a deadline").last();
    Opening {
        members: CAPITALS.iter().map(|(party, zone)| (code(party), until(zone))).collect(),
        observers: BTreeMap::from([(code("COL"), until("America/Bogota"))]),
    }
}

fn day(month: i8, of: i8) -> Timestamp {
    date(2003, month, of).to_zoned_datetime(jiff::tz::TimeZone::UTC).expect("a day").timestamp()
}

fn ask(by: &str, number: u8, seen: u32, asks: Asks) -> Act {
    Act::Ask { by: code(by), number, seen, question: Some(Question { asks, required: true }) }
}

fn prepared() -> Evaluation {
    let mut evaluation = Evaluation::begin(code("XSV"), BTreeSet::from([code("CAN"), code("MEX")]), false, day(9, 1));
    assert_eq!(evaluation.act(&ask("XSV", 1, 0, Asks::YesNo), day(9, 1)), Ok(Done::Taken));
    assert_eq!(evaluation.act(&ask("MEX", 2, 0, Asks::OneOf(3)), day(9, 2)), Ok(Done::Taken));
    evaluation
}

fn open() -> Evaluation {
    let mut evaluation = prepared();
    let act = Act::Open { by: code("XSV"), opening: opening() };
    assert_eq!(evaluation.act(&act, day(9, 3)), Ok(Done::Taken));
    evaluation
}

fn answer(party: &str, yes: YesNo) -> Act {
    let replies = BTreeMap::from([(1, Reply::YesNo(yes)), (2, Reply::OneOf(2))]);
    Act::Answer { party: code(party), unit: "Ministry".to_owned(), replies }
}

fn words(text: &str) -> Tongues {
    Tongues { en: text.to_owned(), ..Tongues::default() }
}

fn find(number: u16, seen: u32, text: &str) -> Act {
    let finding = Finding { words: words(text), questions: BTreeSet::from([1]) };
    Act::Find { by: code("CAN"), number, seen, finding: Some(finding) }
}

fn recommend(number: u16, seen: u32, text: &str, to: &[&str]) -> Act {
    let addressees = to.iter().map(|party| code(party)).collect();
    let one = Recommendation { words: words(text), findings: BTreeSet::from([1]), addressees };
    Act::Recommend { by: code("MEX"), number, seen, recommendation: Some(one) }
}

fn respond(party: &str, version: u16, recommendation: u16, verdict: Verdict) -> Act {
    let obligation = verdict.binds().then(|| "RCM/VIII/2003/DEC/24.1".to_owned());
    let response = Response { verdict, reason: Said::parse("So.").expect("words"), obligation };
    Act::Respond { party: code(party), version, recommendation, response }
}

#[test]
fn each_answers_until_the_last_microsecond_of_the_day_in_its_own_capital() {
    for (party, zone) in CAPITALS {
        let last = Deadline::of_day(date(2003, 11, 14), zone).expect("a deadline").last();
        let after = last.checked_add(1.microsecond()).expect("an instant");
        let mut evaluation = open();
        assert_eq!(evaluation.clone().act(&answer(party, YesNo::Yes), after), Ok(Done::Late), "{party}");
        assert_eq!(evaluation.act(&answer(party, YesNo::Yes), last), Ok(Done::Taken), "{party}");
        assert_eq!(evaluation.act(&answer(party, YesNo::No), after), Err(Without::Stands), "{party}");
    }
    // The day ends in Toronto while it goes on in Mexico.
    let ends = |party: &str| opening().members[&code(party)];
    assert!(ends("CAN") < ends("MEX"));
    let mut evaluation = open();
    let between = ends("CAN").checked_add(1.second()).expect("an instant");
    assert_eq!(evaluation.act(&answer("CAN", YesNo::Yes), between), Ok(Done::Late));
    assert_eq!(evaluation.act(&answer("MEX", YesNo::Yes), between), Ok(Done::Taken));
    assert_eq!(evaluation.standing(between), Standing::Open, "somebody has still time");
    assert_eq!(evaluation.standing(ends("MEX")), Standing::Open);
    assert_eq!(evaluation.standing(day(11, 16)), Standing::Ended);
}

#[test]
fn the_last_answer_counts_both_are_kept_and_a_clock_set_back_brings_no_time_back() {
    let mut evaluation = open();
    assert_eq!(evaluation.act(&answer("HND", YesNo::No), day(10, 1)), Ok(Done::Taken));
    assert_eq!(evaluation.act(&answer("HND", YesNo::Part), day(10, 2)), Ok(Done::Taken));
    assert_eq!(evaluation.guests()[&code("HND")].given.len(), 2);
    let seat = Reader { party: code("XSV"), member: true };
    assert_eq!(sums(&evaluation, seat, day(10, 3))[0].counts, [0, 1, 0]);
    assert_eq!(evaluation.act(&answer("CAN", YesNo::No), day(12, 1)), Ok(Done::Late));
    assert_eq!(evaluation.act(&answer("MEX", YesNo::No), day(10, 1)), Ok(Done::Late), "behind one of December");
    assert_eq!(evaluation.standing(day(10, 1)), Standing::Ended);
}

#[test]
fn a_reply_fits_its_question_and_a_required_one_is_there_or_said_why_not() {
    let evaluation = open();
    let with = |replies: &[(u8, Reply)]| evaluation.check(&replies.iter().cloned().collect());
    assert_eq!(with(&[(1, Reply::YesNo(YesNo::Yes))]), Err(Without::Reply(2, ReplyFault::Missing)));
    assert_eq!(with(&[(1, Reply::OneOf(1))]), Err(Without::Reply(1, ReplyFault::Unlike)));
    assert_eq!(with(&[(9, Reply::Number(1))]), Err(Without::Reply(9, ReplyFault::NoQuestion)));
    let declined = Reply::Declined(Said::parse("No.").expect("words"));
    assert_eq!(with(&[(1, declined.clone()), (2, declined)]), Ok(()));
}

#[test]
fn answers_are_seen_by_others_once_everybodys_time_has_passed() {
    let mut evaluation = open();
    let of = |party: &str, member| Reader { party: code(party), member };
    assert_eq!(evaluation.act(&answer("HND", YesNo::Yes), day(10, 1)), Ok(Done::Taken));
    let sees = |evaluation: &Evaluation, party, member, at| evaluation.sees_answer(of(party, member), code("HND"), at);
    for (party, member, before, after) in [
        ("HND", true, true, true),
        ("CAN", true, true, true),
        ("XSV", true, true, true),
        ("GTM", true, false, true),
        ("COL", false, false, false),
    ] {
        assert_eq!(sees(&evaluation, party, member, day(10, 2)), before, "{party}");
        assert_eq!(sees(&evaluation, party, member, day(11, 16)), after, "{party}");
        // One's own answer is not all of them.
        let all = |at| evaluation.sees_answers(of(party, member), at);
        assert_eq!((all(day(10, 2)), all(day(11, 16))), (before && party != "HND", after), "{party}");
    }
    // Whoever has more time does not read the others meanwhile, and nobody reads theirs.
    let until = BTreeMap::from([(code("MEX"), day(11, 30))]);
    let extend = |by: &str, deadlines: &BTreeMap<StateCode, Timestamp>| Act::Extend {
        by: code(by),
        deadlines: deadlines.clone(),
    };
    assert_eq!(evaluation.act(&extend("HND", &until), day(10, 3)), Err(Without::NotTheirs));
    assert_eq!(
        evaluation.act(&extend("CAN", &BTreeMap::from([(code("MEX"), day(10, 4))])), day(10, 3)),
        Err(Without::OutOfBounds)
    );
    assert_eq!(evaluation.act(&extend("CAN", &until), day(10, 3)), Ok(Done::Taken));
    assert!(!sees(&evaluation, "GTM", true, day(11, 20)));
    assert_eq!(evaluation.act(&answer("MEX", YesNo::Yes), day(11, 20)), Ok(Done::Taken), "in its own time");
    assert_eq!(
        evaluation.act(&extend("CAN", &BTreeMap::from([(code("HND"), day(12, 20))])), day(12, 2)),
        Err(Without::Passed)
    );
}

#[test]
fn a_report_has_versions_and_a_response_answers_the_words_it_was_given_to() {
    let mut evaluation = open();
    let (written, ended) = (day(10, 1), day(12, 1));
    assert_eq!(evaluation.act(&recommend(1, 0, "Do it.", &["HND"]), written), Err(Without::Groundless), "no finding");
    assert_eq!(evaluation.act(&find(1, 0, "It is late."), written), Ok(Done::Taken));
    assert_eq!(evaluation.act(&find(1, 0, "It is early."), written), Err(Without::Changed), "written since");
    assert_eq!(evaluation.act(&recommend(1, 0, "Do it.", &["COL"]), written), Err(Without::NoAddressee));
    assert_eq!(evaluation.act(&recommend(1, 0, "Do it.", &["HND", "XSV"]), written), Ok(Done::Taken));
    let gone = Act::Find { by: code("CAN"), number: 1, seen: 1, finding: None };
    assert_eq!(evaluation.act(&gone, written), Err(Without::InUse));
    let publish = |seen| Act::Publish { by: code("CAN"), seen };
    assert_eq!(evaluation.act(&publish(2), written), Err(Without::NotEnded));
    assert_eq!(evaluation.act(&publish(1), ended), Err(Without::Changed));
    assert_eq!(evaluation.act(&publish(2), ended), Ok(Done::Version(1)));
    assert_eq!(evaluation.act(&publish(2), ended), Err(Without::NothingNew));
    assert_eq!(evaluation.unanswered().count(), 2);
    assert_eq!(evaluation.act(&respond("GTM", 1, 1, Verdict::Accepted), ended), Err(Without::NotTheirs));
    assert_eq!(evaluation.act(&respond("HND", 1, 1, Verdict::Accepted), ended), Ok(Done::Taken));
    assert_eq!(evaluation.act(&respond("HND", 1, 1, Verdict::Refused), ended), Err(Without::Bound), "it is owed");
    assert_eq!(evaluation.act(&respond("XSV", 1, 1, Verdict::Refused), ended), Ok(Done::Taken));
    assert_eq!(evaluation.unanswered().count(), 0);
    // A second finding changes nothing of what the recommendation says: what was responded stands.
    assert_eq!(evaluation.act(&find(2, 0, "It is dear."), ended), Ok(Done::Taken));
    assert_eq!(evaluation.act(&publish(3), ended), Ok(Done::Version(2)));
    assert_eq!((evaluation.unanswered().count(), evaluation.responses(Verdict::Accepted)), (0, 1));
    assert_eq!(evaluation.act(&respond("XSV", 1, 1, Verdict::Part), ended), Err(Without::Superseded));
    // Other words are another recommendation.
    assert_eq!(evaluation.act(&recommend(1, 1, "Do it soon.", &["HND", "XSV"]), ended), Ok(Done::Taken));
    assert_eq!(evaluation.act(&publish(4), day(12, 9)), Ok(Done::Version(3)));
    assert_eq!(
        evaluation.unanswered().collect::<Vec<_>>(),
        [(1, code("HND"), day(12, 9)), (1, code("XSV"), day(12, 9))]
    );
    assert_eq!(evaluation.versions()[0].recommendations[&1].recommendation.words.en, "Do it.", "no version changes");
    assert_eq!(evaluation.standpoints().len(), 2, "and nothing said is lost");
}

/// Acts that chance may try, whatever stands.
fn act_of(kind: u8, who: u8, what: u8) -> Act {
    let parties = ["XSV", "CAN", "MEX", "HND", "GTM", "COL"];
    let by = parties[usize::from(who) % parties.len()];
    let (small, seen) = (what % 4, u32::from(what / 4 % 3));
    match kind % 9 {
        0 => Act::Prepare {
            by: code(by),
            seen,
            evaluators: BTreeSet::from([code("CAN")]),
            observers_see: what.is_multiple_of(2),
        },
        1 => ask(by, small, seen, if what.is_multiple_of(2) { Asks::YesNo } else { Asks::Text }),
        2 => Act::Open { by: code(by), opening: opening() },
        3 => answer(by, YesNo::ALL[usize::from(what) % 3]),
        4 => Act::Extend {
            by: code(by),
            deadlines: BTreeMap::from([(code("HND"), day(12, i8::try_from(small).unwrap_or(0) + 1))]),
        },
        5 => match find(u16::from(small), seen, "F") {
            Act::Find { number, seen, finding, .. } => Act::Find { by: code(by), number, seen, finding },
            other => other,
        },
        6 => match recommend(u16::from(small), seen, "R", &["HND"]) {
            Act::Recommend { number, seen, recommendation, .. } => {
                Act::Recommend { by: code(by), number, seen, recommendation }
            }
            other => other,
        },
        7 => Act::Publish { by: code(by), seen },
        _ => respond(by, u16::from(small), 1, Verdict::ALL[usize::from(what) % 3]),
    }
}

fn allowed(before: &Evaluation, act: &Act, at: Timestamp) -> bool {
    let standing = before.standing(at);
    match act {
        Act::Prepare { by, .. } | Act::Open { by, .. } => *by == before.seat() && standing == Standing::Prepared,
        Act::Ask { by, .. } => before.works_on_it(*by) && standing == Standing::Prepared,
        Act::Answer { party, .. } => before.guests().contains_key(party) && standing > Standing::Prepared,
        Act::Extend { by, .. } => before.evaluates(*by) && standing == Standing::Open,
        Act::Find { by, .. } | Act::Recommend { by, .. } => before.evaluates(*by) && standing > Standing::Prepared,
        Act::Publish { by, .. } => before.evaluates(*by) && standing > Standing::Open,
        Act::Respond { party, .. } => standing == Standing::Reported && before.may_be_addressed(*party),
    }
}

proptest! {
    #[test]
    fn no_act_takes_effect_outside_its_standing_and_what_was_published_or_given_never_changes(
        ready in any::<bool>(),
        tries in proptest::collection::vec((any::<u8>(), any::<u8>(), any::<u8>(), 0_i64..40), 0..80),
    ) {
        let mut evaluation = if ready { open() } else { prepared() };
        let (mut at, mut acts) = (day(9, 3), Vec::new());
        let begun = evaluation.clone();
        for (kind, who, what, later) in tries {
            at = at.checked_add((later * 24).hours()).unwrap_or(at);
            let (act, before) = (act_of(kind, who, what), evaluation.clone());
            match evaluation.act(&act, at) {
                Ok(_) => {
                    prop_assert!(allowed(&before, &act, at), "{act:?} at {:?}", before.standing(at));
                    acts.push((act, at));
                }
                Err(_) => prop_assert_eq!(&before, &evaluation, "what is refused changes nothing"),
            }
            prop_assert!(evaluation.standing(at) >= before.standing(at), "it goes forward only");
            prop_assert!(evaluation.versions().starts_with(before.versions()));
            prop_assert!(evaluation.standpoints().starts_with(before.standpoints()));
            for (party, guest) in before.guests() {
                let now = &evaluation.guests()[party];
                prop_assert!(now.given.starts_with(&guest.given) && now.deadline >= guest.deadline);
                prop_assert!(now.given.is_sorted_by_key(|given| given.at));
            }
            if before.opened_at().is_some() {
                prop_assert!(evaluation.questions().eq(before.questions()), "the questionnaire is frozen");
            }
        }
        // The same acts in the same order are the same evaluation.
        let mut again = begun;
        for (act, at) in acts {
            prop_assert!(again.act(&act, at).is_ok());
        }
        prop_assert_eq!(again, evaluation);
    }

    #[test]
    fn an_answer_is_late_exactly_when_it_came_after_the_deadline_of_its_own_capital(
        which in 0_usize..3, off_us in -5_i64..5, hours in -30_i64..30,
    ) {
        let (party, zone) = CAPITALS[which];
        let last = Deadline::of_day(date(2003, 11, 14), zone).expect("a deadline").last();
        let at = last.checked_add(hours.hours().microseconds(off_us)).expect("an instant");
        let mut evaluation = open();
        let done = evaluation.act(&answer(party, YesNo::Yes), at);
        prop_assert_eq!(done, Ok(if at > last { Done::Late } else { Done::Taken }));
    }

    #[test]
    fn sums_count_each_member_once_and_no_observer(replies in proptest::collection::vec((0_usize..4, 0_usize..3), 0..30)) {
        let mut evaluation = open();
        let mut last = BTreeMap::new();
        for (who, what) in replies {
            let party = ["CAN", "MEX", "HND", "COL"][who];
            prop_assert_eq!(evaluation.act(&answer(party, YesNo::ALL[what]), day(10, 1)), Ok(Done::Taken));
            last.insert(party, what);
        }
        let seat = Reader { party: code("XSV"), member: true };
        let sum = &sums(&evaluation, seat, day(10, 2))[0];
        last.remove("COL");
        let counted: Vec<usize> = (0..3).map(|kind| last.values().filter(|what| **what == kind).count()).collect();
        prop_assert_eq!(&sum.counts, &counted);
        prop_assert_eq!(sum.members.len(), last.len());
    }
}
