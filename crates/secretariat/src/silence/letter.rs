//! The act "take the result letter of a round": a copy as PDF, once nothing changes the outcome any more.

use axum::extract::Path;
use axum::response::Response;
use base::desk::{Permitted, Reader};
use base::store::entry_place;
use base::web::{Asked, Problem, Refusal, Visit};
use base::words::Language;
use conference::silence::{Act, Disposition, Outcome, Stance, Standing};
use jiff::tz::TimeZone;
use journal::StateCode;
use reports::{Elector, Letter, Position, Record, Remark, Text, Zoned};

use super::permits::TakeLetter;
use super::telling::Told;
use super::{saying, telling};
use crate::printing;

/// Hands the letter over, in the language that is asked for or the reader's.
pub(super) async fn page(
    desk: Permitted<TakeLetter>,
    visit: Visit,
    Path(reference): Path<String>,
    query: Asked,
) -> Result<Response, Refusal> {
    // What an address names wrongly is left out: the reader's own language stands for it.
    let language = query.0.chosen("language").next().and_then(Language::parse).unwrap_or(visit.voice.language);
    taken(desk, &reference, language).await
}

/// Hands the result letter of a round over: a copy, of which the record prevails.
#[utoipa::path(
    get,
    path = "/api/v1/silence/{reference}/letter",
    operation_id = "take_letter",
    tag = "silence",
    params(
        ("reference" = String, Path, description = "The symbol, with `-` in the place of `/`"),
        ("language" = Option<String>, Query, description = "`en`, `es` or `fr`; left out, `en`")
    ),
    responses(
        (status = 200, description = "The letter", body = Vec<u8>, content_type = "application/pdf"),
        (status = 404, description = "No such round", body = Problem),
        (status = 409, description = "The round has not ended for good, or is longer than such a document", body = Problem),
        (status = 422, description = "No such language", body = Problem)
    )
)]
pub(super) async fn call(
    desk: Permitted<TakeLetter>,
    Path(reference): Path<String>,
    query: Asked,
) -> Result<Response, Refusal> {
    let language = query.0.chosen("language").next().map_or(Some(Language::En), Language::parse);
    let language = language.ok_or_else(|| Refusal::field("language", "language", "silence-fault-language"))?;
    taken(desk, &reference, language).await
}

async fn taken(desk: Permitted<TakeLetter>, reference: &str, language: Language) -> Result<Response, Refusal> {
    let (position, resource) = saying::opened(&desk, reference).await?;
    let reader = desk.open(resource).await?;
    let told = telling::told(&reader, position).await?;
    let letter = letter(&reader, &told, language)?;
    let name = format!("{}-{}", told.round.symbol.in_address(), language.tag());
    printing::pdf(&name, move || reports::letter(&letter)).await
}

/// Answers what the letter says.
///
/// Errors: `Conflict` while the round has not ended for good.
fn letter(reader: &Reader<TakeLetter>, told: &Told, language: Language) -> Result<Letter, Refusal> {
    let (round, account) = (&told.round, &told.account);
    let ground = reader.ground();
    let profile = ground.identity.profile();
    let name = |party: StateCode| ground.identity.party_name(party, language);
    let names = |parties: &[StateCode]| parties.iter().map(|party| name(*party)).collect();
    let outcome = match &account.outcome {
        _ if !account.settled => return Err(Refusal::conflict("silence-fault-no-letter")),
        Outcome::Open => return Err(Refusal::conflict("silence-fault-no-letter")),
        Outcome::Adopted { .. } => reports::Outcome::Adopted,
        Outcome::Broken { since, by, .. } => reports::Outcome::Broken { since: *since, by: names(by) },
        Outcome::Lapsed { undelivered, spoken, .. } => {
            reports::Outcome::Lapsed { undelivered: names(undelivered), spoken: *spoken }
        }
    };
    let entry = reader.ask(|now| entry_place(now, round.position))?.ok_or(Refusal::NotFound)?;
    let terms = round.opening.terms();
    let zone = |name: &str| TimeZone::get(name).unwrap_or(TimeZone::UTC);
    let place = |party: &StateCode| {
        let known = profile.parties.get(party)?;
        Some(Zoned { name: name(*party), zone: zone(&known.zone) })
    };
    let presidency = ground.words.text(language, "silence-presidency-of", &[("state", name(terms.by.party).into())]);
    Ok(Letter {
        language,
        zone: zone(&profile.zone),
        made_at: reader.now(),
        process: profile.name.in_language(language).to_owned(),
        symbol: round.symbol.to_string(),
        title: if language == Language::Es { &round.opened.title_es } else { &round.opened.title_en }.clone(),
        texts: texts(told, language),
        texts_sha256: terms.text.0,
        opened_at: terms.opened_at,
        deadline: account.deadline,
        places: terms.electorate.iter().filter_map(place).collect(),
        outcome,
        electorate: account.standing.iter().map(|(state, standing)| elector(told, name(*state), standing)).collect(),
        comments: comments(told, name),
        record: Record {
            recorded_by: presidency.into_owned(),
            recorded_at: entry.at,
            series: entry.series,
            position: entry.sequence,
            head: entry.head,
        },
    })
}

/// The text in both languages, that of the letter first; both are put to the States, so neither is the other's original, and the
/// record has one hash of the two together.
fn texts(told: &Told, language: Language) -> Vec<Text> {
    let opened = &told.round.opened;
    let text = |language, paragraphs: &[String]| Text {
        language,
        original: false,
        paragraphs: paragraphs.to_vec(),
        sha256: None,
    };
    let mut both = vec![text(Language::En, &opened.text_en), text(Language::Es, &opened.text_es)];
    both.sort_by_key(|text| text.language != language);
    both
}

fn elector(told: &Told, name: String, standing: &Standing) -> Elector {
    let line = standing.position.and_then(|position| told.account.lines.iter().find(|line| line.sequence == position));
    let remark = |said: &conference::said::Said| Remark { language: None, text: said.to_string() };
    let position = line.zip(standing.stance.as_ref()).map(|(line, stance)| Position {
        stance: match stance {
            Stance::NoObjection => reports::Stance::NoObjection,
            Stance::Objection(why) => reports::Stance::Objection(remark(why)),
            Stance::Reservation(what) => reports::Stance::Reservation(remark(what)),
        },
        at: line.at,
        taken_back_at: standing.taken_back_at,
        replaced: standing.positions.len().saturating_sub(1),
    });
    Elector { name, position, delivered_at: standing.delivered_at, read_at: standing.read_at }
}

fn comments(told: &Told, name: impl Fn(StateCode) -> String) -> Vec<(String, jiff::Timestamp, Remark)> {
    let heard = told.account.lines.iter().filter(|line| line.disposition == Disposition::Taken);
    heard
        .filter_map(|line| match &told.round.history.at(line.sequence)?.act {
            Act::Comment { by, text } => {
                Some((name(by.party), line.at, Remark { language: None, text: text.to_string() }))
            }
            _ => None,
        })
        .collect()
}
