//! The act "list what is owed": overdue first, fifty a page, narrowed by owner, decision, standing and day.

use base::access::{Permit, Resource};
use base::desk::{Permitted, Reader};
use base::ground::Puebla;
use base::store::StoreError;
use base::web::fields::{self, Choice, Field};
use base::web::tables::{Pager, pager};
use base::web::{Asked, Filled, Refusal, Visit, Voice};
use jiff::tz::TimeZone;
use maud::{Markup, html};

use super::permits::{ListObligations, ShowObligation};
use super::turn::{Filter, Look, Place, Row, Wanted, Whose};
use super::{owner, pages};
use crate::meetings::Symbol;

/// Duties a page.
const PAGE_ROWS: usize = 50;

/// Answers the seat's zone; a profile in force has one.
pub(crate) fn seat(ground: &Puebla) -> TimeZone {
    TimeZone::get(&ground.identity.profile().zone).unwrap_or(TimeZone::UTC)
}

/// Answers whether whoever reads may see what is kept for members. The policies say so.
pub(crate) fn sees_members_only<P: Permit>(reader: &Reader<P>) -> bool {
    let kept = Resource { status: "members_only", ..Resource::default() };
    reader.ground().policy.allows::<ShowObligation>(reader.caller(), &kept)
}

/// Shows the list.
pub(super) async fn page(desk: Permitted<ListObligations>, visit: Visit, query: Asked) -> Result<Markup, Refusal> {
    let reader = desk.open(Resource::room()).await?;
    let asked = &query.0;
    // What an address names wrongly is left out: a list is no form to be corrected.
    let after = Place::from_address(asked.typed("after"));
    let filter = narrowed(asked, sees_members_only(&reader));
    let mut rows = turned(&reader, &filter, after.as_ref())?;
    let more = rows.len() > PAGE_ROWS;
    rows.truncate(PAGE_ROWS);
    let first: u64 = asked.typed("row").parse().unwrap_or(1).clamp(1, 1 << 40);
    let count = rows.len() as u64;
    let address = address(&filter);
    let next = rows.last().filter(|_| more).map(|last| last.place.in_address());
    let stand = Pager {
        from: first,
        to: first + count.max(1) - 1,
        total: None,
        previous: after.as_ref().map(|_| address.clone()),
        next: next.map(|place| format!("{address}&after={place}&row={}", first + count)),
    };
    let voice = &visit.voice;
    Ok(visit.page(
        "obligations-list",
        html! {
            h1 { (voice.t("obligations-list")) }
            p { (voice.t("obligations-list-about")) }
            (find(reader.ground(), voice, &filter))
            (pages::duties(reader.ground(), voice, &rows))
            @if more || after.is_some() { (pager(voice, &stand)) }
        },
    ))
}

fn turned(reader: &Reader<ListObligations>, filter: &Filter, after: Option<&Place>) -> Result<Vec<Row>, StoreError> {
    let (now, seat) = (reader.now(), seat(reader.ground()));
    let from = after.cloned().unwrap_or_default();
    reader.ask(|tables| Look::begin(tables, now, &seat)?.turn(tables, filter, &from, PAGE_ROWS + 1))
}

fn narrowed(asked: &Filled, members_only: bool) -> Filter {
    let whose = owner::parse(asked.typed("owner").trim()).map(|known| owner::code(&known));
    let decision = asked.typed("decision").trim().to_uppercase().parse::<Symbol>().ok();
    Filter {
        wanted: Wanted::parse(asked.typed("standing")).unwrap_or(Wanted::ToDo),
        whose: whose.map_or(Whose::Anybodys, Whose::Of),
        decision: decision.map(|symbol| symbol.to_string()),
        due_before: asked.typed("before").trim().parse().ok(),
        members_only,
    }
}

fn address(filter: &Filter) -> String {
    let mut address = format!("/obligations?standing={}", filter.wanted.code());
    if let Whose::Of(owner) = &filter.whose {
        address += &format!("&owner={}", base::web::shell::encoded(owner));
    }
    if let Some(decision) = &filter.decision {
        address += &format!("&decision={}", base::web::shell::encoded(decision));
    }
    if let Some(day) = filter.due_before {
        address += &format!("&before={day}");
    }
    address
}

/// Draws what narrows the list.
fn find(ground: &Puebla, voice: &Voice, filter: &Filter) -> Markup {
    let mut filled = Filled::new().with("standing", filter.wanted.code());
    if let Whose::Of(owner) = &filter.whose {
        filled = filled.with("owner", owner.as_str());
    }
    filled = filled.with("decision", filter.decision.as_deref().unwrap_or_default());
    filled = filled.with("before", filter.due_before.map(|day| day.to_string()).unwrap_or_default());
    let profile = ground.identity.profile();
    let mut named: Vec<(String, String)> = profile
        .parties
        .keys()
        .map(|party| (party.to_string(), ground.identity.party_name(*party, voice.language)))
        .collect();
    voice.collate(&mut named, |(_, name)| name);
    let mut owners = vec![Choice::new("", voice.t("obligations-owner-any"))];
    owners.extend(named.into_iter().map(|(code, name)| Choice::new(code, name)));
    if let Whose::Of(code) = &filter.whose
        && let Some(body) = code.strip_prefix("body:")
    {
        owners.push(Choice::new(code.clone(), body.to_owned()));
    }
    let standings = Wanted::ALL.map(|wanted| Choice::new(wanted.code(), voice.t(wanted.key())));
    fields::search_form(
        "/obligations",
        html! {
            (fields::select(voice, &filled, &Field::new("standing", "obligations-standing"), &standings))
            (fields::select(voice, &filled, &Field::new("owner", "obligations-owner").optional(), &owners))
            (fields::text_input(voice, &filled, &Field::new("decision", "obligations-decision").optional().max_length(40)))
            (fields::text_input(voice, &filled, &Field::new("before", "obligations-before").hint("obligations-before-hint").optional().max_length(10)))
            (fields::submit_row(voice, "obligations-find", None))
        },
    )
}
