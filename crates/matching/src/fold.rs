//! Text of any script as capital letters A to Z in words.

/// Small letters before and after a capital inside a word that make it the beginning of another.
const SMALL_BEFORE: usize = 3;
const SMALL_AFTER: usize = 3;

/// Appends `text` to `out` as words of capital letters, one space between two.
///
/// A letter that could not be read stays `?`. Apostrophes join (`O'Brien`, `Q'eqchi'`), every other mark divides.
/// Digits inside a word become the letters they are misread for; a word of digits alone is dropped.
pub fn fold(text: &str, out: &mut String) {
    let start = out.len();
    let mut chars = text.chars().peekable();
    let mut small = 0;
    while let Some(mut c) = chars.next() {
        if c.is_lowercase() {
            small += 1;
        } else {
            // A space that was lost leaves the capital: `JuanPérez`, and not `McKenzie`.
            if small >= SMALL_BEFORE
                && c.is_uppercase()
                && chars.clone().take(SMALL_AFTER).filter(|c| c.is_lowercase()).count() == SMALL_AFTER
            {
                divide(start, out);
            }
            small = 0;
        }
        if c == 'Ã' || c == 'Â' {
            // UTF-8 that was once read as Windows-1252: `Ã‘` was Ñ.
            if let Some(mended) = chars.peek().and_then(|&next| mended(c, next)) {
                chars.next();
                c = mended;
            }
        }
        push(c, start, out);
    }
    while out.len() > start && out.ends_with(' ') {
        out.pop();
    }
    mend_digits(start, out);
}

fn push(c: char, start: usize, out: &mut String) {
    match c {
        'A'..='Z' | '0'..='9' => out.push(c),
        'a'..='z' => out.push(c.to_ascii_uppercase()),
        '?' | '\u{FFFD}' => out.push('?'),
        '\'' | '’' | '‘' | '`' | '´' | 'ʼ' | 'ʻ' | 'ʾ' | 'ʿ' | 'ʹ' | '′' => {}
        _ if c.is_ascii() => divide(start, out),
        _ => {
            if let Some(letters) = deunicode::deunicode_char(c) {
                let whole = letters.ends_with(' '); // a character that is a syllable of its own
                let mut any = letters.is_empty();
                for l in letters.bytes() {
                    if l.is_ascii_alphanumeric() {
                        out.push(l.to_ascii_uppercase() as char);
                        any = true;
                    } else if l == b'\'' || l == b'`' {
                        any = true;
                    }
                }
                if !any || whole {
                    divide(start, out);
                }
            }
        }
    }
}

fn divide(start: usize, out: &mut String) {
    if out.len() > start && !out.ends_with(' ') {
        out.push(' ');
    }
}

/// The letter that was written, where its two bytes were each read as a character.
fn mended(first: char, second: char) -> Option<char> {
    let low = match second {
        '\u{80}'..='\u{BF}' => second as u32,
        '‘' => 0x91,
        '’' => 0x92,
        '“' => 0x93,
        '”' => 0x94,
        '•' => 0x95,
        '–' => 0x96,
        '—' => 0x97,
        '˜' => 0x98,
        '™' => 0x99,
        'š' => 0x9A,
        '›' => 0x9B,
        'œ' => 0x9C,
        'ž' => 0x9E,
        'Ÿ' => 0x9F,
        '€' => 0x80,
        '‚' => 0x82,
        'ƒ' => 0x83,
        '„' => 0x84,
        '…' => 0x85,
        '†' => 0x86,
        '‡' => 0x87,
        'ˆ' => 0x88,
        '‰' => 0x89,
        'Š' => 0x8A,
        '‹' => 0x8B,
        'Œ' => 0x8C,
        'Ž' => 0x8E,
        _ => return None,
    };
    let high = if first == 'Ã' { 0xC0 } else { 0x80 };
    char::from_u32(high + (low & 0x3F))
}

fn mend_digits(start: usize, out: &mut String) {
    if !out.as_bytes()[start..].iter().any(u8::is_ascii_digit) {
        return;
    }
    let text = out.split_off(start);
    for word in text.split(' ') {
        if !word.bytes().any(|b| b.is_ascii_alphabetic()) {
            continue;
        }
        if out.len() > start {
            out.push(' ');
        }
        out.extend(word.chars().map(|c| match c {
            '0' => 'O',
            '1' => 'I',
            '2' => 'Z',
            '3' => 'E',
            '4' => 'A',
            '5' => 'S',
            '6' => 'G',
            '7' => 'T',
            '8' => 'B',
            '9' => 'G',
            c => c,
        }));
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn folded(text: &str) -> String {
        let mut out = String::new();
        fold(text, &mut out);
        out
    }

    #[test]
    fn what_keyboards_scripts_and_machines_make_of_a_name() {
        for (text, expected) in [
            ("  Núñez-Peña ", "NUNEZ PENA"),
            ("NUÃ‘EZ PEÃ±a", "NUNEZ PENA"),
            ("Q’eqchi’ Mª. de los Á.", "QEQCHI MA DE LOS A"),
            ("GARC1A 2", "GARCIA"),
            ("PE?A", "PE?A"),
            ("Владимир", "VLADIMIR"),
            ("习近平", "XI JIN PING"),
            ("FridrichLindenberg DeLeón", "FRIDRICH LINDENBERG DELEON"),
            ("n\u{303}", "N"),
            ("", ""),
            ("-- 12 --", ""),
        ] {
            assert_eq!(folded(text), expected, "{text}");
        }
    }
}
