//! What this room shows more than once, and what a meeting's own page shows of its sitting.

use std::collections::BTreeSet;

use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};
use base::access::{Permit, Resource};
use base::desk::Reader;
use base::store::StoreError;
use base::web::parts::{self, Tone};
use base::web::{Refusal, Visit, Voice};
use base::words::Language;
use maud::{Markup, html};

use super::entries::{Content, Texts};
use super::permits::ShowSitting;
use super::queries::{self, Item};
use super::roll::{self, Expected};
use super::written;
use crate::meetings::{self, MEMBERS_ONLY, Meeting, Symbol};
use crate::members::Class;
use crate::papers::{self, Chip};

/// Answers whether whoever reads may see items that are kept for members. The policies say so.
pub(super) fn sees_members_only<P: Permit>(reader: &Reader<P>, meeting: &Symbol) -> bool {
    let kept = Resource { status: MEMBERS_ONLY, within: meeting.to_string(), ..Resource::default() };
    reader.ground().policy.allows::<ShowSitting>(reader.caller(), &kept)
}

/// Answers the items that whoever reads may see, each with the documents that they may open.
pub(super) fn agenda<P: Permit>(reader: &Reader<P>, meeting: &Symbol) -> Result<Vec<(Item, Vec<Chip>)>, StoreError> {
    let items = seen(reader, meeting)?;
    let named: BTreeSet<Symbol> =
        items.iter().flat_map(|item| &item.content.papers).filter_map(|paper| paper.parse().ok()).collect();
    let chips = papers::chips(reader, &named.into_iter().collect::<Vec<_>>())?;
    let of = |item: &Item| {
        let chip = |paper: &String| chips.iter().find(|chip| chip.paper.symbol.as_str() == paper).cloned();
        item.content.papers.iter().filter_map(chip).collect()
    };
    Ok(items.into_iter().map(|item| (item.clone(), of(&item))).collect())
}

/// Answers the items that whoever reads may see, in their order.
pub(super) fn seen<P: Permit>(reader: &Reader<P>, meeting: &Symbol) -> Result<Vec<Item>, StoreError> {
    let members_only = sees_members_only(reader, meeting);
    reader.ask(|now| queries::agenda(now, meeting, members_only))
}

/// Says whose sitting it is.
pub(super) fn heading(voice: &Voice, key: &str, meeting: &Meeting) -> Markup {
    html! {
        h1 { (voice.tn(key, &[("meeting", meeting.symbol.as_str().into())])) }
        p .aside { (meetings::title(voice, meeting)) }
    }
}

/// Says an item's title in the reader's language; where there is none, another one, and that there is none.
pub(super) fn title(voice: &Voice, content: &Content) -> Markup {
    let texts = Texts { en: content.title_en.clone(), es: content.title_es.clone(), fr: content.title_fr.clone() };
    let Some((language, text)) = written::in_order(&texts, voice.language).first().map(|(l, t)| (*l, (*t).to_owned()))
    else {
        return html! {};
    };
    html! {
        @if language == voice.language { (text) } @else {
            span lang=(language.tag()) { (text) } " "
            small { (voice.tn("sittings-title-missing", &[("language", voice.language.own_name().into())])) }
        }
    }
}

/// Says in which of the conference's own languages an item has no title; the reader's own is said beside the title.
pub(super) fn titles_missing(voice: &Voice, content: &Content) -> Markup {
    let missing = [(Language::Es, &content.title_es), (Language::En, &content.title_en)];
    html! {
        @for (language, _) in missing.iter().filter(|(language, title)| title.is_empty() && *language != voice.language) {
            " " small { (voice.tn("sittings-title-missing", &[("language", language.own_name().into())])) }
        }
    }
}

/// Draws a title in each language that it has: whoever compares two versions has to see them all.
pub(super) fn titles(content: &Content) -> Markup {
    let all = [(Language::En, &content.title_en), (Language::Es, &content.title_es), (Language::Fr, &content.title_fr)];
    html! {
        @for (language, title) in all.into_iter().filter(|(_, title)| !title.is_empty()) {
            p { small { (language.own_name()) ": " } span lang=(language.tag()) { (title) } }
        }
    }
}

/// Says who may see an item, and who may speak to it.
pub(super) fn tags(voice: &Voice, content: &Content) -> Markup {
    html! {
        @if content.members_only { " " (parts::tag(Tone::Soon, &voice.t("sittings-who-members"))) }
        @if content.observer_slot { " " (parts::tag(Tone::Deep, &voice.t("sittings-slot-yes"))) }
    }
}

/// Draws an agenda; `controls` draws what may be done with an item.
pub(super) fn items(voice: &Voice, agenda: &[(Item, Vec<Chip>)], controls: impl Fn(&Item) -> Markup) -> Markup {
    html! {
        @if agenda.is_empty() { p { (voice.t("sittings-agenda-empty")) } } @else {
            ol .agenda { @for (item, chips) in agenda {
                li value=(item.place) {
                    p {
                        strong { (title(voice, &item.content)) } (titles_missing(voice, &item.content)) (tags(voice, &item.content))
                    }
                    @if !chips.is_empty() { (papers::draw_chips(voice, chips)) }
                    (controls(item))
                }
            } }
        }
    }
}

/// Draws texts that say the same, the reader's language first.
pub(super) fn texts(voice: &Voice, texts: &Texts) -> Markup {
    html! {
        @for (language, text) in written::in_order(texts, voice.language) {
            div lang=(language.tag()) {
                p { small { (language.own_name()) } }
                @for paragraph in text.split('\n').filter(|line| !line.trim().is_empty()) { p { (paragraph) } }
            }
        }
        @for (language, text) in [(Language::Es, &texts.es), (Language::En, &texts.en)] {
            @if text.is_empty() { p { small { (voice.tn("sittings-text-missing", &[("language", language.own_name().into())])) } } }
        }
    }
}

/// Answers the key of a class's name in the plural.
pub(super) fn class_key(class: Class) -> &'static str {
    match class {
        Class::Member => "sittings-class-member",
        Class::ObserverState => "sittings-class-observer-state",
        Class::ObserverOrganisation => "sittings-class-observer-organisation",
        Class::Network => "sittings-class-network",
        Class::Guest => "sittings-class-guest",
    }
}

/// Says of each class how many were there of how many, and who was absent; nothing where nothing was recorded.
pub(super) fn attendance(voice: &Voice, all: &[Expected]) -> Markup {
    let of = |class: Class| all.iter().filter(move |one| one.class == class);
    let names = |list: Vec<&Expected>| {
        list.iter().map(|one| one.names.in_language(voice.language)).collect::<Vec<_>>().join(", ")
    };
    html! {
        @if all.iter().all(|one| one.presence.is_none()) { p { (voice.t("sittings-attendance-none")) } } @else {
            dl .facts { @for class in Class::ALL.iter().copied().filter(|class| of(*class).next().is_some()) {
                @let was = |present: bool| of(class).filter(|one| one.presence.as_ref().is_some_and(|p| p.present == present)).collect::<Vec<_>>();
                @let (there, absent) = (was(true), was(false));
                @let unknown: Vec<&Expected> = of(class).filter(|one| one.presence.is_none()).collect();
                div {
                    dt { (voice.t(class_key(class))) }
                    dd {
                        (voice.tn("sittings-present-of", &[("present", there.len().into()), ("all", of(class).count().into())]))
                        @if !absent.is_empty() { br; (voice.tn("sittings-absent-were", &[("names", names(absent).into())])) }
                        @if !unknown.is_empty() { br; (voice.tn("sittings-unknown-are", &[("names", names(unknown).into())])) }
                    }
                }
            } }
        }
    }
}

/// Draws what a meeting's page shows of its sitting: agenda, who was there, how many statements.
pub(crate) fn on_meeting<P: Permit>(reader: &Reader<P>, visit: &Visit, meeting: &Meeting) -> Result<Markup, Refusal> {
    let voice = &visit.voice;
    let path = format!("/meetings/{}", meeting.symbol.in_address());
    let agenda = agenda(reader, &meeting.symbol)?;
    let profile = reader.ground().identity.profile();
    let (all, (statements, waiting)) =
        reader.ask(|now| Ok((roll::expected(now, &profile, meeting)?, queries::counted(now, &meeting.symbol)?)))?;
    Ok(html! {
        (parts::card("agenda", &voice.t("sittings-agenda"), html! {
            (items(voice, &agenda, |_| html! {}))
            p { a href={ (path) "/agenda" } { (voice.t("sittings-agenda-more")) } }
        }))
        (parts::card("attendance", &voice.t("sittings-attendance"), html! {
            (attendance(voice, &all))
            p { a href={ (path) "/attendance" } { (voice.t("sittings-attendance-more")) } }
        }))
        (parts::card("statements", &voice.t("sittings-statements"), html! {
            p { (voice.tn("sittings-counted", &[("count", statements.into()), ("waiting", waiting.into())])) }
            p { a href={ (path) "/statements" } { (voice.t("sittings-statements-more")) } }
        }))
    })
}

/// Leads back to the meeting.
pub(super) fn back(voice: &Voice, meeting: &Meeting) -> Markup {
    html! { p { a href={ "/meetings/" (meeting.symbol.in_address()) } { (voice.t("sittings-back")) } } }
}

/// Answers a form again where what stands forbids the act: what was typed is still there.
pub(super) fn conflict(visit: &Visit, title: &str, body: Markup) -> Response {
    let (_, page) = visit.refused_page(title, body);
    (StatusCode::CONFLICT, page).into_response()
}

/// Refuses where the meeting will not take place.
pub(super) fn refuse_cancelled(meeting: &Meeting) -> Result<(), Refusal> {
    if meeting.is_cancelled() { Err(Refusal::conflict("sittings-fault-cancelled")) } else { Ok(()) }
}
