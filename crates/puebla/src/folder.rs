//! Working on a data folder that nobody serves: open it, stand before its desk in somebody's name.

use std::path::Path;
use std::sync::Arc;

use base::access::{Permit, Purpose, Resource};
use base::clock::Clock;
use base::desk::{Permitted, Reader, Writer};
use base::ground::{Puebla, Settings};
use base::identity::people;
use base::web::{Refusal, Said};

use crate::arguments::Speaker;
use crate::houses::PLANS;
use crate::outcome::Failure;

/// Opens a folder as it is served: its lock taken, its keys held against its data.
///
/// Errors: status 4 when it is absent, served, of another make, or of a later release.
pub fn open(data: &Path, settings: Settings) -> Result<Arc<Puebla>, Failure> {
    Ok(Puebla::open(data, PLANS, Clock::system(), settings)?)
}

/// Stands before the desk of an open folder in the name of whoever gives the command.
///
/// Errors: status 3 when nobody has that name; status 2 when they must say for which purpose.
pub fn stand<P: Permit>(ground: &Arc<Puebla>, speaker: &Speaker) -> Result<Permitted<P>, Failure> {
    let profile = ground.identity.profile();
    let nobody = || Failure::input(Said::plain("command-nobody").with("name", &speaker.speaker));
    let known =
        ground.base.read(|base| people::caller_by_name(base, &profile, &speaker.speaker))?.ok_or_else(nobody)?;
    let purpose = match speaker.purpose {
        Some(purpose) => purpose,
        None => only_purpose(P::PURPOSES, &known.purposes)?,
    };
    let caller = ground.base.read(|base| people::for_command(base, &profile, &speaker.speaker, purpose))?;
    Ok(Permitted::new(Arc::clone(ground), caller.ok_or_else(nobody)?))
}

/// Opens the permit for reading, once the look is on the access log.
pub fn read<P: Permit>(ground: &Arc<Puebla>, speaker: &Speaker) -> Result<Reader<P>, Failure> {
    wait(stand::<P>(ground, speaker)?.open(Resource::room()))
}

/// Opens the permit for writing, once the act is on the access log.
pub fn write<P: Permit>(ground: &Arc<Puebla>, speaker: &Speaker) -> Result<Writer<P>, Failure> {
    wait(stand::<P>(ground, speaker)?.open_to_write(Resource::room()))
}

/// Waits for something that answers or is refused.
pub fn wait<T>(future: impl Future<Output = Result<T, Refusal>>) -> Result<T, Failure> {
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build();
    let runtime = runtime.map_err(base::store::StoreError::from)?;
    Ok(runtime.block_on(future)?)
}

/// Answers the purpose that needs no saying: the only one of the permit's that the person may work for.
///
/// A person who may work for none of them gets the permit's first: the desk refuses it, and the log knows.
fn only_purpose(wanted: &[Purpose], own: &[Purpose]) -> Result<Purpose, Failure> {
    let fitting: Vec<Purpose> = wanted.iter().copied().filter(|purpose| own.contains(purpose)).collect();
    let codes = |purposes: &[Purpose]| purposes.iter().map(|purpose| purpose.code()).collect::<Vec<_>>().join(", ");
    match (fitting.as_slice(), wanted.first()) {
        ([only], _) => Ok(*only),
        ([], Some(first)) => Ok(*first),
        (several, _) => Err(Failure::usage(Said::plain("command-purpose-needed").with("purposes", codes(several)))),
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    #[test]
    fn a_purpose_that_is_the_only_one_needs_no_saying() {
        let wanted = [Purpose::Operation, Purpose::Oversight];
        assert_eq!(only_purpose(&wanted, &[Purpose::Oversight]).unwrap(), Purpose::Oversight);
        assert_eq!(only_purpose(&wanted, &[Purpose::BorderControl]).unwrap(), Purpose::Operation);
        assert_eq!(only_purpose(&wanted, &wanted).unwrap_err().status as u8, 2);
    }
}
