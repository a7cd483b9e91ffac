//! Every parameter of the score, in natural logarithms of odds, with what it stands for.
//!
//! `m` is how often something happens between two records of one person, `u` how often between two people met by chance;
//! a weight is ln(m/u). Where `u` depends on the name or the year it is not here: see `Frequencies`.

use crate::birth::Dates;

/// Of how many travellers one is thought to be registered, before anything is known of them.
pub const REGISTERED_SHARE: f64 = 0.05;

/// At this score or above, with evidence of two kinds, a result is STRONG: odds of twenty to one.
pub const STRONG: f64 = 3.0;
/// At this score or above a result is for REVIEW: odds of one to two.
pub const REVIEW: f64 = -0.7;
/// Below this evidence (the score without its prior) a record is not shown: it speaks against rather than for.
pub const SHOWN: f64 = 0.0;

/// The same word.
pub const WORD_SAME: f32 = -0.05;
/// Another writing of the same name.
pub const WORD_WRITING: f32 = -2.2;
/// A familiar form.
pub const WORD_FAMILIAR: f32 = -3.0;
/// An initial in place of a word.
pub const WORD_INITIAL: f32 = -1.0;
/// Two words written as one, or a particle run into its word.
pub const WORD_JOINED: f32 = -0.8;
/// The beginning of a word where a name ends and may have been cut.
pub const WORD_CUT: f32 = -1.2;
/// The beginning of a word anywhere else.
pub const WORD_BEGUN: f32 = -3.5;
/// How often a word is misspelt at all; what each error costs is in `likeness`.
pub const WORD_MISSPELT: f32 = -1.2;

/// A given name where a surname stands, or the other way about.
pub const ROLE_CROSSED: f32 = -2.6;
/// All given names where the surnames stand and the other way about: fields exchanged.
pub const FIELDS_EXCHANGED: f32 = -2.8;
/// A first surname where a second stands.
pub const SURNAME_ORDER: f32 = -1.5;
/// A first given name where a second stands.
pub const GIVEN_ORDER: f32 = -0.5;
/// A surname against one that may be taken in marriage.
pub const MARRIED_ORDER: f32 = -0.4;

/// Where the words of a name weigh more than this together, they are not independent any more.
pub const NAMESAKES_FROM: f32 = 10.0;
/// Of people whose names agree so far by chance, the share whose names agree wholly: namesakes by family and by fashion.
pub const NAMESAKES_SHARE: f32 = 0.007;

/// What is taken off of words that weigh `agreed` together.
pub(crate) fn namesakes(agreed: f32) -> f32 {
    let beyond = agreed - NAMESAKES_FROM;
    if beyond <= 0.0 {
        return 0.0;
    }
    -(NAMESAKES_SHARE + (1.0 - NAMESAKES_SHARE) * (-beyond).exp()).ln() - beyond
}

/// Between names that were chosen for being alike: how often a word of two different people agrees.
pub const CHOSEN_SHARE: f32 = 0.3;
/// There: what each unit of a misspelling beyond the first costs, and up to where it costs nothing.
pub const CHOSEN_MISSPELT: f32 = 0.5;
/// See above.
pub const CHOSEN_FREE: f32 = -3.0;

/// One side lacks a second surname.
pub const SURNAME_OMITTED: f32 = -0.4;
/// One side lacks a further given name.
pub const GIVEN_OMITTED: f32 = -0.4;
/// One side has no given name, or no surname, at all.
pub const FIELD_OMITTED: f32 = -1.0;
/// Both have a first surname, and they are two names.
pub const SURNAME_CONTRADICTED: f32 = -5.0;
/// Both have a second surname, and they are two names.
pub const SECOND_SURNAME_CONTRADICTED: f32 = -4.2;
/// They are two names, and one of them may be taken in marriage.
pub const MARRIED_CONTRADICTED: f32 = -2.2;
/// A woman's second surname may be her husband's although nothing says so.
pub const WOMANS_SURNAME_CONTRADICTED: f32 = -3.0;
/// Both have given names, and none agrees.
pub const GIVEN_CONTRADICTED: f32 = -5.2;
/// One given name agrees, another does not: brothers are so named.
pub const SECOND_GIVEN_CONTRADICTED: f32 = -4.4;
/// A further given name that differs.
pub const FURTHER_GIVEN_CONTRADICTED: f32 = -2.0;
/// A further surname that differs.
pub const FURTHER_SURNAME_CONTRADICTED: f32 = -3.0;
/// A word of unknown role has no counterpart on the other side, which has one too.
pub const UNKNOWN_CONTRADICTED: f32 = -4.4;

/// The same sex, where the given names do not already say so.
pub const SEX_SAME: f32 = 0.65;
/// The same sex, where a given name agrees: it says little more.
pub const SEX_SAME_NAMED: f32 = 0.05;
/// Another sex, where the given names do not agree.
pub const SEX_OTHER: f32 = -3.0;
/// Another sex, where a given name agrees: a slip of a key.
pub const SEX_OTHER_NAMED: f32 = -1.2;

/// How often the nationalities of one person agree.
pub const NATIONALITY_SAME: f32 = -0.05;
/// Agreement of a rare nationality weighs no more than this.
pub const NATIONALITY_MOST: f32 = 4.0;
/// Two nationalities: a second passport, or a false one.
pub const NATIONALITY_OTHER: f32 = -3.0;

/// The same number. A number is typed wrongly, lent and invented, so it is not proof.
pub const NUMBER_SAME: f32 = 13.0;
/// A number with one character misread, or two that changed places.
pub const NUMBER_NEAR: f32 = 8.0;
/// Two document numbers: most people renew theirs.
pub const NUMBER_OTHER: f32 = -0.3;
/// Two personal numbers of one kind: these stay for life.
pub const PERSONAL_OTHER: f32 = -2.5;

/// Days in a year, as a logarithm.
const YEAR_DAYS: f32 = 5.9;

/// What two birth dates weigh, given how rare the year is (`year`, ln of one in how many) and the share of first Januaries.
pub(crate) fn dates(how: Dates, year: f32, default_day: f32) -> f32 {
    let day = year + YEAR_DAYS;
    match how {
        Dates::Missing => 0.0,
        Dates::Same => day - 0.15,
        Dates::SameDefault => year - default_day.ln() - 0.2,
        // One in thirty is written so where the day was not known; by chance it is as common as first Januaries are.
        Dates::OneDefault => year - 3.6 - (default_day + 1.0 / 365.25).ln() + 0.1,
        Dates::SameMonth => year + 2.4,
        Dates::SameYear => year - 0.2,
        Dates::Within => year - 2.3,
        Dates::Swapped => day - 3.2,
        Dates::YearNext => day - 4.6,
        Dates::YearTen => day - 5.6,
        Dates::YearDigit => day - 7.4,
        Dates::MonthNext => day - 5.4,
        Dates::Month => day - 7.2,
        Dates::DayNext => day - 4.9,
        Dates::DayDigit => day - 6.6,
        Dates::Day => day - 8.2,
        Dates::YearOther => day - 9.9,
        Dates::YearOnly => year - 6.2,
        Dates::NearYear => year - 4.6,
        Dates::SwappedNext => day - 8.0,
        Dates::Apart => -7.0,
    }
}
