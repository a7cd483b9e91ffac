//! Invented alerts for tests and the demonstration: names of no one, marked fictional where a reader sees them.

use std::sync::Arc;

use base::access::Resource;
use base::desk::{Entries, Permitted};
use base::ground::Puebla;
use base::identity::Caller;
use base::store::StoreError;
use base::web::Refusal;
use jiff::civil::date;
use uuid::Uuid;

use super::coded::{BasisKind, Category, Offence, Sex, Stance};
use super::entries::{AlertsEntry, Decided};
use super::permits::{ActivateAlert, AdoptRegister, DraftAlert, OptIn, ProposeAlert};
use super::text::{AlertText, Basis, Sealed, Subject};
use super::{Numbering, Proportion, Turn, activate, decide, draft, opt_in, propose, queries, today};

/// Answers a whole text of a category, as of 2 March 2026.
pub fn text(category: Category) -> AlertText {
    let accusing = category.stance() == Stance::Accusing;
    let born = if category.of_child() { "2014-05" } else { "1979-11-23" };
    AlertText {
        subject: Subject {
            given: "Specimen".to_owned(),
            paternal: format!("Ficticio {}", category.code().replace('_', " ")),
            maternal: "Utopía".to_owned(),
            // Both are births.
            born: born.parse().unwrap_or_else(|_| unreachable!("a birth")),
            sex: Sex::Unknown,
        },
        sealed: Sealed {
            reason: "Motivo inventado para una prueba (ficticio).".to_owned(),
            action: category.actions()[0],
            offence: accusing.then(|| category.offence().unwrap_or(Offence::Trafficking)),
            authority: "Juzgado Primero de Utopía (ficticio)".to_owned(),
            basis: (category.stance() != Stance::Protective).then(|| Basis {
                kind: BasisKind::Judicial,
                reference: "EXP-SPECIMEN-17/2026".to_owned(),
                decided_on: date(2026, 1, 15),
                holds_until: None,
            }),
            traits: None,
        },
        handling: None,
    }
}

/// Switches the register on as people do, by the same permits: `coordinator` records a decision that nobody took, each
/// administrator's State takes part in every category. For the demonstration.
///
/// Errors: as each act's.
pub async fn switch_on(
    ground: &Arc<Puebla>,
    coordinator: &Arc<Caller>,
    administrators: &[Arc<Caller>],
) -> Result<(), Refusal> {
    let decided = Decided { symbol: "SPECIMEN/1/DEC/1".to_owned(), on: date(2003, 12, 1) };
    let permitted = Permitted::<AdoptRegister>::new(Arc::clone(ground), Arc::clone(coordinator));
    let writer = permitted.open_to_write(Resource::room()).await?;
    writer.append(move |entries: &Entries<'_, AlertsEntry>| decide(entries, Turn::On, decided)).await?;
    for administrator in administrators {
        let own = Resource::of(administrator.state, "samples".to_owned());
        let permitted = Permitted::<OptIn>::new(Arc::clone(ground), Arc::clone(administrator));
        let writer = permitted.open_to_write(own).await?;
        let all = |entries: &Entries<'_, AlertsEntry>| {
            let basis = || "Ley ficticia 9-2026, artículo 4".to_owned();
            Category::ALL.iter().try_for_each(|category| opt_in(entries, *category, basis()))
        };
        writer.append(all).await?;
    }
    Ok(())
}

/// Alerts of one transaction when many are put in force.
const CHUNK: usize = 500;

/// Puts an alert in force as people do, by the same permits: `author` writes and proposes it, `judge` of the same State activates
/// it; answers its reference. For the demonstration.
///
/// Errors: as each act's.
pub async fn put_in_force(
    ground: &Arc<Puebla>,
    author: &Arc<Caller>,
    judge: &Arc<Caller>,
    category: Category,
    text: AlertText,
) -> Result<String, Refusal> {
    Ok(put_chunk_in_force(ground, author, judge, category, vec![text]).await?.swap_remove(0))
}

/// Does the same with many alerts of one category; answers how many. For the measurements.
///
/// One look a chunk and act is on the access log. Errors: as each act's; what was put in force before stays.
pub async fn put_all_in_force(
    ground: &Arc<Puebla>,
    author: &Arc<Caller>,
    judge: &Arc<Caller>,
    category: Category,
    texts: impl IntoIterator<Item = AlertText>,
) -> Result<usize, Refusal> {
    let mut texts = texts.into_iter();
    let mut done = 0;
    loop {
        let chunk: Vec<AlertText> = texts.by_ref().take(CHUNK).collect();
        if chunk.is_empty() {
            return Ok(done);
        }
        done += put_chunk_in_force(ground, author, judge, category, chunk).await?.len();
    }
}

async fn put_chunk_in_force(
    ground: &Arc<Puebla>,
    author: &Arc<Caller>,
    judge: &Arc<Caller>,
    category: Category,
    texts: Vec<AlertText>,
) -> Result<Vec<String>, Refusal> {
    let status = if category.of_child() { "child" } else { "adult" };
    let own = || Resource { status, ..Resource::of(author.state, "samples".to_owned()) };
    let (state, numbering) = (author.state, Numbering::at(&ground.identity.profile(), ground.clock.now()));
    let permitted = Permitted::<DraftAlert>::new(Arc::clone(ground), Arc::clone(author));
    let drafted = move |entries: &Entries<'_, AlertsEntry>| {
        let one = |text| {
            let reference = draft(entries, &numbering, category, text)?;
            let alert = queries::own(entries.now(), &reference, state, today(entries.stamp().at))?;
            let id = alert.map(|alert| alert.id).unwrap_or_default();
            Ok::<_, StoreError>((reference, id, queries::version(entries.now(), id, 1)?.hash))
        };
        texts.into_iter().map(one).collect::<Result<Vec<_>, _>>()
    };
    let drafts = permitted.open_to_write(own()).await?.append(drafted).await?;
    let (references, seen): (Vec<String>, Vec<(Uuid, [u8; 32])>) =
        drafts.into_iter().map(|(reference, id, hash)| (reference, (id, hash))).unzip();
    let permitted = Permitted::<ProposeAlert>::new(Arc::clone(ground), Arc::clone(author));
    let proposing = seen.clone();
    permitted
        .open_to_write(own())
        .await?
        .append(move |entries: &Entries<'_, AlertsEntry>| {
            proposing.iter().try_for_each(|(id, hash)| propose(entries, *id, hash))
        })
        .await?;
    let why = || Proportion {
        grave: "Caso inventado, tan grave como la muestra lo pide (ficticio).".to_owned(),
        gentler: "Ningún otro medio bastaría en la muestra (ficticio).".to_owned(),
    };
    let permitted = Permitted::<ActivateAlert>::new(Arc::clone(ground), Arc::clone(judge));
    permitted
        .open_to_write(own())
        .await?
        .append(move |entries: &Entries<'_, AlertsEntry>| {
            seen.iter().try_for_each(|(id, hash)| activate(entries, *id, hash, why()))
        })
        .await?;
    Ok(references)
}
