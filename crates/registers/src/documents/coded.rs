//! The closed lists of the room: what kind of fraud, how it was done, where it was met, where an alert stands.
//!
//! Each value has a code for files, the API and tables, a number for the journal, and a key of the words. All frozen:
//! values are added, never edited. Source of the classes: INTERPOL, "Identity and travel document fraud".

use crate::closed::closed_list;

closed_list! {
    /// What is wrong with a document, or with how it is used.
    FraudClass {
        /// Made whole in imitation of a genuine one.
        Counterfeit = 0, "counterfeit", "documents-class-counterfeit";
        /// Genuine and then altered.
        Forgery = 1, "forgery", "documents-class-forgery";
        /// Of a State or sort that does not exist.
        Pseudo = 2, "pseudo", "documents-class-pseudo";
        /// A genuine blank, stolen and filled in.
        StolenBlank = 3, "stolen_blank", "documents-class-stolen-blank";
        /// Genuine, issued to somebody who deceived the authority or bribed an official.
        FraudulentlyObtained = 4, "fraudulently_obtained", "documents-class-fraudulently-obtained";
        /// Genuine, shown by somebody else who looks alike.
        Impostor = 5, "impostor", "documents-class-impostor";
        /// Genuine, reported lost or stolen, and in use.
        LostOrStolenMisuse = 6, "lost_or_stolen_misuse", "documents-class-lost-or-stolen-misuse";
        /// Not known yet.
        Unknown = 7, "unknown", "documents-class-unknown";
    }
}

closed_list! {
    /// How a document was altered or imitated.
    Technique {
        /// Another portrait in place of the first.
        PhotoSubstitution = 0, "photo_substitution", "documents-technique-photo-substitution";
        /// Another page in place of a genuine one.
        PageSubstitution = 1, "page_substitution", "documents-technique-page-substitution";
        /// Changed entries on the data page.
        BiodataAlteration = 2, "biodata_alteration", "documents-technique-biodata-alteration";
        /// A changed machine-readable zone.
        ZoneAlteration = 3, "mrz_alteration", "documents-technique-mrz-alteration";
        /// An imitated visa or stamp.
        StampCounterfeit = 4, "stamp_counterfeit", "documents-technique-stamp-counterfeit";
        /// A changed visa or stamp.
        StampAlteration = 5, "stamp_alteration", "documents-technique-stamp-alteration";
        /// Pages taken out.
        PageRemoval = 6, "page_removal", "documents-technique-page-removal";
        /// The laminate lifted and closed again, or a new one.
        Relamination = 7, "relamination", "documents-technique-relamination";
        /// A disabled, replaced or rewritten chip.
        ChipTamper = 8, "chip_tamper", "documents-technique-chip-tamper";
        /// A portrait blended of two faces.
        FaceMorph = 9, "face_morph", "documents-technique-face-morph";
        /// Entries scraped off.
        MechanicalErasure = 10, "mechanical_erasure", "documents-technique-mechanical-erasure";
        /// Entries washed out.
        ChemicalErasure = 11, "chemical_erasure", "documents-technique-chemical-erasure";
    }
}

closed_list! {
    /// Where an officer met the document; never which post.
    BorderType {
        /// An airport.
        Air = 0, "air", "documents-border-air";
        /// A land crossing.
        Land = 1, "land", "documents-border-land";
        /// A port.
        Sea = 2, "sea", "documents-border-sea";
        /// A check away from the border.
        Inland = 3, "inland", "documents-border-inland";
        /// A consulate, with an application.
        Consulate = 4, "consulate", "documents-border-consulate";
        /// Post or freight.
        Mail = 5, "mail", "documents-border-mail";
    }
}

closed_list! {
    /// What an officer needs to see a point of detection.
    CheckLevel {
        /// Eyes and fingers.
        Unaided = 0, "1", "documents-level-unaided";
        /// A lens or a lamp.
        SimpleTool = 1, "2", "documents-level-simple-tool";
        /// A laboratory.
        Laboratory = 2, "3", "documents-level-laboratory";
    }
}

closed_list! {
    /// Where the latest version of an alert stands.
    Standing {
        /// Waits for an expert of another State.
        Submitted = 0, "submitted", "documents-standing-submitted";
        /// An expert of another State asked something; waits for its author's State.
        Returned = 1, "returned", "documents-standing-returned";
        /// Confirmed by another State; waits for publication by its own.
        Confirmed = 2, "confirmed", "documents-standing-confirmed";
        /// In force: checks answer with it.
        Published = 3, "published", "documents-standing-published";
        /// A newer alert stands in its place.
        Superseded = 4, "superseded", "documents-standing-superseded";
        /// Taken back after it had been published.
        Withdrawn = 5, "withdrawn", "documents-standing-withdrawn";
        /// Taken back before anybody but experts saw it.
        Retracted = 6, "retracted", "documents-standing-retracted";
    }
}

closed_list! {
    /// Why an alert is taken back.
    WithdrawalReason {
        /// It says something wrong.
        Mistaken = 0, "mistaken", "documents-reason-mistaken";
        /// What it calls a sign of fraud is found in genuine documents.
        GenuineVariant = 1, "genuine_variant", "documents-reason-genuine-variant";
        /// Another alert says the same.
        Duplicate = 2, "duplicate", "documents-reason-duplicate";
        /// It tells forgers more than officers.
        Disclosure = 3, "disclosure", "documents-reason-disclosure";
        /// The documents are no longer met.
        NoLongerMet = 4, "no_longer_met", "documents-reason-no-longer-met";
    }
}

closed_list! {
    /// What a review found.
    ReviewFinding {
        /// Such documents are still met: the alert is extended.
        StillMet = 0, "still_met", "documents-finding-still-met";
        /// None was met lately, but they may come back: the alert stays until its day of expiry.
        NotMetLately = 1, "not_met_lately", "documents-finding-not-met-lately";
    }
}

impl ReviewFinding {
    /// Answers whether the alert's life begins anew.
    pub const fn extends(self) -> bool {
        matches!(self, ReviewFinding::StillMet)
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    fn frozen<T: minicbor::Encode<()> + Copy>(all: &[T], code: impl Fn(T) -> &'static str) -> String {
        all.iter()
            .map(|value| format!("{:02x} {}", minicbor::to_vec(*value).unwrap()[0], code(*value)))
            .collect::<Vec<_>>()
            .join(",")
    }

    #[test]
    fn numbers_and_codes_are_frozen() {
        assert_eq!(
            frozen(FraudClass::ALL, FraudClass::code),
            "00 counterfeit,01 forgery,02 pseudo,03 stolen_blank,04 fraudulently_obtained,05 impostor,\
             06 lost_or_stolen_misuse,07 unknown"
        );
        assert_eq!(
            frozen(Technique::ALL, Technique::code),
            "00 photo_substitution,01 page_substitution,02 biodata_alteration,03 mrz_alteration,04 stamp_counterfeit,\
             05 stamp_alteration,06 page_removal,07 relamination,08 chip_tamper,09 face_morph,0a mechanical_erasure,\
             0b chemical_erasure"
        );
        assert_eq!(frozen(BorderType::ALL, BorderType::code), "00 air,01 land,02 sea,03 inland,04 consulate,05 mail");
        assert_eq!(frozen(CheckLevel::ALL, CheckLevel::code), "00 1,01 2,02 3");
        assert_eq!(
            frozen(WithdrawalReason::ALL, WithdrawalReason::code),
            "00 mistaken,01 genuine_variant,02 duplicate,03 disclosure,04 no_longer_met"
        );
        assert_eq!(frozen(ReviewFinding::ALL, ReviewFinding::code), "00 still_met,01 not_met_lately");
    }

    #[test]
    fn a_code_is_read_as_it_is_written_and_no_other() {
        for class in FraudClass::ALL {
            assert_eq!(FraudClass::read(class.code()), Some(*class));
        }
        assert_eq!(FraudClass::read("Counterfeit"), None);
        assert_eq!(Standing::read("expired"), None, "what has expired is gone and stands nowhere");
    }
}
