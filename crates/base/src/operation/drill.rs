//! The act "remember a drill": that a backup was restored somewhere else, looked through whole, and thrown away again.

use axum::http::StatusCode;
use jiff::Timestamp;
use serde::de::Error;
use serde::{Deserialize, Deserializer, Serialize};

use super::Drill;
use super::upkeep::{Done, Upkeep, remember};
use crate::access::Resource;
use crate::desk::{Permitted, Writer};
use crate::store::StoreError;
use crate::web::{Refusal, Sent};

/// What came of a drill.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, utoipa::ToSchema)]
#[serde(deny_unknown_fields)]
pub struct DrillReport {
    /// Whether everything was there, and what was written.
    pub sound: bool,
    /// When the backup was made, RFC 3339; absent when that could not be read.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schema(value_type = Option<String>)]
    pub backup_made_at: Option<Timestamp>,
    /// How long it took from the first byte to the last look, in milliseconds.
    #[serde(deserialize_with = "whole")]
    pub took_ms: u64,
    /// Entries of journals recomputed.
    #[serde(deserialize_with = "whole")]
    pub entries: u64,
    /// Lines of the access log recomputed.
    #[serde(deserialize_with = "whole")]
    pub access_log: u64,
}

/// Reads a count such as the description of the API promises: from nought to the most of 63 bits.
fn whole<'d, D: Deserializer<'d>>(from: D) -> Result<u64, D::Error> {
    let count = i64::deserialize(from)?;
    u64::try_from(count).map_err(|_| D::Error::custom("less than nought"))
}

/// Writes down what came of a drill.
pub fn remember_drill(writer: &Writer<Drill>, report: &DrillReport) -> Result<(), StoreError> {
    let reader = writer.reader();
    let found = serde_json::to_string(report).map_err(|error| StoreError::Damaged(error.to_string()))?;
    let done = Done { at: reader.now(), person: reader.caller().person, sound: report.sound, found };
    reader.ground().base.write_blocking(move |base| remember(base, Upkeep::Drill, &done))
}

/// Notes that a backup was restored for practice.
#[utoipa::path(
    post,
    path = "/api/v1/drills",
    request_body = DrillReport,
    responses((status = 204, description = "Noted"))
)]
pub(super) async fn call(permitted: Permitted<Drill>, Sent(report): Sent<DrillReport>) -> Result<StatusCode, Refusal> {
    let writer = permitted.open_to_write(Resource::room()).await?;
    let noted = tokio::task::spawn_blocking(move || remember_drill(&writer, &report));
    noted.await.map_err(|_| Refusal::Busy)??;
    Ok(StatusCode::NO_CONTENT)
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use crate::access::Purpose;
    use crate::specimen::Specimen;

    #[tokio::test]
    async fn a_drill_is_remembered_and_shown() {
        let specimen = Specimen::new(&[]);
        let operator = specimen.enrol("XSV", "xsv.operator", &["operator"]);
        let session = specimen.sign_in(&operator, Some(Purpose::Operation));
        assert!(specimen.get(Some(&session), "/operation").await.body.contains("No drill yet"));
        let token = specimen.token(&operator, &[Purpose::Operation]);
        let sent = |sound| serde_json::json!({ "sound": sound, "took_ms": 4_200, "entries": 7, "access_log": 9 });
        for (sound, said) in [(true, "The backup could be restored"), (false, "The backup could not be restored")] {
            let answer = specimen.call(&token, Purpose::Operation, "/api/v1/drills", &sent(sound)).await;
            assert_eq!(answer.status, 204, "{}", answer.body);
            let page = specimen.get(Some(&session), "/operation").await.body;
            assert!(page.contains(said), "{page}");
        }
    }
}
