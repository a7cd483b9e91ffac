//! Who answers for a duty, as text: in the journal, in tables, in addresses and in forms.

use std::collections::BTreeSet;

use conference::obligations::Owner;

/// The longest name of a body, in characters.
pub(crate) const BODY_CHARS_MAX: usize = 200;

/// Writes an owner: a party by its code, a body by its name behind `body:`. Frozen.
pub(crate) fn code(owner: &Owner) -> String {
    match owner {
        Owner::Party(party) => party.to_string(),
        Owner::Body(name) => format!("body:{name}"),
    }
}

/// Reads what [`code`] writes.
pub(crate) fn parse(text: &str) -> Option<Owner> {
    match text.strip_prefix("body:") {
        Some(name) => {
            let fits = !name.trim().is_empty() && name.trim() == name && name.chars().count() <= BODY_CHARS_MAX;
            (fits && !name.contains(char::is_control)).then(|| Owner::Body(name.to_owned()))
        }
        None => text.parse().ok().map(Owner::Party),
    }
}

/// Writes several owners, one a line; no name has a line break.
#[cfg(test)]
pub(crate) fn codes(owners: &BTreeSet<Owner>) -> String {
    owners.iter().map(code).collect::<Vec<_>>().join("\n")
}

/// Reads what [`codes`] writes.
pub(crate) fn parse_all(text: &str) -> Option<BTreeSet<Owner>> {
    text.lines().map(parse).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_owner_is_written_and_comes_back() {
        let owners = BTreeSet::from([
            Owner::Party("MEX".parse().expect("a code")),
            Owner::Body("RCM".to_owned()),
            Owner::Body("the presidency pro tempore".to_owned()),
        ]);
        assert_eq!(codes(&owners), "MEX\nbody:RCM\nbody:the presidency pro tempore");
        assert_eq!(parse_all(&codes(&owners)), Some(owners));
        for text in
            ["", "mex", "body:", "body: x", "body:a\nb", "RCGM", &format!("body:{}", "x".repeat(BODY_CHARS_MAX + 1))]
        {
            assert_eq!(parse(text), None, "{text:?}");
        }
    }
}
