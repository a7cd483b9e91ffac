//! Invented zones of the specimen State, made without any code of the reader.

use super::super::format::Format;

/// Deals the same numbers in every run (SplitMix64).
pub(super) struct Dealer(pub(super) u64);

impl Dealer {
    pub(super) fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        z ^ (z >> 31)
    }

    pub(super) fn below(&mut self, limit: usize) -> usize {
        (self.next() % limit as u64) as usize
    }

    pub(super) fn one_of<'a>(&mut self, of: &[&'a str]) -> &'a str {
        of[self.below(of.len())]
    }

    pub(super) fn characters(&mut self, of: &str, count: usize) -> String {
        (0..count).map(|_| char::from(of.as_bytes()[self.below(of.len())])).collect()
    }
}

const CAPITALS_AND_DIGITS: &str = "ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789";
const PRIMARY: &[&str] = &["ERIKSSON", "VAN<DER<MUELLEN", "AL<BASRI", "OCONNOR", "SMITH<JONES", "VILARCHAO<FERNANDEZ"];
const SECONDARY: &[&str] = &["ANNA<MARIA", "MARTIN", "HUDA<MUHAMMAD<JAWAD", "ENYA<SIOBHAN", "SUSIE<MARGARET", "JOSE"];

/// The check digit, written out a second time so that the reader is not proved by itself.
pub(super) fn digit(text: &str) -> char {
    let mut sum = 0;
    for (index, c) in text.chars().enumerate() {
        let value = if c == '<' { 0 } else { c.to_digit(36).unwrap_or(0) };
        sum += value
            * match index % 3 {
                0 => 7,
                1 => 3,
                _ => 1,
            };
    }
    char::from(b'0' + (sum % 10) as u8)
}

/// Makes one zone whose every digit is right, lines separated by line feeds.
pub(super) fn zone(dealer: &mut Dealer, format: Format) -> String {
    let sex = dealer.one_of(&["F", "M", "<"]);
    let birth = dated(dealer, 30..99);
    let expiry = dated(dealer, 27..60);
    let code = match format {
        Format::Td1 => dealer.one_of(&["I<", "ID", "AC", "C<", "IR"]),
        Format::Td2 => dealer.one_of(&["I<", "ID", "A<", "CX"]),
        Format::Td3 => dealer.one_of(&["P<", "PP", "PD", "PR"]),
        Format::MrvA | Format::MrvB => dealer.one_of(&["V<", "VB"]),
    };
    let name = format!("{}<<{}", dealer.one_of(PRIMARY), dealer.one_of(SECONDARY));
    match format {
        Format::Td1 => {
            let (number, optional) = number_and_optional(dealer, 15);
            let upper = format!("{code}UTO{number}{optional}");
            let free = field(dealer, 11);
            let composite = digit(&format!("{}{birth}{expiry}{free}", &upper[5..]));
            format!("{upper}\n{birth}{sex}{expiry}UTO{free}{composite}\n{}", filled(&name, 30))
        }
        Format::Td2 => {
            let (number, optional) = number_and_optional(dealer, 7);
            let composite = digit(&format!("{number}{birth}{expiry}{optional}"));
            let upper = filled(&format!("{code}UTO{name}"), 36);
            format!("{upper}\n{number}UTO{birth}{sex}{expiry}{optional}{composite}")
        }
        Format::Td3 => {
            let number = short_number(dealer);
            let personal = field(dealer, 14);
            let empty_may_be_filled = personal.bytes().all(|b| b == b'<') && dealer.below(2) == 0;
            let own = if empty_may_be_filled { '<' } else { digit(&personal) };
            let composite = digit(&format!("{number}{birth}{expiry}{personal}{own}"));
            let upper = filled(&format!("{code}UTO{name}"), 44);
            format!("{upper}\n{number}UTO{birth}{sex}{expiry}{personal}{own}{composite}")
        }
        Format::MrvA | Format::MrvB => {
            let (width, free) = if format == Format::MrvA { (44, 16) } else { (36, 8) };
            let upper = filled(&format!("{code}UTO{name}"), width);
            format!("{upper}\n{}UTO{birth}{sex}{expiry}{}", short_number(dealer), field(dealer, free))
        }
    }
}

fn dated(dealer: &mut Dealer, years: std::ops::Range<usize>) -> String {
    let year = years.start + dealer.below(years.len());
    let text = format!("{year:02}{:02}{:02}", 1 + dealer.below(12), 1 + dealer.below(28));
    format!("{text}{}", digit(&text))
}

fn short_number(dealer: &mut Dealer) -> String {
    let length = 6 + dealer.below(4);
    let number = filled(&dealer.characters(CAPITALS_AND_DIGITS, length), 9);
    format!("{number}{}", digit(&number))
}

/// The number with its digit, and the optional data: in one zone of three the number is longer than nine.
fn number_and_optional(dealer: &mut Dealer, width: usize) -> (String, String) {
    if dealer.below(3) > 0 {
        return (short_number(dealer), field(dealer, width));
    }
    let first = dealer.characters(CAPITALS_AND_DIGITS, 9);
    let count = 1 + dealer.below(width - 3);
    let rest = dealer.characters(CAPITALS_AND_DIGITS, count);
    let own = digit(&format!("{first}{rest}"));
    (format!("{first}<"), filled(&format!("{rest}{own}"), width))
}

fn field(dealer: &mut Dealer, width: usize) -> String {
    let length = if dealer.below(3) == 0 { 0 } else { 1 + dealer.below(width) };
    filled(&dealer.characters(CAPITALS_AND_DIGITS, length), width)
}

fn filled(text: &str, width: usize) -> String {
    format!("{text:<<width$.width$}")
}
