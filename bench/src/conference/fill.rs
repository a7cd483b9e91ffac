//! A process of fifty States, filled by the same functions that the commands call.

use std::error::Error;
use std::fmt::Write as _;
use std::path::Path;
use std::sync::Arc;

use base::access::{Permit, Purpose, Resource};
use base::clock::Clock;
use base::desk::{Permitted, Writer};
use base::ground::{HousePlan, Puebla, Settings};
use base::identity::people::{self, NewPerson};
use base::identity::profile::RCM;
use base::identity::sessions::TokenSpec;
use base::identity::{Caller, Factor, make};
use base::store::StoreError;
use jiff::tz::TimeZone;
use jiff::{SignedDuration, ToSpan, civil};
use secretariat::comments::{ConveneRound, NewCommentRound, NewParagraph, convene_round};
use secretariat::decisions::{AdoptDecisions, NewAsk, NewDecision, add_decision};
use secretariat::meetings::{NewMeeting, PlanMeeting, plan_meeting};
use secretariat::members::{EnterTerms, NewTerm, enter_term};
use secretariat::silence::{NewRound, OpenRound, open_round};

use super::Sitting;

/// The houses of the measured program.
const PLANS: &[HousePlan] = &[registers::PLAN, secretariat::PLAN];

/// Members of the process.
const STATES: usize = 50;
/// Members of the profile that it is made from.
const OF_THE_PROFILE: [&str; 11] = ["BLZ", "CAN", "CRI", "DOM", "GTM", "HND", "MEX", "NIC", "PAN", "SLV", "USA"];
/// What one decision asks, as verb and due rule. Each is charged as an obligation.
const ASKS: [(&str, &str); 4] = [
    ("entrust", "3 months after adoption"),
    ("urge", "by 2031-05-30"),
    ("prepare", "2 months after adoption"),
    ("request", ""),
];
/// Decisions of one meeting.
const A_MEETING: u32 = 20;

/// Who asks for lists afterwards, by session and by token.
pub struct Seats {
    /// Cookies of the coordinator and of a delegate.
    pub cookies: [String; 2],
    /// The coordinator's token.
    pub token: String,
}

/// Fills a new folder.
pub async fn fill(data: &Path, sitting: &Sitting) -> Result<Seats, Box<dyn Error>> {
    let clock = Clock::system();
    let (now, profile) = (clock.now(), profile());
    make(data, &profile, &[], now)?;
    let ground = Puebla::open(data, PLANS, clock, Settings::default())?;
    let (coordinator, cookie, token) = seat(&ground, "XSV", "coordinator")?;
    let (_, delegate, _) = seat(&ground, "MEX", "delegate")?;
    let planner = write::<PlanMeeting>(&ground, &coordinator).await?;
    let adopter = write::<AdoptDecisions>(&ground, &coordinator).await?;
    let members = members();
    for number in 1..=sitting.decisions.div_ceil(A_MEETING) {
        plan_meeting(&planner, &meeting(number)?).map_err(|refusal| format!("meeting {number}: {refusal:?}"))?;
        for of_it in 1..=A_MEETING.min(sitting.decisions - (number - 1) * A_MEETING) {
            add_decision(&adopter, &decision(number, of_it, &members))
                .map_err(|refusal| format!("decision {of_it} of meeting {number}: {refusal:?}"))?;
        }
    }
    let term = NewTerm { party: "MEX".to_owned(), first_on: "2026-01-01".to_owned(), ..NewTerm::default() };
    enter_term(&write::<EnterTerms>(&ground, &coordinator).await?, &term).map_err(|refusal| format!("{refusal:?}"))?;
    let (presidency, _, _) = seat(&ground, "MEX", "presidency")?;
    let opener = write::<OpenRound>(&ground, &presidency).await?;
    let convener = write::<ConveneRound>(&ground, &coordinator).await?;
    let until = TimeZone::UTC.to_datetime(now).date().checked_add(30.days())?;
    for number in 1..=sitting.rounds.div_ceil(2) {
        open_round(&opener, &round(number, until)).map_err(|refusal| format!("round {number}: {refusal:?}"))?;
        convene_round(&convener, &asking(number, until)).map_err(|refusal| format!("round {number}: {refusal:?}"))?;
    }
    Ok(Seats { cookies: [cookie, delegate], token })
}

fn round(number: u32, until: civil::Date) -> NewRound {
    NewRound {
        symbol: format!("BENCH/2026/1/NO/{number}"),
        title_en: format!("Round {number} (invented)"),
        title_es: format!("Consulta {number} (inventada)"),
        text_en: vec![format!("The workshop {number} takes place.")],
        text_es: vec![format!("El taller {number} se realiza.")],
        deadline: format!("{until}T17:00"),
    }
}

fn asking(number: u32, until: civil::Date) -> NewCommentRound {
    let text = (format!("The guide {number} is short."), format!("La guía {number} es breve."));
    NewCommentRound {
        symbol: format!("BENCH/2026/1/COM/{number}"),
        title_en: format!("Guide {number} (invented)"),
        title_es: format!("Guía {number} (inventada)"),
        paragraphs: vec![NewParagraph { name: String::new(), en: text.0, es: text.1 }],
        observers: true,
        until: until.to_string(),
        ..NewCommentRound::default()
    }
}

fn members() -> Vec<String> {
    let more = (0..STATES - OF_THE_PROFILE.len()).map(|at| {
        // Three letters that ISO 3166 leaves to their users.
        format!("Q{}{}", char::from(b'M' + (at / 26) as u8), char::from(b'A' + (at % 26) as u8))
    });
    OF_THE_PROFILE.iter().map(|code| (*code).to_owned()).chain(more).collect()
}

/// Answers the first process's profile with members enough.
fn profile() -> String {
    let mut profile = RCM.to_owned();
    for code in members().iter().skip(OF_THE_PROFILE.len()) {
        let _ = write!(
            profile,
            "\n[[party]]\ncode = \"{code}\"\nkind = \"member\"\n\
             name = {{ en = \"State {code}\", es = \"Estado {code}\", fr = \"État {code}\" }}\n"
        );
    }
    profile
}

/// Enrols an invented person, and answers them with a session's and a token's secret.
fn seat(ground: &Puebla, state: &str, role: &str) -> Result<(Arc<Caller>, String, String), StoreError> {
    let (profile, sessions) = (ground.identity.profile(), Arc::clone(ground.identity.sessions()));
    let now = ground.clock.now();
    let person = NewPerson {
        user_name: format!("{}.bench.{role}", state.to_lowercase()),
        name: format!("{role} (invented)"),
        party: state.parse().map_err(|_| StoreError::Refused("people-no-such-party"))?,
        institution: "Bench".to_owned(),
        post: None,
        roles: vec![role.to_owned()],
        language: None,
    };
    let purpose = Purpose::Secretariat;
    let (caller, cookie, token) = ground.base.write_blocking(move |connection| {
        people::enrol(connection, &profile, &person, None, now)?;
        let missing = || StoreError::Missing(person.user_name.clone());
        let known = people::caller_by_name(connection, &profile, &person.user_name)?.ok_or_else(missing)?;
        let caller = Caller { factor: Factor::Code, ..known };
        let session = sessions.start(connection, &caller, Factor::Code, now)?;
        sessions.choose(connection, session.id, purpose)?;
        let ends_at = now + SignedDuration::from_hours(24);
        let wanted = TokenSpec { name: "bench".to_owned(), purposes: vec![purpose], feed: None, ends_at };
        let token = sessions.make_token(connection, &caller, &wanted, now)?;
        let caller = people::for_command(connection, &profile, &person.user_name, purpose)?.ok_or_else(missing)?;
        Ok::<_, StoreError>((caller, session.secret, token.secret))
    })?;
    Ok((caller, format!("puebla={cookie}"), token))
}

async fn write<P: Permit>(ground: &Arc<Puebla>, caller: &Arc<Caller>) -> Result<Writer<P>, String> {
    let desk = Permitted::<P>::new(Arc::clone(ground), Arc::clone(caller));
    desk.open_to_write(Resource::room()).await.map_err(|refusal| format!("{refusal:?}"))
}

/// Answers a meeting of the past: they are a month apart.
fn meeting(number: u32) -> Result<NewMeeting, Box<dyn Error>> {
    let first_on = civil::date(2000, 1, 10).checked_add((i64::from(number) * 30).days())?;
    Ok(NewMeeting {
        symbol: format!("BENCH/{number}"),
        series: "BENCH".to_owned(),
        number: u16::try_from(number)?,
        title_en: format!("Meeting {number} (invented)"),
        title_es: format!("Reunión {number} (inventada)"),
        parent: String::new(),
        members_only: false,
        host: "MEX".to_owned(),
        first_on: first_on.to_string(),
        last_on: first_on.checked_add(1.day())?.to_string(),
        zone: "America/Cancun".to_owned(),
        place: "Arenal".to_owned(),
    })
}

fn decision(meeting: u32, number: u32, members: &[String]) -> NewDecision {
    let asks = ASKS.iter().enumerate().map(|(at, (verb, due))| NewAsk {
        verb: (*verb).to_owned(),
        addressees: vec![members[(meeting as usize * 7 + number as usize + at * 11) % members.len()].clone()],
        due: (*due).to_owned(),
        ..NewAsk::default()
    });
    NewDecision {
        meeting: format!("BENCH/{meeting}"),
        number,
        original: "en".to_owned(),
        text_en: format!(
            "Entrust those named with guide {meeting}.{number} on the harbours, ferries and posts of the coast."
        ),
        text_es: format!(
            "Encomiendan a quienes se nombra la guía {meeting}.{number} sobre puertos, lanchas y puestos de la costa."
        ),
        asks: asks.collect(),
        ..NewDecision::default()
    }
}
