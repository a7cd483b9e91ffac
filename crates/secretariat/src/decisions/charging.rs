//! What an adopted decision charges States and bodies with: each verb that asks something of somebody makes an obligation, in the
//! act in which the decision is entered, or neither is.

use std::collections::BTreeSet;

use base::desk::Entries;
use base::identity::profile::InForce;
use base::store::StoreError;
use base::web::Refusal;
use conference::obligations::{Order, Owner, Sharing};
use conference::said::Said;
use journal::StateCode;

use super::decision::{Ask, MEMBERS};
use super::entries::Adopted;
use super::form::fault;
use crate::members;
use crate::obligations::{self, Charge, ChargeError, ObligationEntry, WHAT_CHARS_MAX};

/// Charges whoever a decision speaks to; `series` is the body whose meeting took it.
///
/// Errors: `Invalid` where a verb makes somebody answerable and nobody is named.
pub(super) fn charge_all(
    duties: &Entries<'_, ObligationEntry>,
    adopted: &Adopted,
    series: &str,
    profile: &InForce,
) -> Result<(), Refusal> {
    let now = duties.now();
    let day = adopted.adopted_on;
    let parties: BTreeSet<StateCode> = members::parties_on(now, profile, day)?.into_keys().collect();
    let all = members::members_on(now, profile, day)?;
    let content = &adopted.content;
    let (en, es) = (shortened(&content.text_en), shortened(&content.text_es));
    let Some(what) = en.clone().or_else(|| es.clone()) else { return Ok(()) };
    let mut number = 1;
    for ask in &content.asks {
        let owners = owners(ask, &parties, &all);
        let order = Order {
            decision: adopted.symbol.to_string(),
            verb: ask.verb,
            owners,
            sharing: if ask.each { Sharing::Severally } else { Sharing::Jointly },
            what: what.clone(),
            rule: ask.rule.clone(),
            begins_on: adopted.ended_on,
            condition: Said::parse(&content.condition).ok(),
            lapses: ask.lapses,
        };
        let charge = Charge {
            order,
            number,
            what_es: es.clone(),
            adopted_on: day,
            meeting_ended_on: Some(adopted.ended_on),
            series: series.to_owned(),
            members_only: adopted.members_only,
        };
        number += u16::from(made(obligations::charge(duties, &charge))?);
    }
    Ok(())
}

/// Says whether somebody was charged.
fn made(charged: Result<Option<obligations::Reference>, ChargeError>) -> Result<bool, Refusal> {
    match charged {
        Ok(reference) => Ok(reference.is_some()),
        Err(ChargeError::NoOwner(_)) => Err(Refusal::Invalid(vec![fault("addressees_1", "decisions-fault-no-owner")])),
        Err(ChargeError::Store(error)) => Err(error.into()),
        // What was read from a form or a draft keeps within what the room of obligations takes.
        Err(error) => Err(StoreError::Damaged(error.to_string()).into()),
    }
}

/// Answers whom a verb speaks to: every member of that day where it says members, a party by its code, else a body by its name.
fn owners(ask: &Ask, parties: &BTreeSet<StateCode>, members: &BTreeSet<StateCode>) -> BTreeSet<Owner> {
    let mut owners = BTreeSet::new();
    for name in &ask.addressees {
        match name.parse::<StateCode>().ok().filter(|code| parties.contains(code)) {
            Some(party) => owners.extend([Owner::Party(party)]),
            None if name == MEMBERS => owners.extend(members.iter().copied().map(Owner::Party)),
            None => owners.extend([Owner::Body(name.clone())]),
        }
    }
    owners
}

/// Answers a text as far as an obligation says it; the whole stands with the decision.
fn shortened(text: &str) -> Option<Said> {
    let long = text.chars().nth(WHAT_CHARS_MAX).is_some();
    let cut: String = text.chars().take(WHAT_CHARS_MAX - 1).collect();
    Said::parse(&if long { format!("{cut}…") } else { text.to_owned() }).ok()
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::super::samples::*;
    use base::access::Purpose;

    #[tokio::test]
    async fn what_a_decision_asks_is_owed_by_each_it_speaks_to_and_what_came_of_it_stands_beside_it() {
        let specimen = specimen();
        let coordinator = coordinator(&specimen);
        held(&specimen, &coordinator).await;
        let decision = decide(&specimen, &coordinator, "15").await;
        let mexico = delegate(&specimen, "MEX");
        let page = specimen.get(Some(&mexico), &decision).await;
        let owed = "/obligations/RCM-VIII-2003-DEC-15.1";
        assert!(page.body.matches(owed).count() == 11, "each of eleven members owes it: {}", page.body);
        let list = specimen.get(Some(&mexico), "/obligations?standing=all&owner=MEX").await;
        assert!(list.body.contains(owed) && list.body.contains("2003-08-30"), "{}", list.body);
        let done = [
            ("act", "done"),
            ("owner", "MEX"),
            ("period", "1"),
            ("day-day", "1"),
            ("day-month", "12"),
            ("day-year", "2003"),
            ("text", "Comments of Mexico"),
        ];
        assert_eq!(specimen.post(&mexico, &format!("{owed}/note"), &done).await.status, 303);
        let guatemala = delegate(&specimen, "GTM");
        assert_eq!(specimen.post(&guatemala, &format!("{owed}/note"), &done).await.status, 404, "another State's duty");
        let page = specimen.get(Some(&guatemala), &decision).await;
        assert!(page.body.contains("93 days"), "due 2003-08-30 and done 2003-12-01 is 93 days late: {}", page.body);
    }

    #[tokio::test]
    async fn thanks_charge_nobody_and_what_is_refused_charges_nobody() {
        let specimen = specimen();
        let session = coordinator(&specimen);
        held(&specimen, &session).await;
        let mut thanks = decided("2");
        thanks.retain(|(name, _)| !name.ends_with("_1"));
        thanks.extend([("verb_1", "thank"), ("addressees_1", "Mexico")]);
        path_of(specimen.post(&session, "/decisions/add", &thanks).await);
        assert_eq!(specimen.post(&session, "/decisions/add", &decided("2")).await.status, 422);
        let list = specimen.get(Some(&session), "/obligations?standing=all").await;
        assert!(!list.body.contains("/obligations/RCM-VIII"), "{}", list.body);
        let token = coordinator_token(&specimen);
        let sent = serde_json::json!({
            "meeting": "RCM/VIII", "number": 3, "original": "en", "text_en": "Entrust it.", "asks": [{ "verb": "entrust" }]
        });
        let answer = specimen.call(&token, Purpose::Secretariat, "/api/v1/decisions", &sent).await;
        assert_eq!(answer.status, 422, "{}", answer.body);
    }

    #[tokio::test]
    async fn what_a_closed_meeting_asks_of_an_observer_is_not_the_observers_to_write_about() {
        let specimen = specimen();
        let session = coordinator(&specimen);
        let mut kept = called("RCM/VIII");
        kept.push(("members_only", "yes"));
        let path = path_of(specimen.post(&session, "/meetings/plan", &kept).await);
        let mut held = called("RCM/VIII");
        held.push(("standing", "held"));
        path_of(specimen.post(&session, &format!("{path}/change"), &held).await);
        let mut asked = decided("4");
        asked.retain(|(name, _)| *name != "addressees_1");
        asked.push(("addressees_1", "Colombia"));
        path_of(specimen.post(&session, "/decisions/add", &asked).await);
        let note = [("act", "done"), ("owner", "COL"), ("period", "1"), ("text", "Sent")];
        let colombia = delegate(&specimen, "COL");
        let answer = specimen.post(&colombia, "/obligations/RCM-VIII-2003-DEC-4.1/note", &note).await;
        assert_eq!(answer.status, 404, "{}", answer.body);
        assert!(!specimen.get(Some(&colombia), "/obligations?standing=all").await.body.contains("DEC-4"));
    }
}
