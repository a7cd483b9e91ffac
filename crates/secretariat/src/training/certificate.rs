//! The act "take a certificate away": a page to be printed, in the reader's language.

use axum::extract::Path;
use axum::response::Response;
use base::desk::{Permitted, Reader};
use base::store::entry_place;
use base::web::{Refusal, Visit, Voice};
use reports::{Record, TrainingCertificate, training_certificate};
use uuid::Uuid;

use super::permits::TakeTrainingCertificate;
use super::queries::Session;
use super::{pages, people, queries};
use crate::printing;

/// Hands the certificate over.
pub(super) async fn page(
    desk: Permitted<TakeTrainingCertificate>,
    visit: Visit,
    Path((reference, person)): Path<(String, String)>,
) -> Result<Response, Refusal> {
    let resource = desk.about(people::one(&reference, &person)).await?;
    let reader = desk.open(resource).await?;
    let session = pages::session(&reader, &reference)?;
    let id: Uuid = person.parse().map_err(|_| Refusal::NotFound)?;
    let content = written(&reader, &visit.voice, &session, id)?;
    let name = content.number.clone();
    printing::pdf(&name, move || training_certificate(&content)).await
}

fn written(
    reader: &Reader<TakeTrainingCertificate>,
    voice: &Voice,
    session: &Session,
    id: Uuid,
) -> Result<TrainingCertificate, Refusal> {
    let (one, course) =
        reader.ask(|now| Ok((queries::nominee(now, &session.symbol, id)?, queries::course(now, &session.course)?)))?;
    let (one, course) = one.zip(course).ok_or(Refusal::NotFound)?;
    let held = one.certificate.ok_or(Refusal::NotFound)?;
    // What no longer counts is not printed as if it did.
    if held.certificate.withdrawn_on.is_some() {
        return Err(Refusal::conflict("training-withdrawn"));
    }
    let place = reader.ask(|now| entry_place(now, held.position))?;
    let place = place.ok_or_else(|| Refusal::Fault(format!("{} has no entry", held.number)))?;
    let identity = &reader.ground().identity;
    let party = identity.party_name(place.state, voice.language);
    let modules = course.modules.iter().map(|module| {
        let title = pages::in_language(voice, &module.title_en, &module.title_es, &module.title_fr);
        if module.partner.is_empty() { title.to_owned() } else { format!("{title} ({})", module.partner) }
    });
    Ok(TrainingCertificate {
        language: voice.language,
        zone: voice.zone.clone(),
        made_at: voice.now,
        process: identity.profile().name.in_language(voice.language).to_owned(),
        number: held.number,
        name: one.name,
        course: pages::title(voice, &course).to_owned(),
        modules: modules.collect(),
        session: session.symbol.to_string(),
        place: format!("{}, {}", session.place, identity.party_name(session.host, voice.language)),
        first_on: session.first_on,
        last_on: session.last_on,
        issued_on: held.issued_on,
        expires_on: held.certificate.expires_on,
        record: Record {
            recorded_by: voice.tn("decisions-recorded-by", &[("party", party.into())]).into_owned(),
            recorded_at: place.at,
            series: place.series.clone(),
            position: place.sequence,
            head: place.head,
        },
    })
}
