//! Physical traits that anybody can see and that tell one person from another: of a closed list, and only where they are strictly
//! necessary to identify somebody (G-09).
//!
//! There is no trait of origin, faith or health, and no word for one. They are as sealed as the action, open with it, and no
//! comparison reads them: a machine compares what a document says, and people look.

use base::web::{InputFault, Said};
use minicbor::{Decode, Encode};

use super::typed::sentence;
use crate::closed::closed_list;

/// The most characters of why traits are necessary.
pub const NEEDED_CHARS_MAX: usize = 300;

closed_list! {
    /// What is on somebody's body, or is not.
    Mark {
        /// A scar.
        Scar = 0, "scar", "alerts-mark-scar";
        /// A tattoo; not what it shows.
        Tattoo = 1, "tattoo", "alerts-mark-tattoo";
        /// A mark of birth.
        Birthmark = 2, "birthmark", "alerts-mark-birthmark";
        /// An arm, a hand, a leg or a foot is not there.
        MissingLimb = 3, "missing_limb", "alerts-mark-missing-limb";
        /// A finger is not there.
        MissingFinger = 4, "missing_finger", "alerts-mark-missing-finger";
    }
}

closed_list! {
    /// Where.
    BodyPlace {
        /// The head, without the face.
        Head = 0, "head", "alerts-place-head";
        /// The face.
        Face = 1, "face", "alerts-place-face";
        /// The neck.
        Neck = 2, "neck", "alerts-place-neck";
        /// Chest, belly or back.
        Trunk = 3, "trunk", "alerts-place-trunk";
        /// The left arm.
        LeftArm = 4, "left_arm", "alerts-place-left-arm";
        /// The right arm.
        RightArm = 5, "right_arm", "alerts-place-right-arm";
        /// The left hand.
        LeftHand = 6, "left_hand", "alerts-place-left-hand";
        /// The right hand.
        RightHand = 7, "right_hand", "alerts-place-right-hand";
        /// The left leg.
        LeftLeg = 8, "left_leg", "alerts-place-left-leg";
        /// The right leg.
        RightLeg = 9, "right_leg", "alerts-place-right-leg";
        /// The left foot.
        LeftFoot = 10, "left_foot", "alerts-place-left-foot";
        /// The right foot.
        RightFoot = 11, "right_foot", "alerts-place-right-foot";
    }
}

closed_list! {
    /// The colour of the eyes.
    Eyes {
        /// Brown.
        Brown = 0, "brown", "alerts-eyes-brown";
        /// Black.
        Black = 1, "black", "alerts-eyes-black";
        /// Blue.
        Blue = 2, "blue", "alerts-eyes-blue";
        /// Green.
        Green = 3, "green", "alerts-eyes-green";
        /// Grey.
        Grey = 4, "grey", "alerts-eyes-grey";
        /// Each of another colour.
        Two = 5, "two_colours", "alerts-eyes-two";
    }
}

closed_list! {
    /// How tall, in centimetres.
    HeightBand {
        /// Under 150.
        Under150 = 0, "under_150", "alerts-height-under-150";
        /// From 150 to 164.
        From150 = 1, "150_164", "alerts-height-150";
        /// From 165 to 179.
        From165 = 2, "165_179", "alerts-height-165";
        /// From 180 to 194.
        From180 = 3, "180_194", "alerts-height-180";
        /// From 195.
        From195 = 4, "from_195", "alerts-height-195";
    }
}

/// A mark and where it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Encode, Decode)]
#[cbor(array)]
pub struct Marked {
    /// What.
    #[n(0)]
    pub mark: Mark,
    /// Where.
    #[n(1)]
    pub place: BodyPlace,
}

/// Traits of one person; at least one.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode)]
#[cbor(array)]
pub struct Traits {
    /// At most two marks.
    #[n(0)]
    pub marks: Vec<Marked>,
    /// The eyes.
    #[n(1)]
    pub eyes: Option<Eyes>,
    /// The height.
    #[n(2)]
    pub height: Option<HeightBand>,
    /// Why they are strictly necessary to identify the person, in the author's words.
    #[n(3)]
    pub needed: String,
}

/// Traits as they are typed.
#[derive(Clone, Copy, Debug)]
pub(super) struct Typed<'a> {
    /// Two marks, each with its place, and the names of their fields.
    pub marks: [[(&'static str, &'a str); 2]; 2],
    /// Code of the eyes.
    pub eyes: &'a str,
    /// Code of the height.
    pub height: &'a str,
    /// `yes`, where somebody says that they are strictly necessary.
    pub necessary: &'a str,
    /// Why.
    pub needed: &'a str,
}

impl Mark {
    /// Answers whether it can be there.
    const fn fits(self, place: BodyPlace) -> bool {
        use BodyPlace::{Face, Head, LeftHand, Neck, RightHand, Trunk};
        match self {
            Mark::Scar | Mark::Tattoo | Mark::Birthmark => true,
            Mark::MissingLimb => !matches!(place, Head | Face | Neck | Trunk),
            Mark::MissingFinger => matches!(place, LeftHand | RightHand),
        }
    }
}

impl Typed<'_> {
    /// Reads them; none where nothing was typed.
    ///
    /// Errors: every fault there is, by its field: above all traits of which nobody says, and says why, that they are strictly
    /// necessary.
    pub(super) fn read(&self) -> Result<Option<Traits>, Vec<InputFault>> {
        let mut faults = Vec::new();
        let mut fault = |field: &str, code, key| faults.push(InputFault::field(field, code, Said::plain(key)));
        let mut marks = Vec::new();
        for [(mark_field, mark), (place_field, place)] in self.marks {
            match (listed(mark, Mark::read), listed(place, BodyPlace::read)) {
                (Ok(None), Ok(None)) => {}
                (Ok(Some(mark)), Ok(Some(place))) if mark.fits(place) => marks.push(Marked { mark, place }),
                (Ok(Some(_)), Ok(Some(_))) => fault(place_field, "not-there", "alerts-traits-fault-place"),
                (Err(()), _) => fault(mark_field, "no-such-code", "alerts-fault-code"),
                (_, Err(())) => fault(place_field, "no-such-code", "alerts-fault-code"),
                (Ok(Some(_)), Ok(None)) => fault(place_field, "missing", "alerts-traits-fault-place-missing"),
                (Ok(None), Ok(Some(_))) => fault(mark_field, "missing", "alerts-traits-fault-mark-missing"),
            }
        }
        let eyes = listed(self.eyes, Eyes::read).map_err(|()| fault("eyes", "no-such-code", "alerts-fault-code"));
        let height = listed(self.height, HeightBand::read)
            .map_err(|()| fault("height_band", "no-such-code", "alerts-fault-code"));
        let typed = self.marks.iter().flatten().any(|(_, text)| !text.trim().is_empty())
            || [self.eyes, self.height].iter().any(|text| !text.trim().is_empty());
        let necessary = self.necessary.trim() == "yes";
        if !typed {
            if necessary || !self.needed.trim().is_empty() {
                fault("traits_needed", "not-allowed", "alerts-traits-fault-none");
            }
            return if faults.is_empty() { Ok(None) } else { Err(faults) };
        }
        if !necessary {
            fault("traits_needed", "missing", "alerts-traits-fault-needed");
        }
        let needed = sentence("traits_why", self.needed, NEEDED_CHARS_MAX).map_err(|one| faults.push(one)).ok();
        match (eyes, height, needed) {
            (Ok(eyes), Ok(height), Some(needed)) if faults.is_empty() => {
                Ok(Some(Traits { marks, eyes, height, needed }))
            }
            _ => Err(faults),
        }
    }
}

fn listed<T>(typed: &str, read: impl FnOnce(&str) -> Option<T>) -> Result<Option<T>, ()> {
    match typed.trim() {
        "" => Ok(None),
        code => read(code).map(Some).ok_or(()),
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    const WHY: &str = "Su nombre es muy común en la región (ficticio).";

    fn typed<'a>(mark: &'a str, place: &'a str, eyes: &'a str) -> Typed<'a> {
        Typed {
            marks: [[("mark", mark), ("mark_place", place)], [("other_mark", ""), ("other_mark_place", "")]],
            eyes,
            height: "",
            necessary: "yes",
            needed: WHY,
        }
    }

    fn faults(typed: Typed<'_>) -> Vec<(String, &'static str)> {
        typed.read().unwrap_err().into_iter().map(|fault| (fault.field, fault.code)).collect()
    }

    /// G-09: without the word that they are strictly necessary, or without why, traits are refused.
    #[test]
    fn g_09_traits_are_refused_unless_strictly_necessary() {
        let whole = typed("scar", "left_hand", "brown");
        let read = whole.read().unwrap().unwrap();
        assert_eq!(read.marks, [Marked { mark: Mark::Scar, place: BodyPlace::LeftHand }]);
        assert_eq!((read.eyes, read.height, read.needed.as_str()), (Some(Eyes::Brown), None, WHY));
        assert_eq!(faults(Typed { necessary: "", ..whole }), [("traits_needed".to_owned(), "missing")]);
        assert_eq!(faults(Typed { necessary: "on", ..whole }), [("traits_needed".to_owned(), "missing")]);
        assert_eq!(faults(Typed { needed: " ", ..whole }), [("traits_why".to_owned(), "missing")]);
        assert_eq!(faults(Typed { needed: "sí", ..whole }), [("traits_why".to_owned(), "too-short")]);
        assert_eq!(faults(Typed { needed: "Es de etnia ficticia", ..whole }), [("traits_why".to_owned(), "unwelcome")]);
        let nothing = Typed { necessary: "", needed: "", ..typed("", "", "") };
        assert_eq!(nothing.read().unwrap(), None);
        assert_eq!(faults(Typed { needed: WHY, ..nothing }), [("traits_needed".to_owned(), "not-allowed")]);
    }

    /// G-09, G-07: the lists are closed and hold nothing of origin, faith or health.
    #[test]
    fn g_09_there_is_no_other_trait() {
        for other in ["skin", "hair", "accent", "turban", "wheelchair", "needle_marks", "Scar"] {
            assert_eq!(faults(typed(other, "face", "")), [("mark".to_owned(), "no-such-code")], "{other}");
        }
        for (mark, place) in [("missing_finger", "face"), ("missing_limb", "neck"), ("missing_finger", "left_arm")] {
            assert_eq!(faults(typed(mark, place, "")), [("mark_place".to_owned(), "not-there")], "{mark} {place}");
        }
        assert_eq!(faults(typed("tattoo", "", "")), [("mark_place".to_owned(), "missing")]);
        assert_eq!(faults(typed("", "neck", "")), [("mark".to_owned(), "missing")]);
        assert_eq!(faults(typed("", "", "almond")), [("eyes".to_owned(), "no-such-code")]);
        let codes = |all: &[Mark]| all.iter().map(|mark| mark.code()).collect::<Vec<_>>().join(",");
        assert_eq!(codes(Mark::ALL), "scar,tattoo,birthmark,missing_limb,missing_finger");
    }
}
