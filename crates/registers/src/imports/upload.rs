//! The act "bring rows in bulk": a file from a page or a machine, taken whole and then imported in the background.

use std::fs::File;
use std::future::poll_fn;
use std::pin::Pin;

use axum::body::{Body, Bytes, HttpBody};
use axum::extract::Request;
use axum::http::header::{CONTENT_TYPE, LOCATION};
use axum::http::{HeaderMap, StatusCode};
use axum::response::{IntoResponse, Response};
use base::access::{Resource, Writes};
use base::desk::{Permitted, Writer};
use base::ids::new_id;
use base::store::{Files, StoreError};
use base::web::fields::{self, Field};
use base::web::{Asked, Filled, InputFault, Refusal, Said, Upload, UploadPart, Visit, see_other};
use maud::{Markup, html};
use tokio::io::AsyncWriteExt;
use uuid::Uuid;

use super::api::ImportShown;
use super::entries::ImportEntry;
use super::fault::FileFault;
use super::import::{ImportError, ImportReport, Order, Progress};
use super::permits::{ImportAlerts, ImportStatus};
use super::running::{Job, Jobs};
use super::{Format, What, import_alerts, import_status, pages, spool};

/// The most bytes a file may have: some forty million rows.
pub const FILE_BYTES_MAX: usize = 2 << 30;

/// Shows the form for status entries.
pub(super) async fn status_page(desk: Permitted<ImportStatus>, visit: Visit) -> Result<Markup, Refusal> {
    desk.open_with_outcome(Resource::room(), "form").await?;
    Ok(visit.page(pages::title(What::Status), markup(&visit, What::Status, &Filled::new())))
}

/// Shows the form for alerts.
pub(super) async fn alerts_page(desk: Permitted<ImportAlerts>, visit: Visit) -> Result<Markup, Refusal> {
    desk.open_with_outcome(Resource::room(), "form").await?;
    Ok(visit.page(pages::title(What::Alerts), markup(&visit, What::Alerts, &Filled::new())))
}

/// Takes a file of status entries.
pub(super) async fn status(desk: Permitted<ImportStatus>, visit: Visit, upload: Upload) -> Result<Response, Refusal> {
    take(desk, &visit, upload, What::Status, |writer, source, order, progress| {
        import_status(&writer, source, order, progress)
    })
    .await
}

/// Takes a file of alerts.
pub(super) async fn alerts(desk: Permitted<ImportAlerts>, visit: Visit, upload: Upload) -> Result<Response, Refusal> {
    take(desk, &visit, upload, What::Alerts, |writer, source, order, progress| {
        import_alerts(&writer, source, order, progress)
    })
    .await
}

/// Imports status entries of one's own State in bulk: all rows of the file, or none. The body is the file itself.
#[utoipa::path(
    post,
    path = "/api/v1/imports/status",
    operation_id = "import_status",
    tag = "imports",
    params(
        ("format" = Option<String>, Query, description = "`csv` or `jsonl`; seen from the first character when left out"),
        ("dry_run" = Option<bool>, Query, description = "`true` to validate and enter nothing")
    ),
    request_body(content(("text/csv"), ("application/octet-stream")), description = "docs/formats/import.md"),
    responses(
        (
            status = 202,
            description = "Taken; the header Location leads to its report",
            body = ImportShown,
            links(("report" = (operation_id = "show_import", parameters(("id" = "$response.body#/id")))))
        ),
        (status = 409, description = "Another import of one's State is under way", body = base::web::Problem),
        (status = 507, description = "The disk is full; nothing was kept", body = base::web::Problem)
    )
)]
pub(super) async fn status_call(
    desk: Permitted<ImportStatus>,
    visit: Visit,
    query: Asked,
    request: Request,
) -> Result<Response, Refusal> {
    receive(desk, &visit, &query.0, request, What::Status, |writer, source, order, progress| {
        import_status(&writer, source, order, progress)
    })
    .await
}

/// Imports alerts in bulk: all rows of the file, or none. Each waits for another State's confirmation.
#[utoipa::path(
    post,
    path = "/api/v1/imports/alerts",
    operation_id = "import_alerts",
    tag = "imports",
    params(
        ("format" = Option<String>, Query, description = "`csv` or `jsonl`; seen from the first character when left out"),
        ("dry_run" = Option<bool>, Query, description = "`true` to validate and enter nothing")
    ),
    request_body(content(("text/csv"), ("application/octet-stream")), description = "docs/formats/import.md"),
    responses(
        (
            status = 202,
            description = "Taken; the header Location leads to its report",
            body = ImportShown,
            links(("report" = (operation_id = "show_import", parameters(("id" = "$response.body#/id")))))
        ),
        (status = 409, description = "Another import of one's State is under way", body = base::web::Problem)
    )
)]
pub(super) async fn alerts_call(
    desk: Permitted<ImportAlerts>,
    visit: Visit,
    query: Asked,
    request: Request,
) -> Result<Response, Refusal> {
    receive(desk, &visit, &query.0, request, What::Alerts, |writer, source, order, progress| {
        import_alerts(&writer, source, order, progress)
    })
    .await
}

type Source = std::io::BufReader<File>;

/// Takes a form with a file and starts the import.
async fn take<P, F>(
    desk: Permitted<P>,
    visit: &Visit,
    mut upload: Upload,
    what: What,
    import: F,
) -> Result<Response, Refusal>
where
    P: Writes<ImportEntry>,
    F: FnOnce(Writer<P>, Source, &Order, &dyn Fn(Progress)) -> Result<ImportReport, ImportError> + Send + 'static,
{
    let (mut dry_run, mut desk, mut taken) = (false, Some(desk), None);
    while let Some(part) = upload.next().await? {
        match part {
            UploadPart::Field(name, value) => dry_run |= name == "step" && value == "try",
            UploadPart::File(_, _, mut content) => {
                // Whoever may not import is told before the file is read.
                let Some(desk) = desk.take() else { continue };
                let writer = desk.open_to_write(Resource::room()).await?;
                let mut arriving = Arriving::new(&writer.reader().ground().files)?;
                while let Some(piece) = content.chunk().await.map_err(|_| cut_short())? {
                    arriving.take(&piece).await?;
                }
                taken = Some((writer, arriving));
            }
        }
    }
    let (writer, arriving) = match taken {
        Some((writer, arriving)) if arriving.bytes > 0 => (writer, arriving),
        _ => {
            if let Some(desk) = desk {
                desk.open_with_outcome(Resource::room(), "form").await?;
            }
            let mut filled = Filled::new();
            filled.refuse("file", visit.voice.t("imports-file-missing"));
            return Ok(visit.refused_page(pages::title(what), markup(visit, what, &filled)).into_response());
        }
    };
    let source = arriving.whole().await?;
    let order = Order { id: new_id(visit.voice.now), format: None, dry_run };
    let id = start(writer, source, what, order, import)?;
    Ok(see_other(&format!("/imports/{id}")))
}

/// Takes a file as a request's body and starts the import.
async fn receive<P, F>(
    desk: Permitted<P>,
    visit: &Visit,
    query: &Filled,
    request: Request,
    what: What,
    import: F,
) -> Result<Response, Refusal>
where
    P: Writes<ImportEntry>,
    F: FnOnce(Writer<P>, Source, &Order, &dyn Fn(Progress)) -> Result<ImportReport, ImportError> + Send + 'static,
{
    let writer = desk.open_to_write(Resource::room()).await?;
    let format = match query.chosen("format").next() {
        None => None,
        Some(named) => Some(
            named.parse::<Format>().map_err(|_| Refusal::field("format", "format-unknown", "imports-fault-format"))?,
        ),
    };
    // Named and left empty may mean either, and one of them enters everything.
    let dry_run = match query.chosen("dry_run").next() {
        None | Some("false") => false,
        Some("true") => true,
        Some(_) => return Err(Refusal::field("dry_run", "not-true-or-false", "imports-fault-dry-run")),
    };
    check_type(request.headers(), format)?;
    let mut arriving = Arriving::new(&writer.reader().ground().files)?;
    let mut body = request.into_body();
    while let Some(piece) = piece(&mut body).await? {
        arriving.take(&piece).await?;
    }
    if arriving.bytes == 0 {
        return Err(Refusal::Invalid(vec![FileFault::Empty.in_line(1)]));
    }
    let source = arriving.whole().await?;
    let ground = std::sync::Arc::clone(writer.reader().ground());
    let id = start(writer, source, what, Order { id: new_id(visit.voice.now), format, dry_run }, import)?;
    let job = ground.kept::<Jobs>().find(id).ok_or(Refusal::Busy)?;
    let shown = ImportShown::of_job(&visit.voice, &job);
    Ok((StatusCode::ACCEPTED, [(LOCATION, format!("/api/v1/imports/{id}"))], axum::Json(shown)).into_response())
}

fn start<P, F>(writer: Writer<P>, source: File, what: What, order: Order, import: F) -> Result<Uuid, Refusal>
where
    P: Writes<ImportEntry>,
    F: FnOnce(Writer<P>, Source, &Order, &dyn Fn(Progress)) -> Result<ImportReport, ImportError> + Send + 'static,
{
    let reader = writer.reader();
    let jobs = reader.ground().kept::<Jobs>();
    let job = Job::new(order.id, reader.caller().state, what, order.dry_run, reader.now());
    jobs.start(job, source, move |source, order, progress| import(writer, source, order, progress), order)?;
    Ok(order.id)
}

/// A file that is arriving, in a place without a name.
struct Arriving {
    file: tokio::fs::File,
    bytes: usize,
}

impl Arriving {
    fn new(files: &Files) -> Result<Self, StoreError> {
        Ok(Arriving { file: tokio::fs::File::from_std(spool::nameless(files)?), bytes: 0 })
    }

    async fn take(&mut self, piece: &[u8]) -> Result<(), Refusal> {
        self.bytes += piece.len();
        if self.bytes > FILE_BYTES_MAX {
            return Err(Refusal::TooLarge { limit_bytes: FILE_BYTES_MAX });
        }
        Ok(self.file.write_all(piece).await.map_err(StoreError::from)?)
    }

    /// Answers the file, to be read from its beginning.
    async fn whole(mut self) -> Result<File, StoreError> {
        use tokio::io::AsyncSeekExt;
        self.file.flush().await?;
        self.file.seek(std::io::SeekFrom::Start(0)).await?;
        Ok(self.file.into_std().await)
    }
}

async fn piece(body: &mut Body) -> Result<Option<Bytes>, Refusal> {
    loop {
        match poll_fn(|context| Pin::new(&mut *body).poll_frame(context)).await {
            None => return Ok(None),
            Some(Err(_)) => return Err(cut_short()),
            Some(Ok(frame)) => {
                if let Ok(piece) = frame.into_data() {
                    return Ok(Some(piece));
                }
            }
        }
    }
}

fn cut_short() -> Refusal {
    let said = Said::plain("refusal-cut-short");
    Refusal::Invalid(vec![InputFault { code: "cut-short", field: String::new(), line: None, column: None, said }])
}

/// Refuses bodies that some client has wrapped or rewritten, as forms do to line breaks.
fn check_type(headers: &HeaderMap, format: Option<Format>) -> Result<(), Refusal> {
    let given = headers.get(CONTENT_TYPE).and_then(|value| value.to_str().ok()).unwrap_or("");
    let kind = given.split(';').next().unwrap_or("").trim().to_ascii_lowercase();
    let fits = match kind.as_str() {
        "" | "application/octet-stream" => true,
        "text/csv" => format != Some(Format::JsonLines),
        "application/x-ndjson" | "application/jsonl" => format != Some(Format::Csv),
        _ => false,
    };
    if fits { Ok(()) } else { Err(Refusal::MediaType) }
}

fn markup(visit: &Visit, what: What, filled: &Filled) -> Markup {
    let voice = &visit.voice;
    let action = format!("/imports/{what}");
    let file =
        Field::new("file", "imports-file").hint("imports-file-hint").accept(".csv,.tsv,.txt,.jsonl,.ndjson,text/csv");
    html! {
        h1 { (voice.t(pages::title(what))) }
        (fields::error_summary(voice, filled))
        p { (voice.t(pages::about(what))) }
        (fields::upload_form(&action, visit.csrf(), html! {
            (fields::file_input(voice, filled, &file))
            div .row {
                button type="submit" name="step" value="import" { (voice.t("imports-send")) }
                button .plain type="submit" name="step" value="try" { (voice.t("imports-try")) }
                a .button .plain href="/imports" { (voice.t("form-cancel")) }
            }
        }))
        (pages::columns(voice, what))
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::super::samples::*;
    use super::super::{ImportShown, LISTED_MAX};
    use crate::status::samples::*;
    use axum::body::Body;
    use axum::http::Request;
    use base::access::Purpose;
    use base::identity::Factor;
    use base::specimen::Specimen;
    use http_body_util::{Full, Limited};

    const HEADER: &str = "kind,number,first,last,pattern,status,expires_on,reference,reason,issuer";

    fn rows(rows: &[&str]) -> String {
        std::iter::once(HEADER).chain(rows.iter().copied()).map(|row| format!("{row}\r\n")).collect()
    }

    /// Answers the faults of a file as `line column field code`.
    async fn faults(specimen: &Specimen, token: &str, file: &str) -> Vec<String> {
        let shown = import(specimen, token, "", file).await;
        assert_eq!(shown.state, "refused", "{shown:?}");
        let number = |number: Option<u64>| number.map_or("-".to_owned(), |number| number.to_string());
        let one = |fault: &base::web::ProblemFault| {
            format!(
                "{} {} {} {}",
                number(fault.line),
                number(fault.column),
                fault.field.as_deref().unwrap_or("-"),
                fault.code
            )
        };
        shown.errors.iter().map(one).collect()
    }

    #[tokio::test]
    async fn a_file_that_never_ends_is_given_up_at_the_limit() {
        let specimen = specimen();
        let mut arriving = super::Arriving::new(&specimen.ground.files).unwrap();
        arriving.bytes = super::FILE_BYTES_MAX - 2;
        arriving.take(b"ab").await.unwrap();
        let refused = arriving.take(b"c").await.unwrap_err();
        assert_eq!(refused, base::web::Refusal::TooLarge { limit_bytes: super::FILE_BYTES_MAX });
    }

    #[tokio::test]
    async fn a_file_of_every_form_is_entered() {
        let specimen = specimen();
        let token = authority_token(&specimen, "GTM");
        let file = rows(&[
            "passport,K9000001,,,,lost,2031-02-28,ONE,holder_report,GTM",
            "passport,k9-000002,,,,stolen,,TWO,,",
            "",
            "passport,,K91000,K91999,,stolen_blank,2030-01-01,\"RANGE, 3\",,",
            "passport,,,,K9@@##,invalid,2030-01-01,FORM,,gtm",
        ]);
        let shown = import(&specimen, &token, "?format=csv", &file).await;
        assert_eq!((shown.state.as_str(), shown.rows, shown.errors_total), ("entered", Some(4), Some(0)));
        for (number, reference) in
            [("K9000001", "ONE"), ("K9000002", "TWO"), ("K91500", "RANGE, 3"), ("K9AB12", "FORM")]
        {
            assert_eq!(references(&specimen, "GTM", number).await, [reference], "{number}");
        }
        assert!(look_up(&specimen, "GTM", "K9000003").await.is_empty());
        let session = authority(&specimen, "GTM");
        let page = specimen.get(Some(&session), &format!("/imports/{}", shown.id)).await.body;
        assert!(page.contains("4 rows have been entered."), "{page}");
        assert!(specimen.get(Some(&session), "/imports").await.body.contains(&shown.id));
        assert!(specimen.get(Some(&session), "/status").await.body.contains("RANGE, 3"));
    }

    #[tokio::test]
    async fn json_lines_are_entered_too() {
        let specimen = specimen();
        let token = authority_token(&specimen, "GTM");
        let file = "{\"kind\":\"passport\",\"number\":\"K9000001\",\"status\":\"lost\",\"reference\":\"ONE\"}\n\
                    {\"kind\":\"visa\",\"first\":\"K910\",\"last\":\"K919\",\"status\":\"stolen_blank\",\"reference\":\"R\",\"number\":null}\n";
        assert_eq!(import(&specimen, &token, "", file).await.state, "entered");
        assert_eq!(references(&specimen, "GTM", "K9000001").await, ["ONE"]);
    }

    #[tokio::test]
    async fn a_dry_run_says_the_same_and_enters_nothing() {
        let specimen = specimen();
        let token = authority_token(&specimen, "GTM");
        let file = rows(&["passport,K9000001,,,,lost,,ONE,,"]);
        let shown = import(&specimen, &token, "?dry_run=true", &file).await;
        assert_eq!((shown.state.as_str(), shown.rows, shown.dry_run), ("tried", Some(1), true));
        assert!(look_up(&specimen, "GTM", "K9000001").await.is_empty());
        assert_eq!(import(&specimen, &token, "?dry_run=false", &file).await.state, "entered");
        let again = import(&specimen, &token, "?dry_run=true", &file).await;
        assert_eq!((again.state.as_str(), again.errors[0].code.as_str()), ("refused", "number-known"));
    }

    #[tokio::test]
    async fn every_fault_is_named_by_line_and_column_and_nothing_is_entered() {
        let specimen = specimen();
        let token = authority_token(&specimen, "GTM");
        let known = rows(&["passport,K9000009,,,,lost,,KNOWN,,", "passport,,K95000,K95999,,stolen_blank,,KNOWN-R,,"]);
        assert_eq!(import(&specimen, &token, "", &known).await.state, "entered");
        let file = rows(&[
            "passport,K9000001,,,,lost,2031-02-29,ONE,,",
            "sword,K9000002,,,,gone,,,why,",
            "passport,K9000003,,,,lost,,THREE,,HND",
            "passport,K9000004,,,,lost,,FOUR,,Q",
            "passport,K9000005,,,,lost,,FIVE,,",
            "passport,k9-000005,,,,stolen,,SIX,,",
            "passport,K9000009,,,,lost,,SEVEN,,",
            "passport,,K91000,K91999,,stolen_blank,,EIGHT,,",
            "passport,,K91999,K92000,,stolen_blank,,NINE,,",
            "passport,,K95999,K96000,,stolen_blank,,TEN,,",
            "passport,K9000011,,,,lost,\"2031-01-01,R,,",
            "passport,K9000012,,,,lost,,R,,,more",
        ]);
        let found = faults(&specimen, &token, &file).await;
        let expected = [
            "2 7 expires_on expires-on-impossible",
            "3 1 kind kind-unknown",
            "3 6 status status-unknown",
            "3 8 reference reference-missing",
            "3 9 reason reason-unknown",
            "4 10 issuer issuer-other",
            "5 10 issuer issuer-unknown",
            "7 2 number row-twice",
            "8 2 number number-known",
            "10 3 first range-twice",
            "11 3 first range-overlaps",
            "12 7 - quote-open",
            "13 11 - cells-too-many",
        ];
        assert_eq!(found, expected);
        assert!(look_up(&specimen, "GTM", "K9000005").await.is_empty());
    }

    #[tokio::test]
    async fn many_faults_are_counted_and_the_first_listed() {
        let specimen = specimen();
        let token = authority_token(&specimen, "GTM");
        let file = rows(&vec!["passport,?,,,,lost,,R,,"; LISTED_MAX + 50]);
        let shown = import(&specimen, &token, "", &file).await;
        assert_eq!((shown.errors.len(), shown.errors_total), (LISTED_MAX, Some(LISTED_MAX as u64 + 50)));
        assert_eq!(shown.errors.last().unwrap().line, Some(LISTED_MAX as u64 + 1));
        let session = authority(&specimen, "GTM");
        let page = specimen.get(Some(&session), &format!("/imports/{}", shown.id)).await.body;
        assert!(page.contains("250 faults") && page.contains("The first 200 by line are shown."));
        for (language, sentence) in [("es", "El archivo tiene errores."), ("fr", "Le fichier a des erreurs.")] {
            let request = Request::get(format!("/imports/{}", shown.id))
                .header("cookie", format!("puebla={}; language={language}", session.secret));
            let page = specimen.send(request.body(Body::empty()).unwrap()).await.body;
            assert!(page.contains(sentence), "{page}");
        }
    }

    #[tokio::test]
    async fn a_report_stays_small_whatever_the_file_is_full_of() {
        let specimen = specimen();
        let token = authority_token(&specimen, "GTM");
        let line = format!("{{\"{}\":\"x\"}}\n", "x".repeat(60_000));
        let shown = import(&specimen, &token, "", &line.repeat(LISTED_MAX)).await;
        assert_eq!(shown.errors.len(), LISTED_MAX);
        let bytes = serde_json::to_string(&shown).unwrap().len();
        assert!(bytes < 64 * 1024, "{bytes}");
    }

    #[tokio::test]
    async fn what_is_no_such_file_is_refused_and_kept_nowhere() {
        let specimen = specimen();
        let token = authority_token(&specimen, "GTM");
        for (file, code) in [
            ("\n", "file-empty"),
            ("kind,status,reference\n", "file-empty"),
            ("a,b\n1,2", "column-unknown"),
            ("{\"kind\"", "json-syntax"),
        ] {
            assert!(faults(&specimen, &token, file).await.iter().any(|fault| fault.ends_with(code)), "{file}");
        }
        let sent = |kind: &'static str, query: &'static str| {
            send_file(&specimen, &token, kind, query, Body::from(rows(&["passport,K9,,,,lost,,R,,"])))
        };
        assert_eq!(sent("application/x-www-form-urlencoded", "").await.status, 415);
        assert_eq!(sent("text/csv", "?format=jsonl").await.status, 415);
        assert_eq!(sent("text/csv", "?format=xlsx").await.status, 422);
        for unclear in ["?dry_run=maybe", "?dry_run=", "?dry_run", "?format="] {
            assert_eq!(sent("text/csv", unclear).await.status, 422, "{unclear}");
        }
        let nothing = send_file(&specimen, &token, "text/csv", "", Body::empty()).await;
        assert!(nothing.status == 422 && nothing.body.contains("file-empty"), "{}", nothing.body);
        let half = Body::new(Limited::new(Full::from(vec![b'x'; 100]), 10));
        let answer = send_file(&specimen, &token, "text/csv", "", half).await;
        assert_eq!(answer.status, 422);
        assert!(answer.body.contains("cut-short"));
        assert_eq!(std::fs::read_dir(specimen.path().join("files/incoming")).unwrap().count(), 0);
    }

    #[tokio::test]
    async fn a_person_sends_a_file_from_a_page() {
        let specimen = specimen();
        let session = authority(&specimen, "GTM");
        let form = specimen.get(Some(&session), "/imports/status").await.body;
        assert!(form.contains("type=\"file\"") && form.contains("stolen_blank"));
        let file = rows(&["passport,K9000001,,,,lost,,ONE,,"]);
        let answer = send_form(&specimen, &session, &session.csrf, "status", Some(&file), "import").await;
        let path = path_of(answer);
        let page = finished(&specimen, &session, &path).await;
        assert!(page.contains("One row has been entered."), "{page}");
        assert_eq!(references(&specimen, "GTM", "K9000001").await, ["ONE"]);
        let none = send_form(&specimen, &session, &session.csrf, "status", Some(""), "import").await;
        assert_eq!(none.status, 422);
        assert!(none.body.contains("file-error"));
        let tried = send_form(&specimen, &session, &session.csrf, "status", Some(&file), "try").await;
        assert!(finished(&specimen, &session, &path_of(tried)).await.contains("number-known"));
        assert_eq!(send_form(&specimen, &session, "forged", "status", Some(&file), "import").await.status, 403);
    }

    #[tokio::test]
    async fn only_who_may_report_may_import_and_each_sees_their_own_states() {
        let specimen = specimen();
        let token = authority_token(&specimen, "GTM");
        let file = rows(&["passport,K9000001,,,,lost,,ONE,,"]);
        let shown = import(&specimen, &token, "", &file).await;
        let path = format!("/imports/{}", shown.id);
        let steward = specimen.signed_in("GTM", "data_steward", Purpose::DataStewardship);
        let officer = specimen.signed_in("GTM", "border_officer", Purpose::BorderControl);
        let neighbour = authority(&specimen, "HND");
        let observer = specimen.signed_in("COL", "delegate", Purpose::Secretariat);
        for (who, own, form) in
            [(&steward, 200, 404), (&officer, 404, 404), (&neighbour, 404, 200), (&observer, 404, 404)]
        {
            assert_eq!(specimen.get(Some(who), &path).await.status, own);
            assert_eq!(specimen.get(Some(who), "/imports/status").await.status, form);
        }
        for who in [&steward, &officer, &observer] {
            assert_eq!(send_form(&specimen, who, &who.csrf, "status", Some(&file), "import").await.status, 404);
        }
        assert!(!specimen.get(Some(&neighbour), "/imports").await.body.contains(&shown.id));
        let foreign = authority_token(&specimen, "HND");
        assert_eq!(api_get(&specimen, &foreign, &format!("/api/v1{path}")).await.status, 404);
        let name = specimen.enrol("GTM", "gtm.password.only", &["issuing_authority"]);
        let password_only = specimen.sign_in_by(&name, Some(Purpose::DocumentIssuance), Factor::Password);
        let sent = send_form(&specimen, &password_only, "", "status", Some(&file), "import").await;
        assert_eq!(sent.location().as_deref(), Some("/sign-in?next=/imports/status"));
    }

    #[tokio::test]
    async fn an_examiner_brings_alerts_that_wait_for_another_state() {
        let specimen = specimen();
        let examiner = specimen.signed_in("GTM", "document_examiner", Purpose::DocumentExamination);
        let (header, row) = (ALERT_COLUMNS, ALERT);
        let answer =
            send_form(&specimen, &examiner, &examiner.csrf, "alerts", Some(&format!("{header}\n{row}\n")), "import")
                .await;
        let page = finished(&specimen, &examiner, &path_of(answer)).await;
        assert!(page.contains("One row has been entered."), "{page}");
        let twice = format!("{header}\n{row}\n{row}\n{}\n", row.replace("2026-01", "January"));
        let answer = send_form(&specimen, &examiner, &examiner.csrf, "alerts", Some(&twice), "import").await;
        let page = finished(&specimen, &examiner, &path_of(answer)).await;
        assert!(page.contains("row-twice") && page.contains("not-a-month"), "{page}");
        let alerts = specimen.ground.database("registers").unwrap().read(|c| {
            Ok(c.query_row("SELECT count(*) FROM journal_entry JOIN journal_series ON journal_series.id = series WHERE room = 'documents'", [], |row| row.get::<_, u64>(0))?)
        });
        assert_eq!(alerts.unwrap(), 1);
        let authority = authority(&specimen, "GTM");
        assert_eq!(specimen.get(Some(&authority), "/imports/alerts").await.status, 404);
    }

    #[tokio::test]
    async fn an_alert_of_a_month_that_has_begun_where_alerts_are_dated_is_taken() {
        let specimen = specimen();
        let first_of_april = jiff::civil::date(2026, 4, 1).at(6, 0, 0, 0).in_tz("UTC").unwrap().timestamp();
        specimen.clock.advance(first_of_april.duration_since(specimen.clock.now()));
        let examiner = specimen.signed_in("GTM", "document_examiner", Purpose::DocumentExamination);
        let file = format!("{ALERT_COLUMNS}\n{}\n", ALERT.replace("2026-01", "2026-04"));
        let answer = send_form(&specimen, &examiner, &examiner.csrf, "alerts", Some(&file), "import").await;
        let page = finished(&specimen, &examiner, &path_of(answer)).await;
        assert!(page.contains("One row has been entered."), "{page}");
    }

    #[tokio::test]
    async fn alerts_and_the_note_of_their_import_come_together_or_not_at_all() {
        let specimen = specimen();
        let examiner = specimen.signed_in("GTM", "document_examiner", Purpose::DocumentExamination);
        let registers = specimen.ground.database("registers").unwrap();
        let say = |sql: &'static str| {
            registers.write_blocking(move |now| Ok::<_, base::store::StoreError>(now.execute_batch(sql)?)).unwrap();
        };
        let file = "fraud_class,kind,issuer,pattern,points,levels,documents_seen,first_seen,detected_border,detected_in,language\n\
                    forgery,passport,UTO,K9#######,La foto.,1,3,2026-01,air,PAN,es\n";
        say("CREATE TRIGGER unnoted BEFORE INSERT ON import BEGIN SELECT raise(ABORT, 'unnoted'); END");
        let answer = send_form(&specimen, &examiner, &examiner.csrf, "alerts", Some(file), "import").await;
        finished(&specimen, &examiner, &path_of(answer)).await;
        let count =
            |sql: &'static str| registers.read(|now| Ok(now.query_row(sql, [], |row| row.get::<_, u64>(0))?)).unwrap();
        assert_eq!(count("SELECT count(*) FROM alert"), 0);
        say("DROP TRIGGER unnoted");
        let answer = send_form(&specimen, &examiner, &examiner.csrf, "alerts", Some(file), "import").await;
        finished(&specimen, &examiner, &path_of(answer)).await;
        assert_eq!((count("SELECT count(*) FROM alert"), count("SELECT count(*) FROM import")), (1, 1));
    }

    #[test]
    fn what_machines_get_can_be_read_back() {
        let shown = ImportShown { state: "reading".into(), done: Some(7), ..ImportShown::default() };
        let text = serde_json::to_string(&shown).unwrap();
        assert_eq!(serde_json::from_str::<ImportShown>(&text).unwrap().done, Some(7));
        assert!(!text.contains("rows"));
    }
}
