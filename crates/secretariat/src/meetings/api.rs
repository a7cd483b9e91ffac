//! What machines send and get, and this room's part of the OpenAPI document.

use serde::{Deserialize, Serialize};
use utoipa::{OpenApi, ToSchema};

use super::meeting::Symbol;
use super::queries::Meeting;

/// A meeting that is called.
#[derive(Debug, Clone, Default, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(example = json!({
    "symbol": "LAG/II", "series": "LAG", "number": 2, "title_en": "Second meeting (invented)",
    "title_es": "Segunda reunión (inventada)", "host": "UTO", "first_on": "2027-05-29", "last_on": "2027-05-30",
    "zone": "Europe/Paris", "place": "Arenal"
}))]
pub struct NewMeeting {
    /// Its symbol: capital letters and digits in parts with `/` between.
    pub symbol: String,
    /// Short name of the body whose meetings are counted: up to 12 capital letters and digits.
    pub series: String,
    /// Which of them it is, from 1.
    pub number: u16,
    /// Title in English.
    pub title_en: String,
    /// Title in Spanish.
    pub title_es: String,
    /// Symbol of the meeting that it belongs to.
    #[serde(default)]
    pub parent: String,
    /// Whether it is kept for members.
    #[serde(default)]
    pub members_only: bool,
    /// Member State that receives it.
    pub host: String,
    /// First day, `YYYY-MM-DD`.
    pub first_on: String,
    /// Last day, `YYYY-MM-DD`.
    pub last_on: String,
    /// Time zone of the place, by its IANA name.
    pub zone: String,
    /// City.
    pub place: String,
}

/// What became of a meeting. Days, zone and place left out stay as they are.
#[derive(Debug, Clone, Default, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(example = json!({ "standing": "moved", "first_on": "2027-06-12", "last_on": "2027-06-13", "note": "Storm" }))]
pub struct MeetingChange {
    /// `moved`, `held` or `cancelled`.
    pub standing: String,
    /// Member State that receives it.
    #[serde(default)]
    pub host: String,
    /// First day, `YYYY-MM-DD`.
    #[serde(default)]
    pub first_on: String,
    /// Last day, `YYYY-MM-DD`.
    #[serde(default)]
    pub last_on: String,
    /// Time zone of the place.
    #[serde(default)]
    pub zone: String,
    /// City.
    #[serde(default)]
    pub place: String,
    /// Why, up to 200 characters.
    #[serde(default)]
    pub note: String,
}

/// What a meeting should have been from the beginning.
#[derive(Debug, Clone, Default, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct MeetingCorrection {
    /// All of it, also what was right.
    pub meeting: NewMeeting,
    /// What was mistyped, up to 200 characters.
    pub note: String,
}

/// A meeting as it stands now.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct MeetingShown {
    /// Its symbol.
    pub symbol: String,
    /// The symbol as an address has it, with `-` in the place of `/`.
    pub reference: String,
    /// Short name of the body whose meetings are counted.
    pub series: String,
    /// Which of them it is.
    pub number: u16,
    /// Title in English.
    pub title_en: String,
    /// Title in Spanish.
    pub title_es: String,
    /// Symbol of the meeting that it belongs to.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub parent: Option<String>,
    /// Whether it is kept for members.
    pub members_only: bool,
    /// `planned`, `moved`, `held` or `cancelled`.
    pub standing: String,
    /// First day it was first called for.
    pub planned_first_on: String,
    /// Last day it was first called for.
    pub planned_last_on: String,
    /// First day, as now known.
    pub first_on: String,
    /// Last day, as now known.
    pub last_on: String,
    /// By how many days its first day slipped; negative where it was brought forward.
    pub slip_days: i64,
    /// State that receives it.
    pub host: String,
    /// Time zone of the place.
    pub zone: String,
    /// City.
    pub place: String,
}

/// A page of meetings, the latest first.
#[derive(Debug, Clone, Serialize, Deserialize, ToSchema)]
pub struct MeetingsPage {
    /// The meetings.
    pub meetings: Vec<MeetingShown>,
    /// What to ask for next in `after`; left out on the last page.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub next: Option<String>,
}

impl MeetingShown {
    pub(super) fn of(meeting: &Meeting) -> Self {
        MeetingShown {
            symbol: meeting.symbol.to_string(),
            reference: meeting.symbol.in_address(),
            series: meeting.series.clone(),
            number: meeting.number,
            title_en: meeting.title_en.clone(),
            title_es: meeting.title_es.clone(),
            parent: meeting.parent.as_ref().map(Symbol::to_string),
            members_only: meeting.members_only,
            standing: meeting.standing.code().to_owned(),
            planned_first_on: meeting.planned_first_on.to_string(),
            planned_last_on: meeting.planned_last_on.to_string(),
            first_on: meeting.first_on.to_string(),
            last_on: meeting.last_on.to_string(),
            slip_days: meeting.slip_days(),
            host: meeting.host.to_string(),
            zone: meeting.zone.clone(),
            place: meeting.place.clone(),
        }
    }
}

#[derive(OpenApi)]
#[openapi(
    paths(super::list::call, super::plan::call, super::show::call, super::change::call, super::correct::call),
    components(schemas(NewMeeting, MeetingChange, MeetingCorrection, MeetingShown, MeetingsPage))
)]
struct Document;

/// Answers this room's part of the OpenAPI document.
pub(super) fn api() -> utoipa::openapi::OpenApi {
    Document::openapi()
}
