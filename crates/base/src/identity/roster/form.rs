//! The form of a person: what enrolling and changing ask for.

use maud::{Markup, html};

use super::super::choices::time_zone;
use super::super::people::{self, NewPerson};
use super::super::{Caller, PartyKind};
use super::queries;
use crate::ground::Puebla;
use crate::store::StoreError;
use crate::web::fields::{Choice, Field, checkboxes, grouped_select, select, text_input};
use crate::web::{Filled, Refusal, Visit};
use crate::words::Language;

/// Characters of a name, or of another line that is typed, at most.
pub(super) const LINE_MOST: u32 = 120;

/// Whether the user name is asked for; it stays what it was once somebody is enrolled.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum For {
    Enrolling,
    Changing,
}

/// Fills the form in from somebody enrolled.
pub(super) fn filled(person: &NewPerson) -> Filled {
    let (post, zone) = person.post.clone().unwrap_or_default();
    let filled = Filled::new()
        .with("name", &person.name)
        .with("institution", &person.institution)
        .with("post", post)
        .with("post_zone", zone)
        .with("language", person.language.map_or("", Language::tag));
    person.roles.iter().fold(filled, |filled, role| filled.with("roles", role))
}

/// Reads the form for somebody of the caller's own State; what is wrong is recorded in it.
pub(super) fn parse(
    visit: &Visit,
    ground: &Puebla,
    caller: &Caller,
    filled: &mut Filled,
    user_name: Option<&str>,
) -> Option<NewPerson> {
    let voice = &visit.voice;
    let text = |name: &str| filled.typed(name).trim().to_owned();
    let person = NewPerson {
        user_name: user_name
            .map_or_else(|| people::user_name_of(caller.state, &text("user_name").to_lowercase()), str::to_owned),
        name: text("name"),
        party: caller.state,
        institution: text("institution"),
        post: Some((text("post"), text("post_zone"))).filter(|(post, _)| !post.is_empty()),
        roles: filled.chosen("roles").map(str::to_owned).collect(),
        language: Language::ALL.into_iter().find(|language| language.tag() == filled.typed("language")),
    };
    if user_name.is_none() && !people::user_name_fits(&person.user_name) {
        filled.refuse("user_name", voice.t("people-user-name-form"));
    }
    for (field, typed) in [("name", &person.name), ("institution", &person.institution)] {
        if typed.is_empty() || !is_line(typed) {
            filled.refuse(field, voice.t(if field == "name" { "people-name-form" } else { "people-institution-form" }));
        }
    }
    if let Some((post, zone)) = &person.post {
        if !is_line(post) {
            filled.refuse("post", voice.t("people-post-form"));
        }
        if !time_zone::is_zone(zone) {
            filled.refuse("post_zone", voice.t("people-no-such-zone"));
        }
    }
    let fits = |role: &String| {
        ground.identity.profile().roles.get(role).is_some_and(|role| role.kinds.contains(&caller.party))
    };
    if person.roles.is_empty() {
        filled.refuse("roles", voice.t("people-roles-missing"));
    } else if !person.roles.iter().all(fits) {
        filled.refuse("roles", voice.t("people-role-not-for-party"));
    }
    (!filled.is_refused()).then_some(person)
}

/// Records in the form what the store refused; everything else stays what it was.
pub(super) fn refuse(visit: &Visit, filled: &mut Filled, error: StoreError) -> Result<(), Refusal> {
    let field = match &error {
        StoreError::Refused("people-user-name-taken" | "people-user-name-form") => "user_name",
        StoreError::Refused("people-last-administrator" | "people-role-not-for-party" | "people-no-such-role") => {
            "roles"
        }
        StoreError::Refused("people-no-such-zone") => "post_zone",
        _ => return Err(error.into()),
    };
    if let StoreError::Refused(key) = error {
        filled.refuse(field, visit.voice.t(key));
    }
    Ok(())
}

/// Draws the fields.
pub(super) fn fields(
    visit: &Visit,
    ground: &Puebla,
    caller: &Caller,
    filled: &Filled,
    what: For,
) -> Result<Markup, StoreError> {
    let voice = &visit.voice;
    let institutions = ground.base.read(|connection| queries::institutions(connection, caller.state))?;
    let zones = time_zone::groups(ground, visit)?;
    let roles = roles(ground, caller.party, voice.language);
    let languages: Vec<Choice<'_>> = std::iter::once(Choice::new("", voice.t("people-language-any")))
        .chain(Language::ALL.map(|language| Choice::new(language.tag(), language.own_name())))
        .collect();
    let user_name =
        Field::new("user_name", "sign-in-user-name").hint("people-user-name-hint").max_length(60).autocomplete("off");
    let institution = Field::new("institution", "people-institution").max_length(LINE_MOST).suggestions("institutions");
    Ok(html! {
        @if what == For::Enrolling { (text_input(voice, filled, &user_name)) }
        (text_input(voice, filled, &Field::new("name", "people-name").max_length(LINE_MOST).autocomplete("off")))
        (text_input(voice, filled, &institution))
        datalist #institutions { @for name in &institutions { option value=(name) {} } }
        (text_input(voice, filled, &Field::new("post", "people-post").hint("people-post-hint").max_length(LINE_MOST).optional()))
        (grouped_select(voice, filled, &Field::new("post_zone", "people-post-zone").unmarked(), &zones))
        (checkboxes(voice, filled, &Field::new("roles", "people-roles"), &roles))
        (select(voice, filled, &Field::new("language", "people-language").unmarked(), &languages))
    })
}

/// Answers the roles that people of a party may hold, each with what it may work for.
fn roles(ground: &Puebla, party: PartyKind, language: Language) -> Vec<Choice<'static>> {
    let profile = ground.identity.profile();
    let fitting = profile.roles.iter().filter(|(_, role)| role.kinds.contains(&party));
    fitting
        .map(|(code, role)| {
            let purposes: Vec<String> = role
                .purposes
                .iter()
                .map(|purpose| ground.words.text(language, crate::web::purpose_key(*purpose), &[]).into_owned())
                .collect();
            Choice::new(code.clone(), role.name.in_language(language).to_owned()).hint(purposes.join(", "))
        })
        .collect()
}

/// Answers whether a text is one line that is not too long.
pub(super) fn is_line(text: &str) -> bool {
    text.chars().count() <= LINE_MOST as usize && !text.chars().any(char::is_control)
}
