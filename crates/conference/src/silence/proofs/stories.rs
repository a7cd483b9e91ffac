//! Rounds as they happen, each with what becomes of it.

use jiff::SignedDuration;

use super::super::account::{Account, Outcome, RequestState, account, admit};
use super::super::act::{Act, Stance};
use super::super::opening::{Opening, OpeningError, Terms, TextHash};
use super::super::round::{Disposition, Without};
use super::super::specimen::{
    DEADLINE_US, agrees, by, code, history, objects, opening, opening_with, presides, said, speaks, takes, terms,
};
use crate::by::Authority;
use crate::recorded::Sequence;
use crate::recorded::specimen::at;

const AFTER: i64 = DEADLINE_US + 1;

fn told(opening: &Opening, acts: Vec<(i64, Act)>, now_us: i64) -> Account {
    account(opening, &history(acts), at(now_us))
}

fn heals(terms: &mut Terms) {
    terms.rules.heals_until_before_deadline = Some(SignedDuration::from_micros(100));
}

fn kept(account: &Account, without: Without) {
    assert_eq!(account.lines.last().map(|line| line.disposition), Some(Disposition::Kept(without)));
}

fn withdraws(person: u128, party: &str, of: u64) -> Act {
    Act::Withdrawal { by: speaks(person, party), of: Sequence(of) }
}

fn asks(person: u128, party: &str, until_us: i64) -> Act {
    Act::ExtensionAsked { by: speaks(person, party), until: at(until_us), reason: said("El ministerio consulta.") }
}

fn grants(person: u128, request: u64, until_us: i64) -> Act {
    Act::ExtensionGranted { by: presides(person), request: Sequence(request), until: at(until_us) }
}

fn adopted() -> Outcome {
    Outcome::Adopted { at: at(DEADLINE_US) }
}

#[test]
fn silence_adopts_at_the_deadline_and_not_a_microsecond_before_it_has_passed() {
    let silent = opening();
    assert_eq!(told(&silent, vec![], DEADLINE_US).outcome, Outcome::Open);
    let after = told(&silent, vec![], AFTER);
    assert_eq!(after.outcome, adopted());
    assert!(!after.settled, "only a clock says so");
    let recorded = told(&silent, vec![(AFTER, Act::Passed)], 0);
    assert_eq!((recorded.outcome, recorded.settled), (adopted(), true));
}

#[test]
fn an_objection_at_the_deadline_breaks_and_one_microsecond_later_it_is_late() {
    let at_it = told(&opening(), vec![(DEADLINE_US, objects(speaks(5, "MEX")))], AFTER);
    let broken = Outcome::Broken { since: at(DEADLINE_US), by: vec![code("MEX")], heals_until: None };
    assert_eq!((at_it.outcome, at_it.settled), (broken, true));
    let late = told(&opening(), vec![(AFTER, objects(speaks(5, "MEX")))], AFTER);
    assert_eq!((&late.outcome, late.settled), (&adopted(), true));
    kept(&late, Without::Late);
    assert_eq!(late.standing[&code("MEX")].positions, vec![]);
}

#[test]
fn a_clock_set_back_makes_nothing_timely() {
    let acts = vec![(AFTER, Act::Passed), (500, objects(speaks(5, "MEX")))];
    let back = told(&opening(), acts, 500);
    assert_eq!((&back.outcome, back.settled, back.as_of), (&adopted(), true, at(AFTER)));
    kept(&back, Without::Late);
}

#[test]
fn a_server_stopped_across_the_deadline_answers_the_same() {
    let before = vec![(10, agrees(speaks(5, "MEX")))];
    assert_eq!(told(&opening(), before.clone(), 20).outcome, Outcome::Open);
    assert_eq!(told(&opening(), before, 50 * DEADLINE_US).outcome, adopted());
}

#[test]
fn of_contradictory_positions_the_later_stands_and_both_stay_on_record() {
    let acts = vec![(10, agrees(speaks(5, "MEX"))), (20, objects(speaks(6, "MEX")))];
    let broken = told(&opening(), acts, 30);
    assert!(matches!(broken.outcome, Outcome::Broken { .. }));
    assert_eq!(broken.standing[&code("MEX")].positions, vec![Sequence(11), Sequence(12)]);
    assert_eq!(broken.lines[1].disposition, Disposition::ReplacedUnseen(Sequence(11)));

    let seen = Act::Position { by: speaks(6, "MEX"), stance: Stance::NoObjection, replaces: Some(Sequence(11)) };
    let healed = told(&opening_with(heals), vec![(10, objects(speaks(5, "MEX"))), (20, seen)], AFTER);
    assert_eq!(healed.outcome, adopted());
    assert_eq!(healed.lines[1].disposition, Disposition::Taken);
}

#[test]
fn where_an_objection_is_for_good_neither_withdrawal_nor_another_delegate_mends_it() {
    for act in [withdraws(5, "MEX", 11), agrees(speaks(6, "MEX"))] {
        let broken = told(&opening(), vec![(10, objects(speaks(5, "MEX"))), (20, act)], AFTER);
        let expected = Outcome::Broken { since: at(10), by: vec![code("MEX")], heals_until: None };
        assert_eq!((broken.outcome, broken.settled), (expected, true));
    }
}

#[test]
fn where_it_heals_it_must_be_taken_back_while_others_can_still_speak() {
    let acts = |us| vec![(10, objects(speaks(5, "MEX"))), (us, withdraws(6, "MEX", 11))];
    assert_eq!(told(&opening_with(heals), acts(900), AFTER).outcome, adopted());
    let meanwhile = told(&opening_with(heals), acts(900)[..1].to_vec(), 800);
    let may_heal = Outcome::Broken { since: at(10), by: vec![code("MEX")], heals_until: Some(at(900)) };
    assert_eq!((meanwhile.outcome, meanwhile.settled), (may_heal, false));
    let too_late = told(&opening_with(heals), acts(901), AFTER);
    let broken = Outcome::Broken { since: at(10), by: vec![code("MEX")], heals_until: None };
    assert_eq!((&too_late.outcome, too_late.settled), (&broken, true));
    assert!(!too_late.objections_stand(), "taken back, though too late to heal");
    let in_the_last_hours = told(&opening_with(heals), vec![(950, objects(speaks(5, "MEX")))], 950);
    assert!(in_the_last_hours.settled);
}

#[test]
fn only_the_states_own_position_is_taken_back() {
    let acts = vec![(10, objects(speaks(5, "MEX"))), (20, withdraws(7, "GTM", 11))];
    let other = told(&opening_with(heals), acts, 30);
    assert!(matches!(other.outcome, Outcome::Broken { .. }));
    kept(&other, Without::NothingToWithdraw);
    let silent_again = told(&opening(), vec![(10, agrees(speaks(5, "MEX"))), (20, withdraws(5, "MEX", 11))], 30);
    assert_eq!(silent_again.standing[&code("MEX")].position, None);
}

#[test]
fn an_observer_comments_and_never_blocks() {
    let objection = told(&opening(), vec![(10, objects(speaks(5, "COL")))], AFTER);
    assert_eq!(objection.outcome, adopted());
    kept(&objection, Without::OnlyComments);
    let comment = Act::Comment { by: speaks(5, "COL"), text: said("Colombia acompaña.") };
    assert_eq!(told(&opening(), vec![(10, comment)], 20).lines[0].disposition, Disposition::Taken);
}

#[test]
fn the_secretariat_decides_nothing() {
    let secretariat = by(5, "XSV", Authority::Presides);
    let speaks_up = [
        (objects(speaks(5, "XSV")), Without::NotAsked),
        (Act::Comment { by: speaks(5, "XSV"), text: said("¿?") }, Without::NotAsked),
        (Act::TakenUp { by: secretariat }, Without::NotTheChair),
        (Act::ExtensionGranted { by: secretariat, request: Sequence(11), until: at(1_100) }, Without::NotTheChair),
    ];
    for (act, without) in speaks_up {
        let kept_open = told(&opening(), vec![(10, asks(6, "MEX", 1_200)), (20, act)], 30);
        assert_eq!((&kept_open.outcome, kept_open.deadline), (&Outcome::Open, at(DEADLINE_US)));
        kept(&kept_open, without);
    }
}

#[test]
fn who_only_advises_states_no_position_and_who_presides_speaks_for_no_state() {
    for authority in [Authority::Advises, Authority::Presides] {
        let refused = told(&opening(), vec![(10, objects(by(5, "PAN", authority)))], AFTER);
        assert_eq!(refused.outcome, adopted());
        kept(&refused, Without::NotAuthorised);
    }
}

#[test]
fn an_extension_needs_a_states_wish_and_the_presidency_before_the_deadline() {
    let extended = told(&opening(), vec![(10, asks(5, "MEX", 1_400)), (DEADLINE_US, grants(1, 11, 1_300))], AFTER);
    assert_eq!((&extended.outcome, extended.deadline), (&Outcome::Open, at(1_300)));
    assert_eq!(extended.requests[0].state, RequestState::Granted { until: at(1_300) });
    let objected = told(
        &opening(),
        vec![(10, asks(5, "MEX", 1_400)), (20, grants(1, 11, 1_400)), (1_400, objects(speaks(6, "GTM")))],
        1_401,
    );
    assert!(matches!(objected.outcome, Outcome::Broken { .. }));

    let refusals = [
        (vec![(20, grants(1, 11, 1_300))], Without::NoRequest),
        (vec![(10, asks(5, "MEX", 1_400)), (AFTER, grants(1, 11, 1_300))], Without::Late),
        (vec![(10, asks(5, "MEX", 1_400)), (20, grants(5, 11, 1_300))], Without::OwnRequest),
        (vec![(10, asks(5, "MEX", 1_400)), (20, grants(1, 11, 1_401))], Without::OutOfBounds),
        (vec![(10, asks(5, "MEX", 1_501))], Without::OutOfBounds),
        (vec![(10, asks(5, "MEX", 1_000))], Without::OutOfBounds),
        (vec![(AFTER, asks(5, "MEX", 1_400))], Without::Late),
        (vec![(10, asks(5, "COL", 1_400))], Without::OnlyComments),
        (
            vec![
                (10, asks(5, "MEX", 1_100)),
                (11, asks(6, "GTM", 1_200)),
                (20, grants(1, 11, 1_100)),
                (30, grants(1, 12, 1_200)),
            ],
            Without::NoMoreExtensions,
        ),
    ];
    for (acts, without) in refusals {
        kept(&told(&opening(), acts, AFTER), without);
    }
}

#[test]
fn a_refused_wish_is_not_granted_afterwards() {
    let refusal = Act::ExtensionRefused { by: presides(1), request: Sequence(11), reason: said("El pago vence.") };
    let refused = told(&opening(), vec![(10, asks(5, "MEX", 1_400)), (20, refusal), (30, grants(1, 11, 1_400))], 40);
    assert_eq!((refused.deadline, refused.requests[0].state), (at(DEADLINE_US), RequestState::Refused));
    kept(&refused, Without::NoRequest);
}

#[test]
fn what_the_rules_ask_for_beside_silence_lapses_the_round_when_it_is_missing() {
    let proof = opening_with(|terms| terms.rules.delivered_before_deadline = Some(SignedDuration::from_micros(100)));
    let delivered = |us, to: &str| (us, Act::Delivered { to: code(to) });
    let read = (890, Act::Read { by: by(8, "PAN", Authority::Advises) });
    let acts = vec![delivered(10, "GTM"), read, (990, agrees(speaks(5, "UTO")))];
    let lapsed = told(&proof, [acts.clone(), vec![delivered(901, "MEX")]].concat(), AFTER);
    assert_eq!(lapsed.outcome, Outcome::Lapsed { at: at(DEADLINE_US), undelivered: vec![code("MEX")], spoken: 1 });
    assert_eq!(told(&proof, [vec![delivered(9, "MEX")], acts].concat(), AFTER).outcome, adopted());

    let two_speak = opening_with(|terms| terms.rules.speaking_at_least = 2);
    let one = vec![(10, takes(speaks(5, "MEX"), Stance::Reservation(said("Salvo el párrafo 2."))))];
    let lapsed = told(&two_speak, one.clone(), AFTER);
    assert_eq!(lapsed.outcome, Outcome::Lapsed { at: at(DEADLINE_US), undelivered: vec![], spoken: 1 });
    assert_eq!(told(&two_speak, [one, vec![(20, agrees(speaks(6, "GTM")))]].concat(), AFTER).outcome, adopted());
}

#[test]
fn the_presidency_takes_an_objection_up_and_only_an_objection() {
    let acts =
        vec![(10, objects(speaks(5, "MEX"))), (20, Act::TakenUp { by: presides(1) }), (30, withdraws(5, "MEX", 11))];
    let taken_up = told(&opening_with(heals), acts, AFTER);
    assert!(taken_up.settled && matches!(taken_up.outcome, Outcome::Broken { heals_until: None, .. }));
    let nothing = told(&opening_with(heals), vec![(20, Act::TakenUp { by: presides(1) })], AFTER);
    assert_eq!(nothing.outcome, adopted());
    kept(&nothing, Without::NothingToTakeUp);
}

#[test]
fn what_would_be_without_effect_is_said_before_it_is_recorded() {
    let acts = history(vec![(10, agrees(speaks(5, "MEX")))]);
    let admitted = |act: Act, us| admit(&opening(), &acts, &act, at(us));
    assert_eq!(admitted(objects(speaks(6, "GTM")), DEADLINE_US), Ok(Disposition::Taken));
    assert_eq!(admitted(objects(speaks(6, "MEX")), 20), Ok(Disposition::ReplacedUnseen(Sequence(11))));
    assert_eq!(admitted(objects(speaks(6, "GTM")), AFTER), Err(Without::Late));
    assert_eq!(admitted(objects(speaks(6, "COL")), 20), Err(Without::OnlyComments));
}

fn again(change: impl FnOnce(&mut Terms)) -> Terms {
    let mut terms = terms();
    terms.sequence = Sequence(50);
    terms.opened_at = at(2_000);
    terms.deadline = at(3_000);
    change(&mut terms);
    terms
}

#[test]
fn a_broken_round_is_put_again_as_revision_1_with_another_text() {
    let first = opening();
    let broken = told(&first, vec![(10, objects(speaks(5, "MEX")))], 20);
    let other_text = |terms: &mut Terms| terms.text = TextHash([1; 32]);
    let second = first.put_again(&broken, again(other_text)).expect("a second round");
    assert_eq!((second.symbol().as_str(), second.revision()), ("GRCM/2003/2/NO/4/Rev.1", 1));
    let third = second.put_again(&account(&second, &history(vec![]), at(0)), again(other_text));
    assert_eq!(third, Err(OpeningError::NotEnded));

    assert_eq!(first.put_again(&broken, again(|_| {})), Err(OpeningError::SameText));
    let taken_back = told(&first, vec![(10, objects(speaks(5, "MEX"))), (20, withdraws(5, "MEX", 11))], 30);
    assert!(first.put_again(&taken_back, again(|_| {})).is_ok());
    let early = again(|terms| terms.opened_at = at(9));
    assert_eq!(first.put_again(&taken_back, early), Err(OpeningError::NotAfter));
    let other = again(|terms| terms.symbol = "GRCM/2003/2/NO/5".into());
    assert_eq!(first.put_again(&taken_back, other), Err(OpeningError::NotAfter));
}

#[test]
fn what_was_adopted_or_is_not_settled_is_not_put_again() {
    let silent = opening();
    for (acts, now) in [(vec![(AFTER, Act::Passed)], AFTER), (vec![], AFTER), (vec![], 10)] {
        assert_eq!(silent.put_again(&told(&silent, acts, now), again(|_| {})), Err(OpeningError::NotEnded));
    }
    let lapsing = opening_with(|terms| terms.rules.speaking_at_least = 1);
    let lapsed = told(&lapsing, vec![(AFTER, Act::Passed)], AFTER);
    assert!(lapsing.put_again(&lapsed, again(|_| {})).is_ok(), "nobody objected to this text");
}

#[test]
fn a_round_outside_the_rules_is_not_opened() {
    let refused = |change: fn(&mut Terms)| {
        let mut terms = terms();
        change(&mut terms);
        Opening::new(terms).expect_err("outside the rules")
    };
    assert_eq!(refused(|terms| terms.by = by(1, "XSV", Authority::Presides)), OpeningError::NotTheChair);
    assert_eq!(refused(|terms| terms.by = speaks(1, "PAN")), OpeningError::NotTheChair);
    assert_eq!(refused(|terms| terms.electorate.clear()), OpeningError::NoElectorate);
    assert_eq!(refused(|terms| terms.observers.extend([code("MEX")])), OpeningError::Twice(code("MEX")));
    assert_eq!(refused(|terms| terms.deadline = at(9)), OpeningError::TooShort);
    assert_eq!(refused(|terms| terms.rules.open_at_least = SignedDuration::from_hours(72)), OpeningError::TooShort);
    assert_eq!(refused(|terms| terms.rules.speaking_at_least = 5), OpeningError::Rules);
    assert_eq!(refused(|terms| terms.rules.extension_at_most = SignedDuration::from_secs(-1)), OpeningError::Rules);
    assert_eq!(refused(|terms| terms.symbol = "GRCM/2003/2/NO/4/Rev.1".into()), OpeningError::Symbol);
}
