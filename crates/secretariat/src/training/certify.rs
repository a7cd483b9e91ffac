//! The act "give the certificates": to everybody of a session who has earned one and has none. Nobody types a name for it.

use std::collections::BTreeSet;

use axum::extract::Path;
use axum::response::Response;
use base::desk::{Entries, Permitted, Writer};
use base::ids::new_id;
use base::web::{Posted, Problem, Refusal, see_other};
use conference::training::{NotEarned, Place, Score, earned};
use jiff::civil::Date;
use jiff::{Timestamp, ToSpan};
use serde::Serialize;
use sha2::{Digest, Sha256};
use utoipa::ToSchema;

use super::entries::{Certified, TrainingEntry};
use super::pages;
use super::permits::RecordTraining;
use super::queries::{self, Course, Nominee, Session};

/// How many certificates an act gave.
#[derive(Debug, Clone, Serialize, ToSchema)]
#[schema(as = TrainingCertified)]
pub struct CertifiedShown {
    /// Certificates given by it.
    pub given: u64,
    /// Nominated people who have none by now.
    pub without: u64,
}

/// Takes the form.
pub(super) async fn submit(
    desk: Permitted<RecordTraining>,
    Path(reference): Path<String>,
    Posted(_): Posted,
) -> Result<Response, Refusal> {
    let resource = desk.about(pages::resource(&reference)).await?;
    let writer = desk.open_to_write(resource).await?;
    enter(&writer, &reference).await?;
    Ok(see_other(&format!("/training/{reference}/people?done=certified")))
}

/// Gives a certificate to everybody of a session who has earned one and has none.
#[utoipa::path(
    post,
    path = "/api/v1/training/{reference}/certify",
    operation_id = "certify_training",
    tag = "training",
    params(("reference" = String, Path, description = "The symbol, with `-` in the place of `/`")),
    responses(
        (status = 200, description = "How many were given", body = CertifiedShown),
        (status = 404, description = "No such session", body = Problem)
    )
)]
pub(super) async fn call(
    desk: Permitted<RecordTraining>,
    Path(reference): Path<String>,
) -> Result<axum::Json<CertifiedShown>, Refusal> {
    let resource = desk.about(pages::resource(&reference)).await?;
    let writer = desk.open_to_write(resource).await?;
    let (given, without) = enter(&writer, &reference).await?;
    Ok(axum::Json(CertifiedShown { given, without }))
}

async fn enter(writer: &Writer<RecordTraining>, reference: &str) -> Result<(u64, u64), Refusal> {
    let session = pages::session(writer.reader(), reference)?;
    let (now, process) = (writer.reader().now(), writer.reader().ground().identity.profile().code.clone());
    writer.append(move |entries| give(entries, &session, &process, now)).await
}

fn give(
    entries: &Entries<'_, TrainingEntry>,
    session: &Session,
    process: &str,
    now: Timestamp,
) -> Result<(u64, u64), Refusal> {
    let tables = entries.now();
    let course = queries::course(tables, &session.course)?.ok_or(Refusal::NotFound)?;
    let people = queries::nominees(tables, &session.symbol)?;
    let places = session.places(&people, now)?;
    let expires_on = session.last_on.saturating_add(i32::from(course.valid_months).months());
    let (mut given, mut without) = (0, 0);
    for (one, place) in people.iter().zip(places).filter(|(one, _)| one.certificate.is_none()) {
        if place != Place::Seat || of(session, &course, one).is_err() {
            without += 1;
            continue;
        }
        given += 1;
        entries.append(&TrainingEntry::Certified(Certified {
            number: number(process, one, now),
            nominee: one.id,
            session: session.symbol.clone(),
            issued_on: session.today(now),
            expires_on,
        }))?;
    }
    Ok((given, without))
}

/// Answers whether somebody has earned a certificate of a course, or what is missing.
pub(super) fn of(session: &Session, course: &Course, one: &Nominee) -> Result<(), NotEarned> {
    let (held, attended): (BTreeSet<Date>, &BTreeSet<Date>) = (session.days(), &one.days);
    // A course was read with a score that is one.
    let pass = Score::new(course.pass).ok_or(NotEarned::Below)?;
    earned(&held, attended, one.after.and_then(Score::new), pass).map(|_| ())
}

/// Letters and digits that are not mistaken for one another when read aloud or typed off paper.
const LETTERS: &[u8; 32] = b"0123456789ABCDEFGHJKMNPQRSTVWXYZ";

/// Makes a number that nobody guesses: fifty bits of chance, hashed so that it tells neither the hour nor the person.
fn number(process: &str, one: &Nominee, now: Timestamp) -> String {
    let hash = Sha256::digest([new_id(now).as_bytes().as_slice(), one.id.as_bytes()].concat());
    let letters: String = hash.iter().take(10).map(|byte| char::from(LETTERS[usize::from(byte & 31)])).collect();
    let (first, second) = letters.split_at(5);
    format!("{process}-{first}-{second}")
}
