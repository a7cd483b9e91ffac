//! Rounds as they happen: Costa Rica's project, three months from 30 May 2003.

use jiff::Timestamp;
use jiff::civil::date;
use journal::StateCode;
use proptest::prelude::*;

use super::account::{Account, Answer, Disposition, Replaced, Without, account};
use super::invitation::{Act, Invitation, InvitationError, Place, Terms, Verdict};
use crate::by::{Authority, By, Person};
use crate::due::Deadline;
use crate::language::TextLanguage;
use crate::recorded::{History, Recorded, Sequence};
use crate::said::Said;

fn code(text: &str) -> StateCode {
    text.parse().expect("three letters")
}

fn said(text: &str) -> Said {
    Said::parse(text).expect("words")
}

fn instant(text: &str) -> Timestamp {
    text.parse().expect("an instant")
}

fn deadline() -> Timestamp {
    Deadline::of_day(date(2003, 8, 30), "America/Costa_Rica").expect("a deadline").last()
}

fn by(party: &str, authority: Authority) -> By {
    By { person: Person(7), party: code(party), authority }
}

fn speaks(party: &str) -> By {
    by(party, Authority::Speaks)
}

fn convenes() -> By {
    By { person: Person(8), ..by("XSV", Authority::Presides) }
}

fn terms() -> Terms {
    Terms {
        paragraphs: vec!["1".into(), "2".into(), "2 a".into()],
        invited: ["CAN", "CRI", "MEX"].map(code).into(),
        welcome: ["COL"].map(code).into(),
        conveners: ["XSV"].map(code).into(),
        deadline: deadline(),
        by: convenes(),
        sequence: Sequence(10),
        opened_at: instant("2003-05-30T23:00:00Z"),
    }
}

fn comments(by: By, on: Place, text: &str) -> Act {
    Act::Comment { by, on, text: said(text), language: TextLanguage::Spanish, replaces: None }
}

fn replaces(by: By, on: Place, text: &str, old: u64) -> Act {
    let replaces = Some(Sequence(old));
    Act::Comment { by, on, text: said(text), language: TextLanguage::Spanish, replaces }
}

fn recorded(acts: Vec<(&str, Act)>) -> Vec<Recorded<Act>> {
    let place = |(sequence, (at, act))| Recorded { sequence: Sequence(sequence), received_at: instant(at), act };
    (11..).zip(acts).map(place).collect()
}

fn told(acts: Vec<(&str, Act)>, now: &str) -> Account {
    let mut history = History::default();
    for act in recorded(acts) {
        history.add(act).expect("each place once");
    }
    account(&Invitation::new(terms()).expect("an invitation"), &history, instant(now))
}

fn answer(account: &Account, party: &str) -> Answer {
    account.guests[&code(party)].answer
}

fn texts(account: &Account, row: usize) -> Vec<&str> {
    account.table[row].entries.iter().map(|entry| entry.text.as_str()).collect()
}

const JUNE: &str = "2003-06-12T15:00:00Z";
const LAST: &str = "2003-08-31T05:59:59.999999Z";
const AFTER: &str = "2003-08-31T06:00:00Z";

#[test]
fn who_answered_who_has_not_and_who_let_it_pass() {
    let acts =
        vec![(JUNE, comments(speaks("MEX"), Place::Whole, "De acuerdo.")), (LAST, Act::Nothing { by: speaks("CAN") })];
    let meanwhile = told(acts.clone(), LAST);
    assert_eq!(answer(&meanwhile, "MEX"), Answer::Answered { at: instant(JUNE), late: false });
    assert_eq!(answer(&meanwhile, "CAN"), Answer::Answered { at: deadline(), late: false });
    assert_eq!((answer(&meanwhile, "CRI"), meanwhile.answered()), (Answer::NotYet, (2, 3)));
    assert_eq!(answer(&told(acts, AFTER), "CRI"), Answer::Silent);
}

#[test]
fn a_late_comment_stands_and_says_so() {
    let late = told(vec![(AFTER, comments(speaks("MEX"), Place::Paragraph(0), "Tarde."))], AFTER);
    assert_eq!(answer(&late, "MEX"), Answer::Answered { at: instant(AFTER), late: true });
    assert!(late.table[1].entries[0].late);
    assert_eq!(late.lines[0].disposition, Disposition::TakenLate);
}

#[test]
fn a_clock_set_back_makes_nothing_timely() {
    let acts = vec![(AFTER, Act::Passed), (JUNE, comments(speaks("MEX"), Place::Whole, "Antes, parece."))];
    assert_eq!(answer(&told(acts, JUNE), "MEX"), Answer::Answered { at: instant(AFTER), late: true });
}

#[test]
fn the_table_has_every_paragraph_and_in_each_the_invited_first() {
    let acts = vec![
        (JUNE, comments(speaks("COL"), Place::Paragraph(1), "Colombia.")),
        (JUNE, comments(speaks("MEX"), Place::Paragraph(1), "México, uno.")),
        (JUNE, comments(speaks("CAN"), Place::Paragraph(1), "Canada.")),
        (JUNE, comments(speaks("MEX"), Place::Paragraph(1), "México, dos.")),
    ];
    let account = told(acts, AFTER);
    assert_eq!(account.table.len(), 4);
    assert_eq!(texts(&account, 2), ["Canada.", "México, uno.", "México, dos.", "Colombia."]);
    assert!(texts(&account, 0).is_empty() && texts(&account, 1).is_empty() && texts(&account, 3).is_empty());
    assert_eq!(account.answered(), (2, 3), "an observer is heard and not counted");
}

#[test]
fn a_comment_is_replaced_or_withdrawn_by_its_own_delegation_alone() {
    let first = (JUNE, comments(speaks("MEX"), Place::Whole, "Uno."));
    let replaced = told(vec![first.clone(), (JUNE, replaces(speaks("MEX"), Place::Paragraph(2), "Dos.", 11))], AFTER);
    assert_eq!((texts(&replaced, 0).len(), texts(&replaced, 3)), (0, vec!["Dos."]));
    assert_eq!(replaced.table[3].entries[0].replaced, [Replaced { sequence: Sequence(11), reply: None }]);
    let other = told(vec![first.clone(), (JUNE, replaces(speaks("CAN"), Place::Whole, "Dos.", 11))], AFTER);
    assert_eq!((texts(&other, 0), other.lines[1].disposition), (vec!["Uno."], Disposition::Kept(Without::NoComment)));
    let withdrawn = told(vec![first, (JUNE, Act::Withdrawal { by: speaks("MEX"), of: Sequence(11) })], AFTER);
    assert_eq!((texts(&withdrawn, 0).len(), withdrawn.guests[&code("MEX")].comments), (0, 0));
}

#[test]
fn who_may_not_is_kept_on_record_without_effect() {
    let cases = [
        (comments(speaks("HND"), Place::Whole, "No invitado."), Without::NotAsked),
        (comments(by("MEX", Authority::Advises), Place::Whole, "Asesor."), Without::NotAuthorised),
        (comments(speaks("MEX"), Place::Paragraph(3), "¿Cuál?"), Without::NoPlace),
        (
            Act::Reply { by: speaks("MEX"), to: Sequence(11), verdict: Verdict::Taken, text: said("Sí.") },
            Without::NotTheConvener,
        ),
        (
            Act::Reply { by: convenes(), to: Sequence(99), verdict: Verdict::Taken, text: said("Sí.") },
            Without::NoComment,
        ),
    ];
    for (act, without) in cases {
        let account = told(vec![(JUNE, act)], AFTER);
        assert_eq!(account.lines[0].disposition, Disposition::Kept(without));
        assert_eq!(account.answered().0, 0);
    }
    let contradiction =
        vec![(JUNE, comments(speaks("MEX"), Place::Whole, "Uno.")), (JUNE, Act::Nothing { by: speaks("MEX") })];
    assert_eq!(told(contradiction, AFTER).lines[1].disposition, Disposition::Kept(Without::HasComments));
}

fn asks(party: &str, until: &str) -> Act {
    Act::ExtensionAsked { by: speaks(party), until: instant(until), reason: said("Falta el dictamen.") }
}

fn grants(request: u64, until: &str, for_all: bool) -> Act {
    Act::ExtensionGranted { by: convenes(), request: Sequence(request), until: instant(until), for_all }
}

#[test]
fn more_time_is_for_who_asked_or_for_all_and_is_granted_before_the_deadline() {
    let (later, comment) = ("2003-09-15T06:00:00Z", comments(speaks("MEX"), Place::Whole, "Ahora."));
    let one = vec![(JUNE, asks("MEX", later)), (LAST, grants(11, later, false)), ("2003-09-10T00:00:00Z", comment)];
    let account = told(one, "2003-09-10T00:00:00Z");
    assert_eq!(answer(&account, "MEX"), Answer::Answered { at: instant("2003-09-10T00:00:00Z"), late: false });
    assert_eq!((answer(&account, "CAN"), account.requests[0].granted), (Answer::Silent, Some(true)));
    let all = told(vec![(JUNE, asks("MEX", later)), (LAST, grants(11, later, true))], "2003-09-10T00:00:00Z");
    assert_eq!((answer(&all, "CAN"), all.guests[&code("CAN")].extended), (Answer::NotYet, true));

    let refused = [
        (vec![(JUNE, asks("MEX", later)), (AFTER, grants(11, later, false))], Without::Late),
        (vec![(JUNE, asks("MEX", later)), (JUNE, grants(11, "2003-09-16T06:00:00Z", false))], Without::OutOfBounds),
        (vec![(JUNE, asks("MEX", later)), (JUNE, grants(11, LAST, false))], Without::OutOfBounds),
        (vec![(JUNE, grants(11, later, false))], Without::NoRequest),
        (vec![(AFTER, asks("MEX", later))], Without::Late),
    ];
    for (acts, without) in refused {
        let account = told(acts, AFTER);
        assert_eq!(account.lines.last().map(|line| line.disposition), Some(Disposition::Kept(without)));
        assert_eq!(account.guests[&code("MEX")].deadline, deadline());
    }
}

#[test]
fn more_time_for_all_gives_none_back_to_whom_it_has_passed_for() {
    let (mine, later) = ("2003-09-15T06:00:00Z", "2003-09-30T06:00:00Z");
    let acts = vec![
        (JUNE, asks("MEX", mine)),
        (JUNE, grants(11, mine, false)),
        (AFTER, asks("MEX", later)),
        (AFTER, grants(13, later, true)),
    ];
    let account = told(acts, AFTER);
    assert_eq!(account.guests[&code("MEX")].deadline, instant(later));
    let canada = &account.guests[&code("CAN")];
    assert_eq!((canada.deadline, canada.extended, canada.answer), (deadline(), false, Answer::Silent));
}

#[test]
fn whoever_asks_for_more_time_does_not_grant_it() {
    let own = By { person: Person(7), ..convenes() };
    let until = instant("2003-09-15T06:00:00Z");
    let grant = Act::ExtensionGranted { by: own, request: Sequence(11), until, for_all: true };
    let account = told(vec![(JUNE, asks("MEX", "2003-09-15T06:00:00Z")), (JUNE, grant)], JUNE);
    assert_eq!(account.lines[1].disposition, Disposition::Kept(Without::OwnRequest));
    assert_eq!(account.guests[&code("MEX")].deadline, deadline());
}

#[test]
fn a_party_that_took_all_back_has_not_answered_unless_it_said_that_it_has_nothing_to_say() {
    let comment = || (JUNE, comments(speaks("MEX"), Place::Whole, "Uno."));
    let withdraws = |of| (JUNE, Act::Withdrawal { by: speaks("MEX"), of: Sequence(of) });
    let nothing = || (JUNE, Act::Nothing { by: speaks("MEX") });
    assert_eq!(answer(&told(vec![comment(), withdraws(11)], JUNE), "MEX"), Answer::NotYet);
    assert_eq!(answer(&told(vec![comment(), withdraws(11)], AFTER), "MEX"), Answer::Silent);
    let answered = Answer::Answered { at: instant(JUNE), late: false };
    for acts in [
        vec![comment(), comment(), withdraws(11)],
        vec![nothing(), comment(), withdraws(12)],
        vec![comment(), withdraws(11), nothing()],
    ] {
        assert_eq!(answer(&told(acts, AFTER), "MEX"), answered);
    }
}

#[test]
fn an_answer_stays_with_what_it_answered() {
    let reply = Act::Reply { by: convenes(), to: Sequence(11), verdict: Verdict::Noted, text: said("Recibido.") };
    let acts = vec![
        (JUNE, comments(speaks("MEX"), Place::Whole, "Uno.")),
        (JUNE, reply),
        (JUNE, replaces(speaks("MEX"), Place::Whole, "Dos.", 11)),
    ];
    let account = told(acts, AFTER);
    let entry = &account.table[0].entries[0];
    assert_eq!((entry.text.as_str(), &entry.reply), ("Dos.", &None));
    assert_eq!(
        entry.replaced[0].reply.as_ref().map(|reply| (reply.sequence.0, reply.text.as_str())),
        Some((12, "Recibido."))
    );
}

#[test]
fn the_compilation_answers_each_comment_and_goes_out_as_a_table() {
    let reply = |verdict, text| Act::Reply { by: convenes(), to: Sequence(11), verdict, text: said(text) };
    let acts = vec![
        (JUNE, comments(speaks("MEX"), Place::Paragraph(2), "=Suprimir \"alertas\", por favor.")),
        (AFTER, reply(Verdict::Noted, "Recibido.")),
        (AFTER, reply(Verdict::PartlyTaken, "En parte.")),
    ];
    let account = told(acts, AFTER);
    let sheet = account.sheet(&Invitation::new(terms()).expect("an invitation"));
    let row =
        "2 a,MEX,2003-06-12T15:00:00Z,false,es,\"'=Suprimir \"\"alertas\"\", por favor.\",partly_taken,En parte.\r\n";
    assert_eq!(sheet, format!("paragraph,party,received_at,late,language,comment,reply,reply_text\r\n{row}"));
}

#[test]
fn an_invitation_that_contradicts_itself_is_none() {
    let refused = |change: fn(&mut Terms)| {
        let mut terms = terms();
        change(&mut terms);
        Invitation::new(terms).expect_err("no invitation")
    };
    assert_eq!(refused(|terms| terms.by = speaks("XSV")), InvitationError::NotTheConvener);
    assert_eq!(refused(|terms| terms.invited.clear()), InvitationError::Nobody);
    assert_eq!(refused(|terms| terms.welcome.extend([code("MEX")])), InvitationError::Twice(code("MEX")));
    assert_eq!(refused(|terms| terms.paragraphs.push("1".into())), InvitationError::Paragraph("1".into()));
    assert_eq!(refused(|terms| terms.deadline = terms.opened_at), InvitationError::Passed);
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn any_order_of_arrival_gives_the_same_table(order in Just((0..6_usize).collect::<Vec<_>>()).prop_shuffle()) {
        let acts = recorded(vec![
            (JUNE, comments(speaks("MEX"), Place::Whole, "Uno.")),
            (AFTER, replaces(speaks("MEX"), Place::Paragraph(0), "Dos.", 11)),
            (JUNE, asks("CAN", "2003-09-15T06:00:00Z")),
            (JUNE, comments(speaks("CAN"), Place::Paragraph(0), "Three.")),
            (JUNE, Act::Withdrawal { by: speaks("CAN"), of: Sequence(14) }),
            (JUNE, Act::Nothing { by: speaks("CRI") }),
        ]);
        let invitation = Invitation::new(terms()).expect("an invitation");
        let tell = |order: &[usize]| {
            let mut history = History::default();
            for index in order {
                history.add(acts[*index].clone()).expect("each place once");
            }
            account(&invitation, &history, instant(AFTER))
        };
        prop_assert_eq!(tell(&order), tell(&[0, 1, 2, 3, 4, 5]));
    }
    #[test]
    fn a_deadline_that_has_passed_never_moves(
        drawn in prop::collection::vec((any::<bool>(), 0..3_usize, 0..12_i64, 1..48_i64, any::<bool>()), 4..16),
    ) {
        let (mut at, mut asked) = (deadline() - jiff::SignedDuration::from_hours(20), 11);
        let mut acts = Vec::new();
        for (turn, (asks_for_time, party, later, until, for_all)) in drawn.into_iter().enumerate() {
            at += jiff::SignedDuration::from_hours(later);
            let until = at + jiff::SignedDuration::from_hours(until);
            let act = if asks_for_time {
                asked = 11 + turn as u64;
                Act::ExtensionAsked { by: speaks(["CAN", "MEX", "COL"][party]), until, reason: said("Falta.") }
            } else {
                Act::ExtensionGranted { by: convenes(), request: Sequence(asked), until: until.min(at + jiff::SignedDuration::from_hours(12)), for_all }
            };
            acts.push(Recorded { sequence: Sequence(11 + turn as u64), received_at: at, act });
        }
        let invitation = Invitation::new(terms()).expect("an invitation");
        let tell = |acts: &[Recorded<Act>]| {
            let mut history = History::default();
            for act in acts {
                history.add(act.clone()).expect("each place once");
            }
            account(&invitation, &history, Timestamp::MIN)
        };
        let last = tell(&acts);
        for count in 1..acts.len() {
            let before = tell(&acts[..count]);
            for (party, guest) in before.guests.iter().filter(|(_, guest)| guest.deadline < before.as_of) {
                prop_assert_eq!(guest.deadline, last.guests[party].deadline);
            }
        }
    }
}
