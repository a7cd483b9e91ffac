//! Founding a State or organisation: an operator gives one that has no active administrator its first, by program.

use axum::Json;
use axum::http::StatusCode;
use serde::{Deserialize, Serialize};

use super::super::people::NewPerson;
use super::{ADMINISTRATOR, Found, by_command, form};
use crate::desk::Permitted;
use crate::web::{Refusal, Sent};
use crate::words::Language;

/// Somebody who is to be a party's first administrator.
#[derive(Clone, Debug, Serialize, Deserialize, utoipa::ToSchema)]
#[serde(deny_unknown_fields)]
pub struct FoundRequest {
    /// Three letters of the State or organisation.
    pub party: String,
    /// What the person types to sign in.
    pub user_name: String,
    /// Their name.
    pub name: String,
    /// Their institution's name.
    pub institution: String,
    /// Their language: `en`, `es` or `fr`; absent for whatever their browser asks for.
    #[serde(default)]
    pub language: Option<String>,
}

/// Somebody who may sign in now.
#[derive(Clone, Debug, Serialize, Deserialize, utoipa::ToSchema)]
pub struct FoundAnswer {
    /// What the person types to sign in.
    pub user_name: String,
    /// Their first password, told this once.
    pub password: String,
}

impl FoundRequest {
    fn person(self) -> Result<NewPerson, Refusal> {
        let unfit = |field: &str, key| Refusal::field(field, "invalid", key);
        let party = self.party.parse().map_err(|_| unfit("party", "people-no-such-party"))?;
        let (name, institution) = (self.name.trim().to_owned(), self.institution.trim().to_owned());
        if name.is_empty() || !form::is_line(&name) {
            return Err(unfit("name", "people-name-form"));
        }
        if institution.is_empty() || !form::is_line(&institution) {
            return Err(unfit("institution", "people-institution-form"));
        }
        let read = |code: &str| Language::parse(code).ok_or_else(|| unfit("language", "people-language-form"));
        let language = self.language.as_deref().map(read).transpose()?;
        let roles = vec![ADMINISTRATOR.to_owned()];
        Ok(NewPerson { user_name: self.user_name, name, party, institution, post: None, roles, language })
    }
}

/// Gives a party that has no active administrator its first one.
#[utoipa::path(
    post,
    path = "/api/v1/administrators",
    request_body = FoundRequest,
    responses(
        (status = 201, description = "The first password, told this once", body = FoundAnswer),
        (status = 409, description = "It has an active administrator already", body = crate::web::Problem)
    )
)]
pub(crate) async fn call(
    permitted: Permitted<Found>,
    Sent(request): Sent<FoundRequest>,
) -> Result<(StatusCode, Json<FoundAnswer>), Refusal> {
    let made = by_command::found(permitted, request.person()?).await?;
    Ok((StatusCode::CREATED, Json(FoundAnswer { user_name: made.user_name, password: made.password })))
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;
    use crate::access::Purpose;
    use crate::specimen::Specimen;

    #[tokio::test]
    async fn an_operator_founds_a_state_once_and_what_is_wrong_is_named() {
        let specimen = Specimen::new(&[]);
        let operator = specimen.enrol("XSV", "xsv.operator", &["operator"]);
        let token = specimen.token(&operator, &[Purpose::Operation]);
        let ask = async |party: &str, name: &str, language: &str| {
            let sent = serde_json::json!({
                "party": party, "user_name": "gtm.admin", "name": name, "institution": "Specimen", "language": language,
            });
            let answer = specimen.call(&token, Purpose::Operation, "/api/v1/administrators", &sent).await;
            (answer.status.as_u16(), answer.body)
        };
        let (status, body) = ask("GT", "Specimen", "es").await;
        assert!(status == 422 && body.contains("\"field\":\"party\""), "{status} {body}");
        let (status, body) = ask("GTM", " ", "es").await;
        assert!(status == 422 && body.contains("\"field\":\"name\""), "{status} {body}");
        let (status, body) = ask("GTM", "Specimen", "tlh").await;
        assert!(status == 422 && body.contains("\"field\":\"language\""), "{status} {body}");
        let (status, body) = ask("GTM", "Specimen", "es").await;
        assert_eq!(status, 201, "{body}");
        let made: FoundAnswer = serde_json::from_str(&body).unwrap();
        assert!(made.user_name == "gtm.admin" && made.password.len() >= 12);
        assert_eq!(ask("GTM", "Specimen", "es").await.0, 409, "they have one");
    }

    #[tokio::test]
    async fn of_several_who_found_one_state_at_once_one_does() {
        let specimen = Specimen::new(&[]);
        let operator = specimen.enrol("XSV", "xsv.operator", &["operator"]);
        let token = specimen.token(&operator, &[Purpose::Operation]);
        let ask = async |user_name: &str| {
            let sent = serde_json::json!({
                "party": "GTM", "user_name": user_name, "name": "Specimen", "institution": "Specimen",
            });
            specimen.call(&token, Purpose::Operation, "/api/v1/administrators", &sent).await.status.as_u16()
        };
        let (one, two, three) = tokio::join!(ask("gtm.one"), ask("gtm.two"), ask("gtm.three"));
        let made = [one, two, three].iter().filter(|status| **status == 201).count();
        // Where hashing has no turn for all of them, some are told to come again instead.
        assert!(
            made == 1 && [one, two, three].iter().all(|status| [201, 409, 503].contains(status)),
            "{one} {two} {three}"
        );
        let people = "SELECT count(*) FROM person WHERE party = 'GTM'";
        let founded = specimen.ground.base.read(|base| Ok(base.query_row(people, [], |row| row.get::<_, u64>(0))?));
        assert_eq!(founded.unwrap(), 1);
    }
}
