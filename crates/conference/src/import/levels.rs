//! How deep a number lies, told from the numbers that stand above it.
//!
//! A list begins anew, goes on past a heading, or opens another inside: the number alone does not say which, so what is open and what was seen is kept.

use super::marker::{Form, Marker};

/// The numbers that are open, the outermost first.
#[derive(Default)]
pub(super) struct Levels {
    pub open: Vec<(Form, &'static str, u32)>,
    /// The last number of each form, open or not, with its depth.
    seen: Vec<(Form, &'static str, u32, usize)>,
    /// A heading or an opener came since the last number.
    pub fresh: bool,
    /// The last number's text ends with a colon: what comes next belongs below it.
    pub awaits: bool,
}

impl Levels {
    /// Answers how deep a number lies, with the gap before it, or `None` when it numbers nothing.
    pub fn place(&mut self, marker: &Marker, level: Option<usize>) -> Option<(usize, Option<u32>)> {
        let (depth, form, value, gap) = self.find(marker, level)?;
        // A list inside a list whose items have signs and no numbers.
        while self.open.len() < depth {
            self.open.push((Form::Bullet, "", 0));
        }
        self.open.truncate(depth);
        self.open.push((form, marker.close, value));
        self.seen.retain(|(seen, close, ..)| !(*seen == form && *close == marker.close));
        self.seen.push((form, marker.close, value, depth));
        self.fresh = false;
        Some((depth, gap))
    }

    /// Answers whether a number is the next of the outermost list, however long ago that stood.
    pub fn is_next(&self, marker: &Marker) -> bool {
        self.seen.iter().any(|(form, close, last, depth)| {
            *depth == 0 && *close == marker.close && marker.readings.contains(&(*form, last + 1))
        })
    }

    fn find(&self, marker: &Marker, level: Option<usize>) -> Option<(usize, Form, u32, Option<u32>)> {
        let first = *marker.readings.first()?;
        if let Some(level) = level {
            let same = self.open.get(level).and_then(|(form, _, last)| {
                marker.readings.iter().find(|(read, _)| read == form).map(|(form, value)| (*form, *value, *last))
            });
            let (form, value, gap) = match same {
                Some((form, value, last)) => (form, value, (value != last + 1 && value != 1).then_some(last + 1)),
                None => (first.0, first.1, None),
            };
            return Some((level, form, value, gap));
        }
        let open = || self.open.iter().enumerate().rev();
        let reads =
            |form: Form, wanted: u32| marker.readings.iter().any(|(read, value)| *read == form && *value == wanted);
        // The next of a number that is open, the innermost first.
        for (depth, (form, close, last)) in open() {
            if *close == marker.close && reads(*form, last + 1) {
                return Some((depth, *form, last + 1, None));
            }
        }
        let begins = marker.readings.iter().find(|(_, value)| *value == 1);
        if let Some((form, _)) = begins {
            // *2. Requests the Secretariat:* is gone on with by (a), whatever line stands between, and even by another 1.
            let below = self.awaits && self.open.last().is_some_and(|(open, ..)| open != form);
            let anew = self.awaits && !self.fresh && self.open.last().is_some_and(|(.., last)| *last > 1);
            if anew {
                return Some((self.open.len(), *form, 1, None));
            }
            if self.fresh && !below {
                return Some((0, *form, 1, None));
            }
            // The same number again is the list begun anew; another form is a list inside.
            let again = open().find(|(_, (open, close, _))| open == form && *close == marker.close);
            return Some(again.map_or((self.open.len(), *form, 1, None), |(depth, _)| (depth, *form, 1, None)));
        }
        // A list that went on below another heading.
        let (form, value) = first;
        let seen = self.seen.iter().find(|(seen, close, ..)| *seen == form && *close == marker.close);
        let closed = !self.open.iter().any(|(open, ..)| *open == form);
        if let Some((.., last, depth)) =
            seen.filter(|(.., last, _)| value == last + 1 || closed && value > *last && value <= last + 12)
        {
            let gap = (value > last + 1).then_some(last + 1);
            return Some(((*depth).min(self.open.len()), form, value, gap));
        }
        // One is missing, twice there, or written with another sign.
        for (depth, (form, close, last)) in open() {
            let read = marker.readings.iter().find(|(read, _)| read == form);
            if let Some((form, value)) = read {
                let near = *value <= last + 12 && (*close == marker.close || *value == last + 1);
                let counted = matches!(
                    form,
                    Form::Digits | Form::Ordinal | Form::Named | Form::Parts(_) | Form::RomanCapital | Form::Roman
                );
                if near && (counted || *value <= last + 3) {
                    return Some((depth, *form, *value, (*value != last + 1).then_some(last + 1)));
                }
            }
        }
        let unbroken = self.open.is_empty() || self.fresh;
        let counted = matches!(form, Form::Digits | Form::Ordinal | Form::Named | Form::Parts(_));
        (unbroken && counted).then_some((0, form, value, (value > 1).then_some(1)))
    }
}
