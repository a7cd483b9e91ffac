//! The form in which a campaign is written down: how it is drawn, filled in from what stands, and read.

use base::access::Permit;
use base::desk::Reader;
use base::web::fields::{self, Choice, Field};
use base::web::{Filled, InputFault, Said, Visit, Voice};
use conference::campaigns::{Currency, minor_units, written};
use maud::{Markup, html};

use super::api::NewCampaign;
use super::coded::{self, AUDIENCES, CHANNELS, LANGUAGES, MEASURES, NOT_MEASURED};
use super::queries::Campaign;
use super::read::{self, LINE_CHARS_MAX, TEXT_CHARS_MAX};
use crate::rounds::fault;

/// What is filled in where nothing stands yet.
pub(super) fn empty() -> Filled {
    Filled::new().with("measured", NOT_MEASURED)
}

/// Fills the form in from what stands.
pub(super) fn filled(campaign: &Campaign) -> Filled {
    let content = &campaign.content;
    let mut filled = Filled::new()
        .with("title_en", &*content.title_en)
        .with("title_es", &*content.title_es)
        .with("title_fr", &*content.title_fr)
        .with("message_en", &*content.message_en)
        .with("message_es", &*content.message_es)
        .with("message_fr", &*content.message_fr)
        .with("places", &*content.places)
        .with("papers", content.papers.replace(' ', ", "))
        .with("cost_minor", content.cost_minor.map(written).unwrap_or_default())
        .with("currency", &*content.currency)
        .with("reached", content.reached.map(|reached| reached.to_string()).unwrap_or_default())
        .with("measured", &*content.measured)
        .with("decision", content.decision.to_string())
        .with("revision", campaign.revision.to_string())
        .with_date("first_on", content.first_on)
        .with_date("last_on", content.last_on);
    for (name, codes) in [
        ("audiences", &content.audiences),
        ("languages", &content.languages),
        ("channels", &content.channels),
        ("states", &content.states),
    ] {
        for code in codes.split_whitespace() {
            filled = filled.with(name, code);
        }
    }
    filled
}

/// Reads the form. What cannot even be said to a machine is a fault here; all else is read as a machine's is.
pub(super) fn typed(filled: &Filled, faults: &mut Vec<InputFault>) -> NewCampaign {
    let typed = |name| filled.typed(name).to_owned();
    let chosen = |name| filled.chosen(name).map(str::to_owned).collect();
    let mut day = |name: &str| match filled.date(name) {
        Ok(day) => day.map(|day| day.to_string()).unwrap_or_default(),
        Err(why) => {
            faults.push(InputFault::field(name, "day", Said::plain(why.key())));
            String::new()
        }
    };
    let (first_on, last_on) = (day("first_on"), day("last_on"));
    let mut figure = |name: &str, key, parse: fn(&str) -> Option<u64>| match filled.typed(name).trim() {
        "" => None,
        text => parse(text).or_else(|| {
            faults.push(fault(name, key));
            Some(0)
        }),
    };
    let cost_minor = figure("cost_minor", "campaigns-fault-cost", minor_units);
    let reached = figure("reached", "campaigns-fault-reached", |text| text.parse().ok());
    NewCampaign {
        title_en: typed("title_en"),
        title_es: typed("title_es"),
        title_fr: typed("title_fr"),
        message_en: typed("message_en"),
        message_es: typed("message_es"),
        message_fr: typed("message_fr"),
        audiences: chosen("audiences"),
        languages: chosen("languages"),
        channels: chosen("channels"),
        states: chosen("states"),
        places: typed("places"),
        first_on,
        last_on,
        papers: filled.typed("papers").split([',', ' ']).filter(|part| !part.is_empty()).map(str::to_owned).collect(),
        cost_minor,
        currency: typed("currency"),
        reached,
        measured: typed("measured"),
        decision: typed("decision"),
        revision: filled.typed("revision").parse().unwrap_or(0),
    }
}

/// Draws the form; `to` is where it is sent, `back` where one goes without sending it.
pub(super) fn markup<P: Permit>(
    reader: &Reader<P>,
    visit: &Visit,
    (title, to, back): (&str, &str, &str),
    filled: &Filled,
) -> Markup {
    let voice = &visit.voice;
    let cancel = html! { a .button .plain href=(back) { (voice.t("form-cancel")) } };
    html! {
        h1 { (voice.t(title)) }
        (fields::error_summary(voice, filled))
        p { (voice.t("campaigns-write-about")) }
        (fields::form(to, visit.csrf(), html! {
            (fields::hidden("revision", filled.typed("revision")))
            (said(voice, filled))
            (whom(reader, voice, filled))
            (figures(voice, filled))
            (fields::submit_row(voice, "campaigns-write-send", Some(cancel)))
        }))
    }
}

fn line<'f>(name: &'f str, label: &'f str) -> Field<'f> {
    Field::new(name, label).max_length(LINE_CHARS_MAX as u32).autocomplete("off")
}

fn said(voice: &Voice, filled: &Filled) -> Markup {
    let text = |name, label| Field::new(name, label).rows(3).max_length(TEXT_CHARS_MAX as u32).optional();
    html! {
        (fields::text_input(voice, filled, &line("title_es", "campaigns-title-es").hint("campaigns-title-hint").optional()))
        (fields::text_input(voice, filled, &line("title_en", "campaigns-title-en").optional()))
        (fields::text_input(voice, filled, &line("title_fr", "campaigns-title-fr").optional()))
        (fields::textarea(voice, filled, &text("message_es", "campaigns-message-es").hint("campaigns-message-hint")))
        (fields::textarea(voice, filled, &text("message_en", "campaigns-message-en")))
        (fields::textarea(voice, filled, &text("message_fr", "campaigns-message-fr")))
    }
}

fn whom<P: Permit>(reader: &Reader<P>, voice: &Voice, filled: &Filled) -> Markup {
    let identity = &reader.ground().identity;
    let states: Vec<Choice<'_>> = read::members(reader)
        .map(|code| Choice::new(code.to_string(), identity.party_name(code, voice.language)))
        .collect();
    let [audiences, languages, channels] = [
        ("audiences", "campaigns-audiences", coded::choices(voice, &AUDIENCES)),
        ("languages", "campaigns-languages", coded::choices(voice, &LANGUAGES)),
        ("channels", "campaigns-channels", coded::choices(voice, &CHANNELS)),
    ];
    html! {
        @for (name, label, choices) in [audiences, languages, channels, ("states", "campaigns-states", states)] {
            (fields::checkboxes(voice, filled, &Field::new(name, label), &choices))
        }
        (fields::text_input(voice, filled, &line("places", "campaigns-places").hint("campaigns-places-hint")))
        (fields::date_input(voice, filled, &Field::new("first_on", "campaigns-first-on")))
        (fields::date_input(voice, filled, &Field::new("last_on", "campaigns-last-on")))
    }
}

fn figures(voice: &Voice, filled: &Filled) -> Markup {
    let figure = |name, label| Field::new(name, label).max_length(20).autocomplete("off").optional();
    let mut currencies = vec![Choice::new("", voice.t("campaigns-currency-none"))];
    currencies.extend(Currency::CODES.into_iter().map(|code| Choice::new(code, code)));
    let papers = Field::new("papers", "campaigns-papers").hint("campaigns-papers-hint").max_length(1_200);
    html! {
        (fields::text_input(voice, filled, &papers.autocomplete("off").mono().optional()))
        (fields::text_input(voice, filled, &figure("cost_minor", "campaigns-cost").hint("campaigns-cost-hint").input_mode("decimal")))
        (fields::select(voice, filled, &Field::new("currency", "campaigns-currency").optional(), &currencies))
        (fields::text_input(voice, filled, &figure("reached", "campaigns-reached").hint("campaigns-reached-hint").input_mode("numeric")))
        (fields::select(voice, filled, &Field::new("measured", "campaigns-measured"), &coded::choices(voice, &MEASURES)))
        (fields::text_input(voice, filled, &line("decision", "campaigns-decision").hint("campaigns-decision-hint").mono()))
    }
}
