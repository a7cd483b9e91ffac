//! What this room shows more than once: a meeting's title, days and facts, and tables of meetings.

use base::access::{Permit, Resource};
use base::desk::Reader;
use base::web::parts::Tone;
use base::web::tables::{Column, Table, table};
use base::web::{Voice, parts};
use base::words::Language;
use jiff::civil::Date;
use maud::{Markup, html};

use super::permits::ShowMeeting;
use super::queries::{MEMBERS_ONLY, Meeting};

/// Answers whether whoever reads may see what is kept for members. The policies say so.
pub(super) fn sees_members_only<P: Permit>(reader: &Reader<P>) -> bool {
    let kept = Resource { status: MEMBERS_ONLY, ..Resource::default() };
    reader.ground().policy.allows::<ShowMeeting>(reader.caller(), &kept)
}

/// Says a meeting's title in the reader's language; in French its English one, for it has no other.
pub(crate) fn title<'m>(voice: &Voice, meeting: &'m Meeting) -> &'m str {
    own_title(voice, &meeting.title_en, &meeting.title_es)
}

/// Answers which of two titles is the reader's.
pub(super) fn own_title<'m>(voice: &Voice, title_en: &'m str, title_es: &'m str) -> &'m str {
    match voice.language {
        Language::Es => title_es,
        Language::En | Language::Fr => title_en,
    }
}

/// Writes the days of a meeting.
pub(super) fn days(voice: &Voice, first_on: Date, last_on: Date) -> Markup {
    if first_on == last_on {
        return voice.date(first_on);
    }
    voice.rich("meetings-days", &[], &[("first", voice.date(first_on)), ("last", voice.date(last_on))])
}

/// Says where a meeting stands, and by how many days it slipped.
pub(super) fn standing(voice: &Voice, meeting: &Meeting) -> Markup {
    let slip = meeting.slip_days();
    html! {
        (parts::tag(tone(meeting), &voice.t(meeting.standing.key())))
        @if slip > 0 { " " (voice.tn("meetings-slip", &[("days", slip.into())])) }
        @if slip < 0 { " " (voice.tn("meetings-forward", &[("days", (-slip).into())])) }
    }
}

fn tone(meeting: &Meeting) -> Tone {
    use super::meeting::Standing;
    match meeting.standing {
        Standing::Planned => Tone::Deep,
        Standing::Moved => Tone::Soon,
        Standing::Held => Tone::Done,
        Standing::Cancelled => Tone::Quiet,
    }
}

/// Draws a meeting's facts.
pub(super) fn facts(voice: &Voice, meeting: &Meeting, host: &str) -> Markup {
    let parent = meeting.parent.as_ref().map_or_else(
        || html! { (voice.t("meetings-parent-none")) },
        |parent| html! { a href={ "/meetings/" (parent.in_address()) } { (parent) } },
    );
    let kept = if meeting.members_only { "meetings-members-only-yes" } else { "meetings-members-only-no" };
    parts::facts(&[
        (&voice.t("meetings-symbol"), html! { span .mono { (meeting.symbol) } }),
        (&voice.t("meetings-standing"), standing(voice, meeting)),
        (&voice.t("meetings-when"), days(voice, meeting.first_on, meeting.last_on)),
        (&voice.t("meetings-planned-for"), days(voice, meeting.planned_first_on, meeting.planned_last_on)),
        (&voice.t("meetings-place"), html! { (meeting.place) }),
        (&voice.t("meetings-host"), html! { (host) }),
        (&voice.t("meetings-zone"), html! { (meeting.zone) }),
        (
            &voice.t("meetings-series"),
            html! { (voice.tn("meetings-numbered", &[("series", meeting.series.as_str().into()), ("number", meeting.number.into())])) },
        ),
        (&voice.t("meetings-parent"), parent),
        (&voice.t("meetings-members-only"), html! { (voice.t(kept)) }),
    ])
}

/// Draws a table of meetings, each leading to its own page.
pub(super) fn meetings(voice: &Voice, caption: String, meetings: &[Meeting]) -> Markup {
    let heading = |key| Column::text(voice.t(key).into_owned());
    let rows = meetings.iter().map(|meeting| {
        vec![
            html! { a href={ "/meetings/" (meeting.symbol.in_address()) } { (meeting.symbol) } },
            html! { (title(voice, meeting)) },
            days(voice, meeting.first_on, meeting.last_on),
            html! { (meeting.place) },
            standing(voice, meeting),
        ]
    });
    let columns = vec![
        heading("meetings-symbol"),
        heading("meetings-title"),
        heading("meetings-when"),
        heading("meetings-place"),
        heading("meetings-standing"),
    ];
    table(voice, &Table { id: "meetings", caption, columns, rows: rows.collect(), empty: "meetings-list-empty" })
}
