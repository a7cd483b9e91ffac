//! What several pages of this room show.

use base::web::parts::{self, Tone};
use base::web::{Filled, InputFault, Voice};
use jiff::civil::Date;
use maud::{Markup, html};

use super::queries::Case;

/// Writes faults beside their fields.
pub(super) fn refuse(voice: &Voice, filled: &mut Filled, faults: &[InputFault]) {
    for fault in faults {
        filled.refuse(&fault.field, voice.say(&fault.said));
    }
}

/// Draws where a case stands on a day. That the panel decided is for the panel: it decides about alerts alone, so that whoever sees
/// it knows that there was one.
pub(super) fn standing(voice: &Voice, case: &Case, today: Date, panel: bool) -> Markup {
    html! {
        @match case.answer {
            Some((outcome, _, _)) => { (parts::tag(Tone::Done, &voice.t(outcome.key()))) },
            None if case.is_overdue(today) => { (parts::tag(Tone::Late, &voice.t("redress-overdue"))) },
            None if case.is_due_soon(today) => { (parts::tag(Tone::Soon, &voice.t("redress-due-soon"))) },
            None => { (parts::tag(Tone::Quiet, &voice.t("redress-waiting"))) },
        }
        @if panel && case.decided_on.is_some() { " " (parts::tag(Tone::Deep, &voice.t("redress-panel-decided"))) }
        @else if case.referred_on.is_some() { " " (parts::tag(Tone::Soon, &voice.t("redress-panel-waits"))) }
    }
}

/// What has just been done, by the code an address carries; none for any other text there.
pub(super) fn done(voice: &Voice, code: &str) -> Option<Markup> {
    let key = match code {
        "answered" => "redress-done-answered",
        "referred" => "redress-done-referred",
        "blocked" => "redress-done-blocked",
        "proposed" => "redress-done-proposed",
        "decided" => "redress-done-decided",
        _ => return None,
    };
    Some(parts::notice(Tone::Done, html! { p { (voice.t(key)) } }))
}
