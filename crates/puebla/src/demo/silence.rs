//! No-objection rounds of the demonstration, all invented: one that was adopted, one that an objection broke and that was put
//! again, and one that is open, in which a State asks for more time.
//!
//! They are put by a clock that begins some days back and goes on as the story does: a round is open for three days at least.

use std::path::Path;
use std::sync::Arc;

use base::clock::Clock;
use base::ground::{Puebla, Settings};
use jiff::civil::{Date, Time};
use jiff::tz::TimeZone;
use jiff::{SignedDuration, Timestamp, ToSpan};
use secretariat::silence::{
    CommentOnRound, NewExtension, NewPosition, NewRevision, NewRound, OpenRound, ShowRound, TakePosition, ask_for_time,
    comment_on_round, open_round, open_text, put_again, take_position,
};

use crate::arguments::Speaker;
use crate::folder;
use crate::houses::PLANS;
use crate::outcome::Failure;

/// How many days back the story begins.
const BEGINS_DAYS: i64 = 40;

/// English and Spanish title, English and Spanish text, paragraphs between empty lines.
type Put = (&'static str, &'static str, &'static str, &'static str);

const WORKSHOP: Put = (
    "Workshop on the protection of children: 18,400.00 USD from the Reserve Fund (invented)",
    "Taller de protección de la niñez: 18 400,00 USD del Fondo de Reserva (inventado)",
    "The Technical Secretariat may spend up to 18,400.00 USD of the Reserve Fund on the workshop.\n\n\
     It reports on the expense in its next half-yearly report.",
    "La Secretaría Técnica puede gastar hasta 18 400,00 USD del Fondo de Reserva en el taller.\n\n\
     Informa del gasto en su próximo informe semestral.",
);
const NETWORK: Put = (
    "Calendar of the network of liaison officers (invented)",
    "Calendario de la red de funcionarios de enlace (inventado)",
    "The network of liaison officers meets twice a year.\n\nIts next meeting is held in April.",
    "La red de funcionarios de enlace se reúne dos veces al año.\n\nSu próxima reunión se celebra en abril.",
);
const NETWORK_AGAIN: Put = (
    NETWORK.0,
    NETWORK.1,
    "The network of liaison officers meets twice a year.\n\nIts next meeting is held in June, in Guatemala.",
    "La red de funcionarios de enlace se reúne dos veces al año.\n\nSu próxima reunión se celebra en junio, en Guatemala.",
);
const PRESS: Put = (
    "Communiqué on the ninth meeting (invented)",
    "Comunicado sobre la novena reunión (inventado)",
    "The States will meet in Panama to review the Plan of Action.\n\nThe civil network is invited to its open sitting.",
    "Los Estados se reunirán en Panamá para revisar el Plan de Acción.\n\n\
     La red civil está invitada a su sesión abierta.",
);

/// Opens the folder by the clock of the story.
pub(super) fn begin(data: &Path, now: Timestamp) -> Result<Arc<Puebla>, Failure> {
    let clock = Clock::held(now - SignedDuration::from_hours(24 * BEGINS_DAYS));
    Ok(Puebla::open(data, PLANS, clock, Settings { reserve_bytes: 4 << 20, ..Settings::default() })?)
}

/// Tells the story, as the presidency, delegates and an observer do.
pub(super) fn put(ground: &Arc<Puebla>, now: Timestamp) -> Result<(), Failure> {
    let story = Story { ground, today: seat(ground).to_datetime(now).date() };
    story.at(-11, 10);
    story.open("RCGM/2004/1/NO/1", WORKSHOP, -5)?;
    story.open("RCGM/2004/1/NO/2", NETWORK, -4)?;
    story.at(-10, 9);
    for who in ["hnd.delegate", "mex.delegate", "gtm.delegate", "xhc.delegate"] {
        story.read(who, "RCGM-2004-1-NO-1")?;
    }
    story.hold("hnd.delegate", "RCGM/2004/1/NO/1", "no_objection", "")?;
    story.hold("mex.delegate", "RCGM/2004/1/NO/1", "reservation", "Se entiende que el gasto es único. (inventado)")?;
    story.comment("xhc.delegate", "RCGM/2004/1/NO/1", "We can send a trainer. (invented)")?;
    story.at(-9, 11);
    story.read("gtm.delegate", "RCGM-2004-1-NO-2")?;
    let reason = "En abril no se puede viajar: son las elecciones. (inventado)";
    story.hold("gtm.delegate", "RCGM/2004/1/NO/2", "objection", reason)?;
    story.at(-2, 9);
    story.again("RCGM/2004/1/NO/2", NETWORK_AGAIN, 5)?;
    // That the first round's deadline has passed is on record once somebody looks.
    story.read("pan.delegate", "RCGM-2004-1-NO-1")?;
    story.at(-1, 10);
    story.open("RCGM/2004/1/NO/3", PRESS, 6)?;
    for who in ["mex.delegate", "hnd.delegate", "col.delegate"] {
        story.read(who, "RCGM-2004-1-NO-3")?;
    }
    story.hold("gtm.delegate", "RCGM/2004/1/NO/2/Rev.1", "no_objection", "")?;
    story.hold("mex.delegate", "RCGM/2004/1/NO/3", "no_objection", "")?;
    story.comment("col.delegate", "RCGM/2004/1/NO/3", "¿Puede publicarse también en inglés? (inventado)")?;
    story.ask("hnd.delegate", "RCGM/2004/1/NO/3", 9, "La Cancillería responde el lunes. (inventado)")
}

fn seat(ground: &Puebla) -> TimeZone {
    TimeZone::get(&ground.identity.profile().zone).unwrap_or(TimeZone::UTC)
}

struct Story<'g> {
    ground: &'g Arc<Puebla>,
    /// The day on which the demonstration is made, at the seat.
    today: Date,
}

impl Story<'_> {
    fn day(&self, days: i64) -> Date {
        self.today.saturating_add(days.days())
    }

    /// Lets the story go on to an hour at the seat, so many days from today.
    fn at(&self, days: i64, hour: i8) {
        let there = self.day(days).to_datetime(Time::constant(hour, 0, 0, 0));
        if let Ok(there) = seat(self.ground).to_timestamp(there) {
            self.ground.clock.advance(there.duration_since(self.ground.clock.now()));
        }
    }

    fn deadline(&self, days: i64) -> String {
        format!("{}T17:00", self.day(days))
    }

    fn open(&self, symbol: &str, put: Put, days: i64) -> Result<(), Failure> {
        let NewRevision { title_en, title_es, text_en, text_es, deadline } = self.text(put, days);
        let round = NewRound { symbol: symbol.to_owned(), title_en, title_es, text_en, text_es, deadline };
        open_round(&folder::write::<OpenRound>(self.ground, &speaker("pan.presidency"))?, &round)?;
        Ok(())
    }

    fn again(&self, symbol: &str, put: Put, days: i64) -> Result<(), Failure> {
        let writer = folder::write::<OpenRound>(self.ground, &speaker("pan.presidency"))?;
        put_again(&writer, symbol, &self.text(put, days))?;
        Ok(())
    }

    fn text(&self, put: Put, days: i64) -> NewRevision {
        let (title_en, title_es, text_en, text_es) = put;
        let paragraphs = |text: &str| text.split("\n\n").map(str::to_owned).collect();
        NewRevision {
            title_en: title_en.to_owned(),
            title_es: title_es.to_owned(),
            text_en: paragraphs(text_en),
            text_es: paragraphs(text_es),
            deadline: self.deadline(days),
        }
    }

    fn read(&self, who: &str, reference: &str) -> Result<(), Failure> {
        let desk = folder::stand::<ShowRound>(self.ground, &speaker(who))?;
        folder::wait(open_text(desk, reference))?;
        Ok(())
    }

    fn hold(&self, who: &str, symbol: &str, stance: &str, reason: &str) -> Result<(), Failure> {
        let writer = folder::write::<TakePosition>(self.ground, &speaker(who))?;
        let position = NewPosition { stance: stance.to_owned(), reason: reason.to_owned(), seen: None };
        Ok(take_position(&writer, symbol, &position)?)
    }

    fn comment(&self, who: &str, symbol: &str, text: &str) -> Result<(), Failure> {
        Ok(comment_on_round(&folder::write::<CommentOnRound>(self.ground, &speaker(who))?, symbol, text)?)
    }

    fn ask(&self, who: &str, symbol: &str, days: i64, reason: &str) -> Result<(), Failure> {
        let writer = folder::write::<TakePosition>(self.ground, &speaker(who))?;
        let asked = NewExtension { until: self.deadline(days), reason: reason.to_owned() };
        Ok(ask_for_time(&writer, symbol, &asked)?)
    }
}

fn speaker(user_name: &str) -> Speaker {
    Speaker { speaker: user_name.to_owned(), purpose: None }
}
