//! The button on other rooms' pages: follow this, or follow it no longer.

use base::access::{Permit, Resource};
use base::desk::Reader;
use base::store::StoreError;
use base::web::{Visit, fields};
use maud::{Markup, html};

use super::permits::Follow;
use super::shelf::Shelf;
use super::thing::{Kind, Thing};

/// Draws the button for one thing that whoever reads has open; nothing for whoever may not follow.
pub(crate) fn button<P: Permit>(
    reader: &Reader<P>,
    visit: &Visit,
    kind: Kind,
    name: &str,
) -> Result<Markup, StoreError> {
    if !may_follow(reader) {
        return Ok(html! {});
    }
    let thing = Thing { kind, name: name.to_owned() };
    let follows = Shelf::of(reader)?.has(&thing);
    Ok(drawn(visit, &thing, follows, &thing.address()))
}

/// Answers what draws the button for each body of a list; none for whoever may not follow.
pub(crate) fn button_of_body<'r, P: Permit>(
    reader: &'r Reader<P>,
    visit: &'r Visit,
) -> Result<Option<impl Fn(&str) -> Markup + 'r>, StoreError> {
    if !may_follow(reader) {
        return Ok(None);
    }
    let shelf = Shelf::of(reader)?;
    Ok(Some(move |name: &str| {
        let thing = Thing { kind: Kind::Body, name: name.to_owned() };
        let follows = shelf.has(&thing);
        drawn(visit, &thing, follows, &thing.address())
    }))
}

/// Draws the button that ends or begins following, and leads back to where it stands.
pub(super) fn drawn(visit: &Visit, thing: &Thing, follows: bool, back: &str) -> Markup {
    let voice = &visit.voice;
    let (action, key, named) = match follows {
        true => ("/following/stop", "following-stop", "following-stop-named"),
        false => ("/following/follow", "following-follow", "following-follow-named"),
    };
    fields::form(
        action,
        visit.csrf(),
        html! {
            (fields::hidden("kind", thing.kind.code()))
            (fields::hidden("name", &thing.name))
            (fields::hidden("back", back))
            button .plain type="submit" aria-label=(voice.tn(named, &[("name", thing.name.as_str().into())])) { (voice.t(key)) }
        },
    )
}

fn may_follow<P: Permit>(reader: &Reader<P>) -> bool {
    reader.ground().policy.allows::<Follow>(reader.caller(), &Resource::room())
}
