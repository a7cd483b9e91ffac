//! The act "let somebody in": the chair has another party, mostly an observer, read, propose and speak.

use axum::extract::Path;
use axum::response::Response;
use base::desk::{Entries, Permitted};
use base::web::{Posted, Refusal, Visit, see_other};
use journal::StateCode;

use super::entries::{DraftEntry, LetIn};
use super::pages::{self, fault};
use super::permits::ChairDraft;
use super::queries;
use super::show;

/// Takes the form.
pub(super) async fn submit(
    desk: Permitted<ChairDraft>,
    visit: Visit,
    Path(reference): Path<String>,
    Posted(mut filled): Posted,
) -> Result<Response, Refusal> {
    let resource = desk.about(pages::resource(&reference, |known| Some(known.draft.chair))).await?;
    let writer = desk.open_to_write(resource).await?;
    let known = pages::known(writer.reader(), &reference)?;
    let profile = writer.reader().ground().identity.profile();
    let party = filled.typed("party").trim().to_uppercase().parse::<StateCode>().ok();
    let done = match party.filter(|party| profile.parties.get(party).is_some_and(|known| pages::may_draft(known.kind)))
    {
        None => Err(Refusal::Invalid(vec![fault("party", "drafting-fault-party")])),
        Some(party) => {
            let symbol = known.opened.symbol.clone();
            let act = move |entries: &Entries<'_, DraftEntry>| {
                let mut known = queries::known(entries.now(), &symbol)?.ok_or(Refusal::NotFound)?;
                let entry = DraftEntry::LetIn(LetIn { draft: symbol, party });
                known.told(entries.stamp().state, &entry).map_err(|error| pages::refusal(error, "party"))?;
                entries.append(&entry)?;
                Ok(())
            };
            writer.append(act).await
        }
    };
    match done {
        Ok(()) => Ok(see_other(&format!("/drafting/{reference}?done=let-in"))),
        Err(refusal) => {
            let reader = writer.reader();
            visit.refused_form("drafting-draft", &mut filled, refusal, |filled| {
                show::markup(reader, &visit, &known, filled, "")
            })
        }
    }
}
