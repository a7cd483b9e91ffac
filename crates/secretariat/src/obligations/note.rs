//! The act "write down what came of a duty": evidence, a later day that is expected, evidence that was none.

use axum::extract::Path;
use axum::response::{IntoResponse, Response};
use base::access::Resource;
use base::desk::{Entries, Permitted, Reader};
use base::web::fields::{self, Choice, Field};
use base::web::parts;
use base::web::{Filled, Posted, Refusal, Visit, see_other};
use conference::obligations::{Act, Owner};
use conference::said::Said;
use jiff::civil::Date;
use maud::{Markup, html};

use super::entries::{Evidence, EvidenceWithdrawn, Expected, ObligationEntry};
use super::permits::NoteObligation;
use super::show::Shown;
use super::turn::{self, Look};
use super::{list, owner, queries};

/// The longest text of evidence or of a reason, in characters.
pub(super) const TEXT_CHARS_MAX: usize = 1_000;

/// Answers what the policies must know: whose duty it is, for a body has no delegation, and whether it is kept for members.
pub(super) fn resource_of(of: &Owner, members_only: bool, about: String) -> Resource {
    match of {
        Owner::Party(party) => {
            Resource { status: if members_only { "members_only" } else { "open" }, ..Resource::of(*party, about) }
        }
        Owner::Body(_) => Resource { status: "body", about, ..Resource::default() },
    }
}

/// Takes the form.
pub(super) async fn submit(
    desk: Permitted<NoteObligation>,
    visit: Visit,
    Path(reference): Path<String>,
    Posted(mut filled): Posted,
) -> Result<Response, Refusal> {
    let typed = owner::parse(filled.typed("owner"));
    let known = super::Reference::from_address(&reference).ok();
    let about = known.clone();
    let found = move |tables: &rusqlite::Connection| {
        let (Some(of), Some(reference)) = (&typed, &about) else { return Ok(None) };
        let charged = turn::read(tables, reference)?.map(|(charged, _)| charged);
        let owes = charged.filter(|charged| charged.obligation.order().owners.contains(of));
        Ok(owes.map(|charged| resource_of(of, charged.members_only, reference.to_string())))
    };
    let resource = desk.about(found).await?;
    let writer = desk.open_to_write(resource).await?;
    let shown = Shown::read(writer.reader(), &reference)?;
    let today = today(writer.reader())?;
    let Some(entry) = typed_entry(&visit, &mut filled, &shown, today) else {
        return Ok(visit.refused_page("obligations-one", shown.markup(&visit, &filled, "")).into_response());
    };
    let reference = shown.charged.reference.clone();
    writer.append(move |entries: &Entries<'_, ObligationEntry>| record(entries, &entry)).await?;
    Ok(see_other(&format!("/obligations/{}?done=noted", reference.in_address())))
}

/// Answers the day at the seat, as the room's entries make it.
pub(super) fn today<P: base::access::Permit>(reader: &Reader<P>) -> Result<Date, Refusal> {
    let (now, seat) = (reader.now(), list::seat(reader.ground()));
    Ok(reader.ask(|tables| Ok(Look::begin(tables, now, &seat)?.today()))?)
}

/// Appends what was written down.
pub(super) fn record(entries: &Entries<'_, ObligationEntry>, entry: &ObligationEntry) -> Result<(), Refusal> {
    if let ObligationEntry::EvidenceWithdrawn(withdrawn) = entry {
        // Asked again inside the transaction: of two who withdraw it at once, one comes second.
        let id = queries::number_of(entries.now(), &withdrawn.of)?.ok_or(Refusal::NotFound)?;
        let gone = |noted: &queries::Noted| matches!(noted.act, Act::EvidenceWithdrawn { of, .. } if of.0 == withdrawn.evidence);
        if queries::noted(entries.now(), id)?.iter().any(gone) {
            return Err(Refusal::conflict("obligations-fault-withdrawn"));
        }
    }
    entries.append(entry)?;
    Ok(())
}

fn typed_entry(visit: &Visit, filled: &mut Filled, shown: &Shown, today: Date) -> Option<ObligationEntry> {
    let voice = &visit.voice;
    let of = shown.charged.reference.clone();
    let owner = filled.typed("owner").to_owned();
    let text = text(visit, filled)?;
    let act = filled.typed("act").to_owned();
    if let Some(position) = act.strip_prefix("withdraw-") {
        let evidence: Option<u64> = position.parse().ok();
        let known = shown.noted.iter().find(|noted| {
            Some(noted.position) == evidence
                && matches!(&noted.act, Act::Evidence { owner: whose, .. } if owner::code(whose) == owner)
        });
        let Some(known) = known else {
            filled.refuse("act", voice.t("obligations-fault-act"));
            return None;
        };
        return Some(ObligationEntry::EvidenceWithdrawn(EvidenceWithdrawn {
            of,
            evidence: known.position,
            reason: text,
        }));
    }
    let period = filled.typed("period").trim().parse::<u16>().ok();
    let period = period.filter(|period| shown.standings.iter().any(|standing| standing.period == *period));
    if period.is_none() {
        filled.refuse("period", voice.t("obligations-fault-period"));
    }
    let day = day(visit, filled);
    let (period, day) = (period?, day?);
    match act.as_str() {
        "done" | "begun" if day > today => {
            filled.refuse("day", voice.t("obligations-fault-future"));
            None
        }
        "done" | "begun" => {
            let completes = act == "done";
            Some(ObligationEntry::Evidence(Evidence { of, owner, period, happened_on: day, completes, text }))
        }
        "expected" if day < today => {
            filled.refuse("day", voice.t("obligations-fault-past"));
            None
        }
        "expected" => Some(ObligationEntry::Expected(Expected { of, owner, period, expected_on: day, reason: text })),
        _ => {
            filled.refuse("act", voice.t("obligations-fault-act"));
            None
        }
    }
}

/// Reads the day of a form, or says what is wrong with it.
pub(super) fn day(visit: &Visit, filled: &mut Filled) -> Option<Date> {
    match filled.date("day") {
        Ok(Some(day)) => Some(day),
        Ok(None) => {
            filled.refuse("day", visit.voice.t("obligations-fault-day"));
            None
        }
        Err(fault) => {
            filled.refuse("day", visit.voice.t(fault.key()));
            None
        }
    }
}

/// Reads the text of a form, or says what is wrong with it.
pub(super) fn text(visit: &Visit, filled: &mut Filled) -> Option<String> {
    let text = filled.typed("text").split_whitespace().collect::<Vec<_>>().join(" ");
    if Said::parse(&text).is_ok() && text.chars().count() <= TEXT_CHARS_MAX {
        return Some(text);
    }
    filled.refuse("text", visit.voice.tn("obligations-fault-text", &[("most", (TEXT_CHARS_MAX as i64).into())]));
    None
}

/// Draws the form.
pub(super) fn form(visit: &Visit, shown: &Shown, path: &str, filled: &Filled, noteable: &[Owner]) -> Markup {
    let voice = &visit.voice;
    let owners: Vec<Choice<'_>> =
        noteable.iter().map(|of| Choice::new(owner::code(of), shown.name(visit, of))).collect();
    let mut acts: Vec<Choice<'_>> = [
        ("done", "obligations-note-done"),
        ("begun", "obligations-note-begun"),
        ("expected", "obligations-note-expected"),
    ]
    .into_iter()
    .map(|(code, key)| Choice::new(code, voice.t(key)))
    .collect();
    for noted in &shown.noted {
        if let Act::Evidence { owner: of, text, .. } = &noted.act
            && noteable.contains(of)
        {
            let short: String = text.as_str().chars().take(60).collect();
            let label = voice.tn("obligations-note-withdraw", &[("text", short.into())]);
            acts.push(Choice::new(format!("withdraw-{}", noted.position), label));
        }
    }
    let last = shown.standings.iter().map(|standing| standing.period).max().unwrap_or(1);
    let filled = if filled.typed("period").is_empty() {
        filled.clone().with("period", last.to_string())
    } else {
        filled.clone()
    };
    parts::card(
        "note",
        &voice.t("obligations-note"),
        fields::form(
            &format!("{path}/note"),
            visit.csrf(),
            html! {
                (fields::select(voice, &filled, &Field::new("act", "obligations-note-what"), &acts))
                (fields::select(voice, &filled, &Field::new("owner", "obligations-owner"), &owners))
                (fields::text_input(voice, &filled, &Field::new("period", "obligations-period").input_mode("numeric").max_length(5)))
                (fields::date_input(voice, &filled, &Field::new("day", "obligations-day")))
                (fields::textarea(voice, &filled, &Field::new("text", "obligations-text").rows(3).max_length(TEXT_CHARS_MAX as u32)))
                (fields::submit_row(voice, "obligations-note-send", None))
            },
        ),
    )
}
