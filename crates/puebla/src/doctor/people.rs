//! Whether those are there who must be: administrators, operators, with what they sign in with. Counts and codes, no names.

use base::identity::ADMINISTRATOR;
use base::identity::passwords::FIRST_LIMIT;
use jiff::{SignedDuration, Timestamp};
use rusqlite::{Connection, Params};

use super::Finding;

/// The role of those who run the machine.
const OPERATOR: &str = "operator";

/// A token that ends within this long should be made anew.
const ENDING: SignedDuration = SignedDuration::from_hours(14 * 24);

/// Whether somebody has a passkey.
const BY_PASSKEY: &str = "EXISTS (SELECT 1 FROM passkey WHERE passkey.person = person.id)";

/// Parties of today that have nobody active who manages their people; observers need nobody.
const ALONE: &str = "SELECT code FROM party WHERE kind <> 'observer' AND valid_from <= ?1 \
    AND (valid_to IS NULL OR valid_to > ?1) AND NOT EXISTS (SELECT 1 FROM person JOIN person_role ON person = id \
    WHERE party = code AND active AND role = ?2) ORDER BY code";

/// Examines them.
pub fn examine(base: &Connection, now: Timestamp, found: &mut Vec<Finding>) {
    let today = jiff::tz::TimeZone::UTC.to_datetime(now).date().to_string();
    let alone = list(base, ALONE, (today, ADMINISTRATOR));
    if !alone.is_empty() {
        found.push(Finding::of("doctor-party-alone").with("parties", alone.join(", ")));
    }
    let operators = "SELECT count(*) FROM person JOIN person_role ON person = id WHERE active AND role = ?1";
    if count(base, operators, [OPERATOR]) == 0 {
        found.push(Finding::of("doctor-operator-none"));
    }
    let one_factor = count(
        base,
        &format!("{operators} AND totp_secret IS NULL AND NOT must_change AND NOT {BY_PASSKEY}"),
        [OPERATOR],
    );
    if one_factor > 0 {
        found.push(Finding::of("doctor-operator-one-factor").with("count", one_factor));
    }
    // Who was enrolled before first passwords ended has one without an end, and as many days to use it.
    let unused = "FROM person WHERE active AND must_change AND coalesce(first_until_us, enrolled_us + ?2) <= ?1";
    let over = (now.as_microsecond(), i64::try_from(FIRST_LIMIT.as_micros()).unwrap_or(i64::MAX));
    let parties = list(base, &format!("SELECT DISTINCT party {unused} ORDER BY party"), over);
    if !parties.is_empty() {
        let people = count(base, &format!("SELECT count(*) {unused}"), over);
        found.push(Finding::of("doctor-password-unused").with("count", people).with("parties", parties.join(", ")));
    }
    let ending = "SELECT count(*) FROM token WHERE instr(purpose, 'operation') AND ends_us > ?1 AND ends_us < ?2";
    let ending = count(base, ending, (now.as_microsecond(), (now + ENDING).as_microsecond()));
    if ending > 0 {
        found.push(Finding::of("doctor-token-ending").with("count", ending));
    }
}

fn count(base: &Connection, sql: &str, of: impl Params) -> u64 {
    base.query_row(sql, of, |row| row.get(0)).unwrap_or(0)
}

fn list(base: &Connection, sql: &str, of: impl Params) -> Vec<String> {
    let mut names = Vec::new();
    if let Ok(mut statement) = base.prepare(sql)
        && let Ok(rows) = statement.query_map(of, |row| row.get(0))
    {
        names.extend(rows.flatten());
    }
    names
}
