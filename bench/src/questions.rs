//! The questions of a day at the border, most of which find nothing, as ready-made requests.

use std::net::SocketAddr;

use rand::rngs::StdRng;
use rand::{RngExt, SeedableRng};
use serde_json::json;

use crate::people::{Invented, TRAVELLERS};

/// One request with what its answer must say.
pub struct Ask {
    /// The whole HTTP request.
    pub request: Vec<u8>,
    /// What the answer must say.
    pub expects: Verdict,
    /// Whether it must also name a possible match.
    pub matches: bool,
}

impl Ask {
    /// Answers whether an HTTP answer says what it must.
    pub fn answered_by(&self, answer: &[u8]) -> bool {
        self.expects.found_in(answer) && (!self.matches || holds(answer, br#""matches":[{"match""#))
    }
}

fn holds(answer: &[u8], wanted: &[u8]) -> bool {
    answer.windows(wanted.len()).any(|window| window == wanted)
}

/// What an answer must say: how the registers fit the number.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Verdict {
    /// Nothing is registered.
    NoReport,
    /// The very number.
    Number,
    /// A range of blanks.
    Range,
    /// A pattern of numbers.
    Pattern,
    /// An alert's series.
    Alert,
}

impl Verdict {
    /// Answers whether an HTTP answer says so.
    pub fn found_in(self, answer: &[u8]) -> bool {
        let wanted: &[u8] = match self {
            Verdict::NoReport => br#""verdict":"no_report""#,
            Verdict::Number => br#""verdict":"report","reasons":["number_reported""#,
            Verdict::Range => br#""verdict":"report","reasons":["blank_range""#,
            Verdict::Pattern => br#""verdict":"report","reasons":["number_pattern""#,
            Verdict::Alert => br#""verdict":"report","reasons":["alert_fits""#,
        };
        holds(answer, wanted)
    }

    /// Answers what the question of this turn must find: five of a hundred find something.
    const fn of_turn(turn: usize) -> Self {
        match turn % 100 {
            0 | 51 => Verdict::Number,
            20 => Verdict::Range,
            41 => Verdict::Pattern,
            70 => Verdict::Alert,
            _ => Verdict::NoReport,
        }
    }
}

/// What is in the store besides single numbers, to be asked about.
pub struct Stored {
    /// Status entries of single numbers.
    pub entries: u64,
    /// Ranges of blanks.
    pub ranges: u64,
    /// Patterns of numbers.
    pub patterns: u64,
    /// State and pattern of alerts on passports with a series.
    pub series: Vec<(String, String)>,
    /// People whom alerts look for; nobody is compared where there are none.
    pub people: u32,
}

/// Of two hundred questions, the two about somebody whom an alert looks for: one is typed, one a zone.
const REGISTERED_TURNS: [usize; 2] = [33, 134];

/// Numbers of a range.
const RANGE: u64 = 500;

/// The longest number that a passport's zone holds.
const ZONE_NUMBER: usize = 9;

/// Answers the registered number of one entry. No State issues numbers that begin like this, or like the next two.
pub fn registered(entry: u64) -> String {
    format!("ZZ{entry:07}")
}

/// Answers the number at a place in a registered range of at most ten thousand.
pub fn blank(range: u64, at: u64) -> String {
    format!("ZY{range:04}{:03}", at % RANGE)
}

/// Answers the first and the last number of a registered range.
pub fn range(range: u64) -> (String, String) {
    (blank(range, 0), blank(range, RANGE - 1))
}

/// Answers a registered pattern of at most a thousand.
pub fn pattern(pattern: u64) -> String {
    format!("ZX{pattern:03}####")
}

/// Makes `count` requests; the same seed makes the same ones.
pub fn questions(
    count: usize,
    stored: &Stored,
    states: &[&str],
    tokens: &[String],
    server: SocketAddr,
) -> Result<Vec<Ask>, &'static str> {
    if stored.ranges == 0 || stored.patterns == 0 || stored.series.is_empty() {
        return Err("a store without ranges, patterns or series of alerts measures nothing");
    }
    let mut rng = StdRng::seed_from_u64(20_030_530);
    let issuer = |turn: u64| states[(turn % states.len() as u64) as usize];
    let ask = |turn: usize| {
        let expects = Verdict::of_turn(turn);
        let (issuer, number) = match expects {
            Verdict::NoReport => {
                (issuer(rng.random_range(0..1000)), format!("K{:08}", rng.random_range(0..100_000_000u32)))
            }
            Verdict::Number => {
                let entry = rng.random_range(0..stored.entries.max(1));
                (issuer(entry), registered(entry))
            }
            Verdict::Range => {
                let range = rng.random_range(0..stored.ranges);
                (issuer(range), blank(range, rng.random_range(0..RANGE)))
            }
            Verdict::Pattern => {
                let at = rng.random_range(0..stored.patterns);
                (issuer(at), fitting(&pattern(at), &mut rng))
            }
            Verdict::Alert => {
                let (issuer, pattern) = &stored.series[rng.random_range(0..stored.series.len())];
                (issuer.as_str(), fitting(pattern, &mut rng))
            }
        };
        let matches = stored.people > 0 && REGISTERED_TURNS.contains(&(turn % 200));
        let bearer = match stored.people {
            0 => None,
            people if matches => Some(Invented::of(rng.random_range(0..u64::from(people)))),
            _ => Some(Invented::of(TRAVELLERS + turn as u64)),
        };
        let body = if turn.is_multiple_of(2) && number.len() <= ZONE_NUMBER {
            json!({ "zone": passport(issuer, &number, bearer.as_ref()) })
        } else {
            let mut body = json!({ "number": number, "issuing_state": issuer, "kind": "passport" });
            if let Some(bearer) = &bearer {
                body["person"] = typed(bearer);
            }
            body
        };
        Ask { request: request(server, &tokens[turn % tokens.len()], &body.to_string()), expects, matches }
    };
    Ok((0..count).map(ask).collect())
}

/// Answers a number of a pattern: `#` any digit, `@` any letter, `?` either.
fn fitting(pattern: &str, rng: &mut StdRng) -> String {
    let mut any = |from: u8, count: u8| char::from(from + rng.random_range(0..count));
    pattern
        .chars()
        .map(|open| match open {
            '#' => any(b'0', 10),
            '@' | '?' => any(b'A', 26),
            stands => stands,
        })
        .collect()
}

fn request(server: SocketAddr, token: &str, body: &str) -> Vec<u8> {
    format!(
        "POST /api/v1/checks HTTP/1.1\r\nhost: {server}\r\nauthorization: Bearer {token}\r\npuebla-purpose: \
         border_control\r\ncontent-type: application/json\r\ncontent-length: {}\r\n\r\n{body}",
        body.len()
    )
    .into_bytes()
}

fn typed(person: &Invented) -> serde_json::Value {
    let Invented { given, paternal, maternal, sex, .. } = person;
    json!({ "given": given, "paternal": paternal, "maternal": maternal, "born": person.birth(), "sex": sex.to_string() })
}

/// Answers a TD3 zone with right check digits (ICAO 9303-4, 4.2.2) for an invented bearer, or for the specimen.
pub fn passport(issuer: &str, number: &str, bearer: Option<&Invented>) -> String {
    let number = format!("{number:<<9}");
    let (expiry, personal) = ("350415", "<<<<<<<<<<<<<<");
    let birth = bearer.map_or("740812".to_owned(), |bearer| bearer.birth().replace('-', "").split_off(2));
    let sex = bearer.map_or('F', |bearer| bearer.sex);
    let digits = (digit(&number), digit(&birth), digit(expiry));
    let composite = digit(&format!("{number}{}{birth}{}{expiry}{}{personal}0", digits.0, digits.1, digits.2));
    let name = bearer.map_or("SPECIMEN<<BENCH".to_owned(), |bearer| {
        let Invented { paternal, maternal, given, .. } = bearer;
        format!("{paternal}<{maternal}<<{}", given.replace(' ', "<")).to_uppercase()
    });
    // What is too long for the zone is cut (ICAO 9303-4, 4.2.2).
    let name = format!("{name:<<39.39}");
    format!(
        "P<{issuer}{name}\n{number}{}{issuer}{birth}{}{sex}{expiry}{}{personal}0{composite}",
        digits.0, digits.1, digits.2
    )
}

/// Answers a check digit: weights 7, 3, 1, modulo 10 (ICAO 9303-3, 4.9).
fn digit(text: &str) -> u32 {
    let value = |c: u8| match c {
        b'0'..=b'9' => u32::from(c - b'0'),
        b'A'..=b'Z' => u32::from(c - b'A') + 10,
        _ => 0,
    };
    text.bytes().zip([7, 3, 1].into_iter().cycle()).map(|(c, weight)| value(c) * weight).sum::<u32>() % 10
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_a_question_finds_is_of_its_form() {
        let stored = Stored {
            entries: 10,
            ranges: 3,
            patterns: 2,
            series: vec![("GTM".to_owned(), "XX001@##?".to_owned())],
            people: 0,
        };
        let place = SocketAddr::from(([127, 0, 0, 1], 1));
        let asks = questions(200, &stored, &["MEX"], &["token".to_owned()], place).expect("questions");
        for (expects, begins, count) in [
            (Verdict::Number, "ZZ00000", 4),
            (Verdict::Range, "ZY000", 2),
            (Verdict::Pattern, "ZX00", 2),
            (Verdict::Alert, "XX001", 2),
            (Verdict::NoReport, "K", 190),
        ] {
            let of: Vec<&Ask> = asks.iter().filter(|ask| ask.expects == expects).collect();
            assert_eq!(of.len(), count);
            assert!(of.iter().all(|ask| String::from_utf8_lossy(&ask.request).contains(begins)), "{expects:?}");
        }
        assert_eq!(range(7), ("ZY0007000".to_owned(), "ZY0007499".to_owned()));
        let looked_for = Stored { people: 9, series: stored.series.clone(), ..stored };
        let asks = questions(200, &looked_for, &["MEX"], &["token".to_owned()], place).expect("questions");
        assert_eq!(asks.iter().filter(|ask| ask.matches).count(), 2);
        let nothing = Stored { ranges: 0, ..stored };
        assert!(questions(1, &nothing, &["MEX"], &["token".to_owned()], place).is_err());
    }

    #[test]
    fn the_zone_is_as_long_as_icao_says() {
        let zone = passport("UTO", "L898902C3", None);
        assert!(zone.lines().all(|line| line.len() == 44), "{zone}");
        assert!(zone.contains("L898902C36UTO7408122F"), "{zone}");
        let long = Invented {
            paternal: "Villavicencio".to_owned(),
            maternal: "Benavidesdelacruz".to_owned(),
            ..Invented::of(1)
        };
        assert!(passport("UTO", "L898902C3", Some(&long)).lines().all(|line| line.len() == 44));
    }
}
