//! The act "verify": recompute the access log, every journal and every file, while the server goes on answering.

use axum::Json;
use axum::response::Response;
use journal::{Checkpoint, Hash, Head, Heads, Name, Series, SignedCheckpoint};
use serde::{Deserialize, Serialize};

use super::gap;
use super::upkeep::{Done, Upkeep, last, remember};
use super::{NAVIGATION, Verify};
use crate::access::{ACCESS, Resource, verify_log_keeping};
use crate::desk::{Permitted, Reader};
use crate::ground::{HousePlan, Puebla, long_looks};
use crate::identity::{BASE, PartyKind};
use crate::store::{Database, House, StoreError, integrity, origin, verify_house};
use crate::web::{InputFault, Posted, Refusal, Said, Sent, see_other};

/// The access log's name in checkpoints.
const LOG: &str = "access_log";

/// The key under which `upkeep` remembers where the access log stood when it last held.
const LOG_HELD: &str = "access_log";

/// What verifying found.
#[derive(Clone, Debug, Default, Serialize, Deserialize, utoipa::ToSchema)]
pub struct Verification {
    /// Whether everything is what was written.
    pub sound: bool,
    /// Each thing that is not, with its place.
    pub damage: Vec<String>,
    /// The access log, unless it is damaged.
    pub access_log: Option<LogFound>,
    /// Each house whose journal holds.
    pub houses: Vec<HouseFound>,
    /// The files that are what their names say.
    pub files: FilesFound,
    /// A signed checkpoint of each journal that holds, one after the other, to be kept elsewhere.
    pub checkpoint: String,
}

/// What verifying the access log found.
#[derive(Clone, Debug, Serialize, Deserialize, utoipa::ToSchema)]
pub struct LogFound {
    /// Lines recomputed.
    pub leaves: u64,
    /// Details that are still kept and match their commitment.
    pub details: u64,
    /// Hash of the last line, hexadecimal.
    pub head: String,
}

impl LogFound {
    /// Answers the last line's position and hash; none for a log without lines.
    fn place(&self) -> Option<(u64, [u8; 32])> {
        let mut head = [0; 32];
        hex::decode_to_slice(&self.head, &mut head).ok()?;
        Some((self.leaves, head)).filter(|(leaves, _)| *leaves > 0)
    }
}

/// What verifying a house found.
#[derive(Clone, Debug, Serialize, Deserialize, utoipa::ToSchema)]
pub struct HouseFound {
    /// The house.
    pub house: String,
    /// Entries recomputed.
    pub entries: u64,
    /// Payloads destroyed under a rule.
    pub destroyed: u64,
    /// Series.
    pub series: u64,
    /// One hash for the heads of all series, hexadecimal.
    pub root: String,
}

/// What verifying the files found.
#[derive(Clone, Debug, Default, Serialize, Deserialize, utoipa::ToSchema)]
pub struct FilesFound {
    /// Files read.
    pub count: u64,
    /// Their bytes.
    pub size_bytes: u64,
}

/// What a machine may send to be verified against.
#[derive(Clone, Debug, Default, Serialize, Deserialize, utoipa::ToSchema)]
#[serde(deny_unknown_fields)]
pub struct VerifyRequest {
    /// Signed checkpoints kept elsewhere, one after the other; absent for none.
    #[serde(default)]
    pub checkpoint: String,
}

/// Verifies everything, against checkpoints kept elsewhere, and remembers that it was done.
///
/// `signed` is the text of any number of signed checkpoints. Damage is an answer, not an error.
///
/// Errors: `Invalid` when `signed` is no text of checkpoints, or not signed by this folder's key; those of the disk.
pub fn verify(reader: &Reader<Verify>, signed: &str) -> Result<Verification, Refusal> {
    let ground = reader.ground();
    let checkpoints = read_checkpoints(ground, signed)?;
    let before = log_before(ground)?;
    let mut found = verify_chains(ground, &checkpoints, before.as_ref())?;
    // What is damaged so far is a chain, or a database; one file among many is put back from a backup.
    let chains = found.damage.clone();
    verify_files(ground, &mut found)?;
    found.sound = found.damage.is_empty();
    // A log that does not hold leaves the place where it last held standing: it must go on from there for good.
    let log_held = found.access_log.as_ref().or(before.as_ref());
    let summary =
        serde_json::json!({ "damage": found.damage, LOG_HELD: log_held, "houses": found.houses, "files": found.files });
    let done =
        Done { at: reader.now(), person: reader.caller().person, sound: found.sound, found: summary.to_string() };
    let gap = ground.base.write_blocking(move |base| {
        remember(base, Upkeep::Verification, &done)?;
        gap::found(base, &chains, done.at)
    })?;
    if gap {
        ground.tell_gap()?;
    }
    Ok(found)
}

/// Recomputes the access log and every journal, and has each database look at itself; files are left aside.
///
/// Errors: those of the disk; damage is an answer.
pub(super) fn verify_chains(
    ground: &Puebla,
    checkpoints: &[Checkpoint],
    before: Option<&LogFound>,
) -> Result<Verification, StoreError> {
    let mut found = Verification { sound: true, ..Verification::default() };
    let folder = ground.folder.path();
    if let Some((log, checkpoint)) = taken(&mut found.damage, verify_access_log(ground, checkpoints, before))? {
        found.access_log = Some(log);
        found.checkpoint.push_str(&checkpoint);
    }
    taken(&mut found.damage, Database::open_alone(folder, &BASE).and_then(|base| integrity(&base, BASE.file)))?;
    for plan in ground.plans {
        let verified = verify_one(ground, plan, checkpoints);
        if let Some((house, checkpoint)) = taken(&mut found.damage, verified)? {
            found.houses.push(house);
            found.checkpoint.push_str(&checkpoint);
        }
    }
    found.sound = found.damage.is_empty();
    Ok(found)
}

/// Answers where the access log stood when it was last verified and held; none before the first time.
pub(super) fn log_before(ground: &Puebla) -> Result<Option<LogFound>, StoreError> {
    let done = ground.base.read(|base| last(base, Upkeep::Verification))?;
    let found = done.and_then(|done| serde_json::from_str::<serde_json::Value>(&done.found).ok());
    Ok(found.and_then(|mut found| serde_json::from_value(found[LOG_HELD].take()).ok()))
}

/// Handles the form of the operator's page.
pub(super) async fn submit(permitted: Permitted<Verify>, Posted(_): Posted) -> Result<Response, Refusal> {
    let reader = permitted.open(Resource::room()).await?;
    run(reader, String::new()).await?;
    Ok(see_other(NAVIGATION.href))
}

/// Recomputes the access log, every journal and every file.
#[utoipa::path(
    post,
    path = "/api/v1/verifications",
    operation_id = "verify",
    request_body = VerifyRequest,
    responses((status = 200, description = "What was found; damage is an answer", body = Verification))
)]
pub(super) async fn call(
    permitted: Permitted<Verify>,
    Sent(request): Sent<VerifyRequest>,
) -> Result<Json<Verification>, Refusal> {
    let reader = permitted.open(Resource::room()).await?;
    Ok(Json(run(reader, request.checkpoint).await?))
}

async fn run(reader: Reader<Verify>, signed: String) -> Result<Verification, Refusal> {
    tokio::task::spawn_blocking(move || verify(&reader, &signed)).await.map_err(|_| Refusal::Busy)?
}

/// The log's head is kept as the head of one series, so that one sort of text keeps everything.
///
/// `before` is where the log stood when it was last verified: what was cut off since is found without any checkpoint.
fn verify_access_log(
    ground: &Puebla,
    checkpoints: &[Checkpoint],
    before: Option<&LogFound>,
) -> Result<(LogFound, String), StoreError> {
    let profile = ground.identity.profile();
    let origin = origin(&profile.code, LOG);
    let keeper = profile.parties.iter().find(|(_, party)| party.kind == PartyKind::Secretariat);
    let keeper = keeper.or(profile.parties.first_key_value()).map(|(code, _)| *code);
    let series = keeper.map(|keeper| Series::new(keeper, Name::literal(LOG)));
    let kept: Vec<(u64, [u8; 32])> = checkpoints
        .iter()
        .filter(|kept| kept.origin() == origin)
        .flat_map(|kept| kept.heads().values())
        .map(|head| (head.sequence, head.hash.0))
        .chain(before.and_then(LogFound::place))
        .collect();
    let connection = Database::open_alone(ground.folder.path(), &ACCESS)?;
    integrity(&connection, ACCESS.file)?;
    let log = verify_log_keeping(&connection, &kept, ground.clock.now(), &long_looks(ground.plans))?;
    let head = Head { sequence: log.leaves, hash: Hash(log.head) };
    let heads: Heads = series.filter(|_| log.leaves > 0).map(|series| (series, head)).into_iter().collect();
    let found = LogFound { leaves: log.leaves, details: log.details, head: hex::encode(log.head) };
    Ok((found, signed(ground, &origin, heads)?.1))
}

/// Signs where a journal stands, and answers its root too.
fn signed(ground: &Puebla, origin: &str, heads: Heads) -> Result<(Hash, String), StoreError> {
    let checkpoint = Checkpoint::new(origin, heads, ground.clock.now().as_microsecond())
        .map_err(|error| StoreError::Damaged(format!("{origin}: {error}")))?;
    Ok((checkpoint.root(), checkpoint.sign(ground.keys.checkpoint()).to_string()))
}

fn verify_one(
    ground: &Puebla,
    plan: &HousePlan,
    checkpoints: &[Checkpoint],
) -> Result<(HouseFound, String), StoreError> {
    let origin = origin(&ground.identity.profile().code, plan.spec.name);
    let of_this_house: Vec<Checkpoint> = checkpoints.iter().filter(|kept| kept.origin() == origin).cloned().collect();
    let connection = House::open_alone(ground.folder.path(), plan.spec)?;
    let verified = verify_house(&connection, plan.spec, &of_this_house)?;
    let series = verified.heads.len() as u64;
    let (root, checkpoint) = signed(ground, &origin, verified.heads)?;
    let found = HouseFound {
        house: plan.spec.name.to_owned(),
        entries: verified.entries,
        destroyed: verified.destroyed,
        series,
        root: hex::encode(root.0),
    };
    Ok((found, checkpoint))
}

fn verify_files(ground: &Puebla, found: &mut Verification) -> Result<(), StoreError> {
    let held = ground.files.held()?;
    found.damage.extend(held.strange.iter().map(|path| format!("files/{path} is no file of ours")));
    for plan in ground.plans {
        let connection = House::open_alone(ground.folder.path(), plan.spec)?;
        for room in plan.rooms {
            let named = (room.files)(&connection)?;
            let gone = named.iter().filter(|name| held.names.binary_search(name).is_err());
            found.damage.extend(gone.map(|name| format!("file {name} is gone")));
        }
    }
    for name in held.names {
        if let Some(content) = taken(&mut found.damage, ground.files.get(&name))? {
            found.files.count += 1;
            found.files.size_bytes += content.len() as u64;
        }
    }
    Ok(())
}

/// Notes damage, such as a file that is gone, and goes on; any other error ends the verification.
fn taken<T>(damage: &mut Vec<String>, result: Result<T, StoreError>) -> Result<Option<T>, StoreError> {
    match result {
        Ok(found) => Ok(Some(found)),
        Err(StoreError::Damaged(what)) => {
            damage.push(what);
            Ok(None)
        }
        Err(gone @ (StoreError::Missing(_) | StoreError::Foreign(_))) => {
            damage.push(gone.to_string());
            Ok(None)
        }
        Err(other) => Err(other),
    }
}

/// Reads any number of signed checkpoints that follow one another.
fn read_checkpoints(ground: &Puebla, text: &str) -> Result<Vec<Checkpoint>, Refusal> {
    let refused = |error: journal::CheckpointError| {
        let said = Said::plain("operation-checkpoint-refused").with("reason", error);
        Refusal::Invalid(vec![InputFault::field("checkpoint", "checkpoint", said)])
    };
    let signers = ground.keys.signers();
    let process = &ground.identity.profile().code;
    let names = || ground.plans.iter().map(|plan| plan.spec.name).chain([LOG]);
    let known = |kept: &str| names().any(|name| origin(process, name) == kept);
    notes(text)
        .iter()
        .map(|note| {
            let signed = SignedCheckpoint::parse(note).map_err(refused)?;
            // The one in force first: what it says of a stranger's is what is told.
            let kept = signers.iter().find_map(|key| signed.verify(key).ok());
            let kept = kept.map_or_else(|| signed.verify(&signers[0]), Ok).map_err(refused)?;
            if !known(kept.origin()) {
                let said = Said::plain("operation-checkpoint-foreign").with("origin", kept.origin());
                return Err(Refusal::Invalid(vec![InputFault::field("checkpoint", "checkpoint", said)]));
            }
            Ok(kept.clone())
        })
        .collect()
}

/// Cuts a text after each last signature line, which begins with an em dash.
fn notes(text: &str) -> Vec<String> {
    let mut notes: Vec<String> = Vec::new();
    let mut signed = true;
    for line in text.split_inclusive('\n') {
        let is_signature = line.starts_with('—');
        match notes.last_mut().filter(|_| !signed || is_signature) {
            Some(note) => note.push_str(line),
            None => notes.push(line.to_owned()),
        }
        signed = is_signature;
    }
    notes
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;
    use crate::access::Purpose;
    use crate::specimen::Specimen;

    #[test]
    fn notes_that_follow_one_another_are_cut_apart() {
        let one = "a\n1\nx\n\n— a 1\n— b 2\n";
        let other = "b\n2\ny\n\n— b 3\n";
        assert_eq!(notes(&format!("{one}{other}")), [one, other]);
        assert_eq!(notes(""), Vec::<String>::new());
    }

    #[tokio::test]
    async fn who_runs_the_machine_verifies_it_by_machine() {
        let specimen = Specimen::new(&[]);
        let operator = specimen.enrol("XSV", "xsv.operator", &["operator"]);
        let token = specimen.token(&operator, &[Purpose::Operation]);
        let sent = serde_json::json!({});
        let answer = specimen.call(&token, Purpose::Operation, "/api/v1/verifications", &sent).await;
        assert_eq!(answer.status, 200, "{}", answer.body);
        let found: Verification = serde_json::from_str(&answer.body).unwrap();
        assert!(found.sound && found.access_log.unwrap().leaves > 0 && found.files.count > 0);
    }

    #[tokio::test]
    async fn damage_is_found_said_and_remembered() {
        let specimen = Specimen::new(&[]);
        let operator = specimen.signed_in("XSV", "operator", Purpose::Operation);
        let name = specimen.ground.files.put(b"minutes").unwrap();
        let place = specimen.path().join("files").join(&name[..2]).join(&name);
        std::fs::write(&place, b"minute").unwrap();
        let answer = specimen.post(&operator, "/operation/verification", &[]).await;
        assert_eq!(answer.status, 303);
        let page = specimen.get(Some(&operator), "/operation").await;
        assert!(page.body.contains(&name), "{}", page.body);
        std::fs::write(&place, b"minutes").unwrap();
        specimen.post(&operator, "/operation/verification", &[]).await;
        assert!(!specimen.get(Some(&operator), "/operation").await.body.contains(&name));
    }

    #[tokio::test]
    async fn a_log_cut_after_its_checkpoint_was_kept_is_found_out() {
        let specimen = Specimen::new(&[]);
        let operator = specimen.enrol("XSV", "xsv.operator", &["operator"]);
        let token = specimen.token(&operator, &[Purpose::Operation]);
        let mut kept = String::new();
        for sound in [true, false] {
            let sent = serde_json::json!({ "checkpoint": kept });
            let answer = specimen.call(&token, Purpose::Operation, "/api/v1/verifications", &sent).await;
            let found: Verification = serde_json::from_str(&answer.body).unwrap();
            assert_eq!(found.sound, sound, "{:?}", found.damage);
            let Some(log) = found.access_log else { continue };
            assert!(found.checkpoint.starts_with("rcm/access_log\n"), "{}", found.checkpoint);
            // The same text, signed with our key, as if the log had had more lines.
            let leaves = log.leaves;
            let series: Series = "XSV/access_log".parse().unwrap();
            let heads = Heads::from([(series, Head { sequence: leaves + 9, hash: Hash([7; 32]) })]);
            kept = signed(&specimen.ground, "rcm/access_log", heads).unwrap().1;
        }
    }

    #[tokio::test]
    async fn a_log_that_does_not_go_on_from_where_it_was_verified_is_found_out_for_good() {
        let specimen = Specimen::new(&[]);
        let operator = specimen.enrol("XSV", "xsv.operator", &["operator"]);
        let token = specimen.token(&operator, &[Purpose::Operation]);
        let verify = async || {
            let answer =
                specimen.call(&token, Purpose::Operation, "/api/v1/verifications", &serde_json::json!({})).await;
            serde_json::from_str::<Verification>(&answer.body).unwrap()
        };
        assert!(verify().await.sound && verify().await.sound);
        // As if it had had more lines by then, which are gone.
        let held = LogFound { leaves: 40, details: 40, head: "07".repeat(32) };
        let found = serde_json::json!({ LOG_HELD: held }).to_string();
        let before = specimen.ground.base.read(|base| last(base, Upkeep::Verification)).unwrap().unwrap();
        let done = Done { found, ..before };
        specimen.ground.base.write_blocking(move |base| remember(base, Upkeep::Verification, &done)).unwrap();
        for _ in 0..2 {
            let found = verify().await;
            assert!(!found.sound && found.damage[0].contains("it once had 40 lines"), "{:?}", found.damage);
        }
    }

    #[tokio::test]
    async fn a_stray_file_is_damage_and_stops_neither_verifying_nor_backing_up() {
        let specimen = Specimen::new(&[]);
        let user_name = specimen.enrol("XSV", "xsv.operator", &["operator"]);
        let operator = specimen.sign_in(&user_name, Some(Purpose::Operation));
        let token = specimen.token(&user_name, &[Purpose::Operation]);
        let beside = specimen.path().join("files/ab");
        std::fs::create_dir_all(&beside).unwrap();
        for stray in [".DS_Store", "x"] {
            std::fs::write(beside.join(stray), b"").unwrap();
        }
        let sent = serde_json::json!({});
        let answer = specimen.call(&token, Purpose::Operation, "/api/v1/verifications", &sent).await;
        let found: Verification = serde_json::from_str(&answer.body).unwrap();
        assert_eq!(found.damage, ["files/ab/.DS_Store is no file of ours", "files/ab/x is no file of ours"]);
        assert!(found.files.count > 0 && !found.sound);
        let tar = specimen.post(&operator, "/operation/backup", &[]).await;
        assert_eq!(tar.status, 200);
        assert!(tar.body.contains("MANIFEST.sig"));
    }

    #[tokio::test]
    async fn a_file_that_is_gone_is_damage() {
        let specimen = Specimen::new(&[]);
        let operator = specimen.enrol("XSV", "xsv.operator", &["operator"]);
        let token = specimen.token(&operator, &[Purpose::Operation]);
        let (place, aside) = (specimen.path().join(ACCESS.file), specimen.path().join("aside"));
        std::fs::rename(&place, &aside).unwrap();
        let sent = serde_json::json!({});
        let answer = specimen.call(&token, Purpose::Operation, "/api/v1/verifications", &sent).await;
        let found: Verification = serde_json::from_str(&answer.body).unwrap();
        assert!(found.damage[0].contains("access.db is not there"), "{:?}", found.damage);
        assert!(!place.exists(), "and none is made in its place");
        std::fs::rename(&aside, &place).unwrap();
    }

    #[tokio::test]
    async fn a_checkpoint_of_somebody_else_is_refused() {
        let specimen = Specimen::new(&[]);
        let operator = specimen.enrol("XSV", "xsv.operator", &["operator"]);
        let token = specimen.token(&operator, &[Purpose::Operation]);
        let foreign = ed25519_dalek::SigningKey::from_bytes(&[7; 32]);
        let note = Checkpoint::new("rcm/registers", journal::Heads::new(), 0).unwrap().sign(&foreign).to_string();
        let sent = serde_json::json!({ "checkpoint": note });
        let answer = specimen.call(&token, Purpose::Operation, "/api/v1/verifications", &sent).await;
        assert_eq!(answer.status, 422, "{}", answer.body);
        assert!(answer.body.contains("\"field\":\"checkpoint\""));
    }
}
