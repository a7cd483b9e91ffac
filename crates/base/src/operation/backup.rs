//! The act "back up": a copy of everything but the keys, taken while the server goes on answering.

use std::io::Write;

use axum::http::header::CONTENT_LENGTH;
use axum::response::Response;

use super::upkeep::{Done, Upkeep, remember};
use super::{Backup, RELEASE};
use crate::access::Resource;
use crate::desk::{Permitted, Writer};
use crate::store::{Source, StoreError};
use crate::web::{Posted, Refusal, Stream};

/// Takes the snapshots and answers a copy that is ready to be written out.
///
/// It takes as long as the disk needs to copy the databases; call it where waiting is allowed.
pub fn prepare(writer: &Writer<Backup>) -> Result<crate::store::Backup, StoreError> {
    let ground = writer.reader().ground();
    crate::store::Backup::prepare(&Source {
        folder: ground.folder.path(),
        houses: ground.plans.iter().map(|plan| plan.spec).collect(),
        keys: &ground.keys,
        files: &ground.files,
        process: ground.identity.profile().code.clone(),
        release: RELEASE.to_owned(),
        at: ground.clock.now(),
    })
}

/// Writes a prepared copy out and remembers that it was done.
pub fn write_out(writer: &Writer<Backup>, copy: &crate::store::Backup, to: impl Write) -> Result<(), StoreError> {
    copy.write(to)?;
    let manifest = copy.manifest();
    let found = serde_json::json!({
        "size_bytes": copy.size_bytes(), "pieces": manifest.pieces.len(), "access_log": manifest.access_log.leaves,
    });
    let done =
        Done { at: manifest.made_at, person: writer.reader().caller().person, sound: true, found: found.to_string() };
    writer.reader().ground().base.write_blocking(move |base| remember(base, Upkeep::Backup, &done))
}

/// Handles the form of the operator's page.
pub(super) async fn submit(permitted: Permitted<Backup>, Posted(_): Posted) -> Result<Response, Refusal> {
    stream(permitted.open_to_write(Resource::room()).await?).await
}

/// Answers a tar of everything but the keys.
#[utoipa::path(
    post,
    path = "/api/v1/backups",
    operation_id = "back_up",
    responses((status = 200, description = "A tar; shorter than its length says when something failed on the way", content_type = "application/x-tar"))
)]
pub(super) async fn call(permitted: Permitted<Backup>) -> Result<Response, Refusal> {
    stream(permitted.open_to_write(Resource::room()).await?).await
}

async fn stream(writer: Writer<Backup>) -> Result<Response, Refusal> {
    // Before the snapshots, which need room on the disk.
    let stream = Stream::begin(writer.reader().ground(), writer.reader().caller().person)?;
    let prepared = tokio::task::spawn_blocking(move || prepare(&writer).map(|copy| (writer, copy)));
    let (writer, copy) = prepared.await.map_err(|_| Refusal::Busy)??;
    let (process, at) = (copy.manifest().process.to_lowercase(), copy.manifest().made_at);
    let name = format!("puebla-{process}-{}.tar", at.strftime("%Y%m%dT%H%M%SZ"));
    let size_bytes = copy.size_bytes();
    let mut answer = stream.answer("application/x-tar", &name, move |to| write_out(&writer, &copy, to));
    // A reader who gets fewer bytes than this knows that something failed on the way.
    answer.headers_mut().insert(CONTENT_LENGTH, size_bytes.into());
    Ok(answer)
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use axum::body::Body;
    use axum::http::Request;
    use http_body_util::BodyExt;
    use tower::ServiceExt;

    use super::*;
    use crate::access::Purpose;
    use crate::specimen::{Session, Specimen};
    use crate::store::{Keys, restore};
    use crate::web::app;

    /// Downloads a backup as a browser would, and answers it with the length announced.
    async fn downloaded(specimen: &Specimen, session: &Session) -> (Vec<u8>, usize) {
        let request = Request::post("/operation/backup")
            .header("cookie", format!("puebla={}", session.secret))
            .header("content-type", "application/x-www-form-urlencoded")
            .body(Body::from(format!("csrf={}", session.csrf)))
            .unwrap();
        let response = app(&specimen.ground).0.oneshot(request).await.unwrap();
        assert_eq!(response.status(), 200);
        let announced = response.headers()[CONTENT_LENGTH].to_str().unwrap().parse().unwrap();
        (response.into_body().collect().await.unwrap().to_bytes().to_vec(), announced)
    }

    #[tokio::test]
    async fn a_backup_taken_from_a_running_server_is_restored() {
        let specimen = Specimen::new(&[]);
        let operator = specimen.signed_in("XSV", "operator", Purpose::Operation);
        let name = specimen.ground.files.put(b"minutes").unwrap();
        let (tar, announced) = downloaded(&specimen, &operator).await;
        assert_eq!(tar.len(), announced);
        let home = tempfile::tempdir().unwrap();
        let restored =
            restore(tar.as_slice(), &specimen.ground.keys, &home.path().join("again"), &[], specimen.clock.now())
                .unwrap();
        assert_eq!((restored.files, restored.manifest.process.as_str()), (2, "RCM"));
        assert!(home.path().join("again/files").join(&name[..2]).join(&name).exists());
        let base = crate::store::Database::open_alone(&home.path().join("again"), &crate::identity::BASE).unwrap();
        let count = |sql| base.query_row(sql, [], |row| row.get::<_, u64>(0)).unwrap();
        assert_eq!(count("SELECT count(*) FROM person"), 1);
        assert_eq!(count("SELECT count(*) FROM session"), 0, "nobody is signed in to a copy");
        assert!(specimen.get(Some(&operator), "/operation").await.body.contains("Last taken on"));
    }

    #[tokio::test]
    async fn no_key_is_in_it() {
        let specimen = Specimen::new(&[]);
        let operator = specimen.signed_in("XSV", "operator", Purpose::Operation);
        let (tar, _) = downloaded(&specimen, &operator).await;
        for key in std::fs::read_dir(specimen.path().join("keys")).unwrap() {
            let text = std::fs::read(key.unwrap().path()).unwrap();
            let bytes = hex::decode(&text).unwrap();
            for secret in [text, bytes] {
                assert!(!tar.windows(secret.len()).any(|piece| piece == secret.as_slice()));
            }
        }
    }

    #[tokio::test]
    async fn what_is_not_what_was_signed_is_not_restored() {
        let specimen = Specimen::new(&[]);
        let operator = specimen.signed_in("XSV", "operator", Purpose::Operation);
        let (tar, _) = downloaded(&specimen, &operator).await;
        let home = tempfile::tempdir().unwrap();
        let to = home.path().join("again");
        let refused = |tar: &[u8], keys: &Keys| {
            let error = restore(tar, keys, &to, &[], specimen.clock.now()).unwrap_err();
            assert!(!to.exists(), "a failure leaves nothing behind");
            error
        };
        let keys = &specimen.ground.keys;
        let other = Keys::create(&home.path().join("other")).unwrap();
        assert!(matches!(refused(&tar, &other), StoreError::WrongKey(key) if key == "numbers.key"));
        assert!(matches!(refused(&tar[..tar.len() / 2], keys), StoreError::Damaged(_)));
        assert!(matches!(refused(b"", keys), StoreError::Damaged(_)));
        assert!(matches!(refused(b"no tar at all", keys), StoreError::Damaged(_)));
        // One byte changed, in the manifest, in its signature and in each later kilobyte of content.
        for at in [600, 5_000].into_iter().chain((10_000..tar.len() - 2_048).step_by(20_000)) {
            let mut forged = tar.clone();
            forged[at] ^= 1;
            let padding = forged[at] == 1;
            if !padding {
                refused(&forged, keys);
            }
        }
    }

    #[tokio::test]
    async fn a_place_where_something_is_stays_as_it_is() {
        let specimen = Specimen::new(&[]);
        let home = tempfile::tempdir().unwrap();
        std::fs::write(home.path().join("something"), b"").unwrap();
        let error = restore(&b""[..], &specimen.ground.keys, home.path(), &[], specimen.clock.now()).unwrap_err();
        assert!(matches!(error, StoreError::Occupied(_)));
        assert!(home.path().join("something").exists());
    }
}
