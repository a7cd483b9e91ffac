//! What is known of a request before its handler runs, and the extractors that hand it over.

use std::convert::Infallible;
use std::net::Ipv4Addr;
use std::sync::Arc;

use axum::extract::FromRequestParts;
use axum::http::request::Parts;
use axum::response::{IntoResponse, Response};
use jiff::tz::TimeZone;
use maud::Markup;

use super::rates::Asker;
use super::{Filled, Frame, Network, Refusal, RoomLink, Voice, Who, shell};
use crate::access::{Decision, Permit, PermitFacts, Policy, Purpose, Resource};
use crate::desk::Permitted;
use crate::ground::Puebla;
use crate::identity::{Caller, Via};
use crate::words::Language;

/// Put into every request by the edge.
#[derive(Clone)]
pub struct Arrival {
    /// Who is asking, where somebody is signed in.
    pub caller: Option<Arc<Caller>>,
    /// The reader's language.
    pub language: Language,
    /// The reader's time zone.
    pub zone: TimeZone,
    /// Page or machine.
    pub via: Via,
    /// Path and query of the page: the one asked for or, for a form, the one it stood on.
    pub path: String,
    /// Where the request came from.
    pub network: Network,
}

impl Arrival {
    /// Answers whose rate the request counts in.
    pub fn asker(&self) -> Asker {
        self.caller.as_ref().map_or(Asker::Network(self.network), |caller| Asker::Person(caller.person))
    }
}

fn arrival(parts: &Parts) -> Result<Arrival, Refusal> {
    // Absent only for a router that was built without the edge, which must not answer anybody.
    parts.extensions.get::<Arrival>().cloned().ok_or(Refusal::NotFound)
}

impl<P: Permit> FromRequestParts<Arc<Puebla>> for Permitted<P> {
    type Rejection = Refusal;

    async fn from_request_parts(parts: &mut Parts, ground: &Arc<Puebla>) -> Result<Self, Refusal> {
        let arrival = arrival(parts)?;
        let asker = arrival.asker();
        let caller = arrival.caller.ok_or(Refusal::SignIn)?;
        let refused = async |outcome| {
            let act = PermitFacts::of::<P>();
            ground.note(Some(&caller), &act, &Resource::room(), Decision::Refused, outcome).await
        };
        if let Err(refusal) = ground.rates.count(P::RATE, asker) {
            if ground.rates.is_first_refusal(asker, ground.clock.now()) {
                refused("too_often").await?;
            }
            return Err(refusal);
        }
        // Another of the person's purposes would do: let them choose it. None would: the desk refuses, and logs it.
        let could = |purposes: &[Purpose]| purposes.iter().any(|purpose| P::PURPOSES.contains(purpose));
        if caller.purpose.is_none_or(|chosen| !P::PURPOSES.contains(&chosen) && could(&caller.purposes)) {
            refused("purpose_missing").await?;
            return Err(Refusal::ChoosePurpose);
        }
        Ok(Permitted::new(Arc::clone(ground), caller))
    }
}

/// Somebody signed in, for routes that concern only themselves.
pub struct SignedIn {
    /// The person.
    pub caller: Arc<Caller>,
    /// What the server stands on.
    pub ground: Arc<Puebla>,
}

impl FromRequestParts<Arc<Puebla>> for SignedIn {
    type Rejection = Refusal;

    async fn from_request_parts(parts: &mut Parts, ground: &Arc<Puebla>) -> Result<Self, Refusal> {
        let caller = arrival(parts)?.caller.ok_or(Refusal::SignIn)?;
        Ok(SignedIn { caller, ground: Arc::clone(ground) })
    }
}

/// A room's entry in the navigation, shown to those who may open the page it leads to.
#[derive(Clone, Copy, Debug)]
pub struct RoomLinkSpec {
    /// Path of the room's first page.
    pub href: &'static str,
    /// Key of its name.
    pub label: &'static str,
    may_open: fn(&Policy, &Caller) -> bool,
    last: bool,
}

impl RoomLinkSpec {
    /// Leads to the page that asks for permit `P`.
    pub const fn to<P: Permit>(href: &'static str, label: &'static str) -> Self {
        RoomLinkSpec { href, label, may_open: may_open::<P>, last: false }
    }

    /// Puts it after all others: nobody who has another room begins their day in this one.
    pub const fn last(self) -> Self {
        RoomLinkSpec { last: true, ..self }
    }
}

fn may_open<P: Permit>(policy: &Policy, caller: &Caller) -> bool {
    let fits = caller.purpose.is_some_and(|purpose| P::PURPOSES.contains(&purpose));
    fits && policy.allows::<P>(caller, &Resource::room())
}

/// How to speak to this reader, and the shell around what is said.
pub struct Visit {
    /// Language, zone and time.
    pub voice: Voice,
    /// The shell's content, which a handler may still change.
    pub frame: Frame,
    /// What is known of the request.
    pub arrival: Arrival,
}

impl Visit {
    /// Prepares to speak to whoever sent the request.
    pub fn to(ground: &Puebla, arrival: Arrival) -> Self {
        let voice = Voice {
            words: Arc::clone(&ground.words),
            language: arrival.language,
            zone: arrival.zone.clone(),
            now: ground.clock.now(),
        };
        let frame = frame(ground, &voice, &arrival);
        Visit { voice, frame, arrival }
    }

    /// Answers a whole page under a title of the words.
    pub fn page(&self, title: &str, body: Markup) -> Markup {
        let frame = self.frame.clone().titled(self.voice.t(title).into_owned());
        shell::page(&self.voice, &frame, body)
    }

    /// Answers a whole page that shows a form again with its errors.
    pub fn refused_page(&self, title: &str, body: Markup) -> (axum::http::StatusCode, Markup) {
        let frame = self.frame.clone().titled(self.voice.t(title).into_owned()).refused(true);
        (axum::http::StatusCode::UNPROCESSABLE_ENTITY, shell::page(&self.voice, &frame, body))
    }

    /// Shows a form again with what was typed in it, where an act was refused for something that a person can mend.
    ///
    /// Errors: every other refusal, as it is.
    pub fn refused_form(
        &self,
        title: &str,
        filled: &mut Filled,
        refusal: Refusal,
        draw: impl FnOnce(&Filled) -> Markup,
    ) -> Result<Response, Refusal> {
        let status = refusal.status();
        match refusal {
            Refusal::Invalid(faults) => filled.refuse_each(&self.voice, &faults),
            Refusal::Conflict(said) => filled.refuse_form(self.voice.say(&said)),
            other => return Err(other),
        }
        let (_, page) = self.refused_page(title, draw(filled));
        Ok((status, page).into_response())
    }

    /// Answers the secret that this session's forms carry.
    pub fn csrf(&self) -> &str {
        self.frame.csrf.as_deref().unwrap_or("")
    }
}

impl FromRequestParts<Arc<Puebla>> for Visit {
    type Rejection = Infallible;

    async fn from_request_parts(parts: &mut Parts, ground: &Arc<Puebla>) -> Result<Self, Infallible> {
        let arrival = arrival(parts).unwrap_or(Arrival {
            caller: None,
            language: Language::En,
            zone: TimeZone::UTC,
            via: Via::Page,
            path: parts.uri.path().to_owned(),
            network: Network::of(Ipv4Addr::UNSPECIFIED.into()),
        });
        Ok(Visit::to(ground, arrival))
    }
}

/// Answers the navigation's entries for somebody, in their order: the houses' rooms, then base's own, then what goes last.
pub(crate) fn links(ground: &Puebla, caller: &Caller) -> impl Iterator<Item = &'static RoomLinkSpec> {
    let all = || {
        let rooms = ground.plans.iter().flat_map(|plan| plan.rooms).filter_map(|room| room.navigation.as_ref());
        rooms.chain(crate::web::NAVIGATION)
    };
    let ordered = all().filter(|link| !link.last).chain(all().filter(|link| link.last));
    ordered.filter(move |link| (link.may_open)(&ground.policy, caller))
}

fn frame(ground: &Puebla, voice: &Voice, arrival: &Arrival) -> Frame {
    let here = arrival.path.split('?').next().unwrap_or("");
    let caller = arrival.caller.as_deref();
    let rooms = caller.into_iter().flat_map(|caller| links(ground, caller)).map(|link| RoomLink {
        href: link.href.to_owned(),
        label: link.label,
        current: here == link.href || here.starts_with(&format!("{}/", link.href)),
    });
    Frame {
        process: ground.identity.process_name(voice.language),
        path: arrival.path.clone(),
        rooms: rooms.collect(),
        who: caller.map(|caller| who(ground, voice, caller)),
        purpose: caller.and_then(|c| c.purpose).map(|p| voice.t(purpose_key(p)).into_owned()),
        csrf: caller.map(|caller| caller.csrf.clone()),
        demo: ground.settings.demonstration.is_some(),
        ..Frame::default()
    }
}

fn who(ground: &Puebla, voice: &Voice, caller: &Caller) -> Who {
    let roles: Vec<String> = caller.roles.iter().map(|role| ground.identity.role_name(role, voice.language)).collect();
    Who {
        name: caller.name.clone(),
        state: Some(caller.state.to_string()),
        role: roles.join(", "),
        post: caller.post_name.clone(),
    }
}

/// Answers the key of a purpose's name.
pub fn purpose_key(purpose: Purpose) -> &'static str {
    use Purpose::*;
    match purpose {
        BorderControl => "purpose-border-control",
        DocumentExamination => "purpose-document-examination",
        DocumentIssuance => "purpose-document-issuance",
        DataStewardship => "purpose-data-stewardship",
        AlertIssuance => "purpose-alert-issuance",
        ChildProtection => "purpose-child-protection",
        Redress => "purpose-redress",
        Administration => "purpose-administration",
        Operation => "purpose-operation",
        Secretariat => "purpose-secretariat",
        Oversight => "purpose-oversight",
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use axum::http::StatusCode;

    use super::*;
    use crate::access::RateClass;
    use crate::specimen::Specimen;

    #[tokio::test]
    async fn a_missing_purpose_is_logged() {
        let specimen = Specimen::new(&[]);
        specimen.enrol("GTM", "gtm.admin", &["state_administrator", "border_officer"]);
        for (purpose, turn) in [(None, 1), (Some(Purpose::BorderControl), 2)] {
            let session = specimen.sign_in("gtm.admin", purpose);
            let answer = specimen.get(Some(&session), "/people").await;
            assert_eq!(answer.location().as_deref(), Some("/purpose?next=/people"));
            assert_eq!(specimen.log_acts(), vec!["people.list purpose_missing Refused"; turn]);
        }
        assert_eq!(specimen.log_lines()[1].0.purpose, "border_control");
        specimen.break_log(true);
        let unlogged = specimen.get(Some(&specimen.sign_in("gtm.admin", None)), "/people").await;
        assert_eq!(unlogged.status, StatusCode::SERVICE_UNAVAILABLE);
        specimen.break_log(false);
    }

    #[tokio::test]
    async fn a_rate_that_says_no_is_logged_once_a_minute() {
        let specimen = Specimen::new(&[]);
        let session = specimen.signed_in("GTM", "state_administrator", Purpose::Administration);
        let asker = Asker::Person(session.caller.person);
        while specimen.ground.rates.count(RateClass::Look, asker).is_ok() {}
        for minute in 1..=2 {
            for _ in 0..3 {
                // A refusal comes after a pause, in which there is room for one more.
                while specimen.ground.rates.count(RateClass::Look, asker).is_ok() {}
                let answer = specimen.get(Some(&session), "/people").await;
                assert_eq!(answer.status, StatusCode::TOO_MANY_REQUESTS);
            }
            assert_eq!(specimen.log_acts(), vec!["people.list too_often Refused"; minute]);
            specimen.clock.advance(jiff::SignedDuration::from_secs(60));
        }
    }

    #[tokio::test]
    async fn trying_to_sign_in_too_often_is_logged_once_a_minute() {
        let specimen = Specimen::new(&[]);
        let network = Asker::Network(Network::of(Ipv4Addr::UNSPECIFIED.into()));
        while specimen.ground.rates.count(RateClass::SignIn, network).is_ok() {}
        for _ in 0..3 {
            let answer = specimen.browser().post("/sign-in", &[("user_name", "nobody"), ("password", "")]).await;
            assert_eq!(answer.status, StatusCode::TOO_MANY_REQUESTS);
        }
        assert_eq!(specimen.log_acts(), ["identity.sign_in too_often Refused"]);
    }
}
