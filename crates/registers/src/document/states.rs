//! The three-letter codes of States, organisations and persons without a nationality: codes only, no names.

/// Says how a code may be used.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Standing {
    /// A State, territory or organisation.
    Issuer,
    /// For the nationality of a person, or for signing lists; nobody issues documents under it.
    NotAnIssuer,
    /// Withdrawn, kept for older documents.
    Deprecated,
}

/// The specimen State (ICAO 9303-3, section 5, part G).
pub(crate) const UTOPIA: &str = "UTO";

/// Says whether a code, without fillers, is in ISO 3166-1 or in ICAO 9303-3, section 5.
pub fn is_known(code: &str) -> bool {
    standing(code).is_some()
}

/// Answers how a code may be used; nothing for one that is in no list.
pub(crate) fn standing(code: &str) -> Option<Standing> {
    if ISO_3166_1.binary_search(&code).is_ok() {
        return Some(Standing::Issuer);
    }
    ICAO.iter().find(|(listed, _)| *listed == code).map(|(_, standing)| *standing)
}

/// ICAO 9303-3, eighth edition, section 5, parts A to H.
const ICAO: &[(&str, Standing)] = &[
    // A: Germany, the British nationalities, Kosovo.
    ("D", Standing::Issuer),
    ("GBD", Standing::Issuer),
    ("GBN", Standing::Issuer),
    ("GBO", Standing::Issuer),
    ("GBP", Standing::Issuer),
    ("GBS", Standing::Issuer),
    ("RKS", Standing::Issuer),
    // B: the European Union.
    ("EUE", Standing::Issuer),
    // C: the United Nations.
    ("UNO", Standing::Issuer),
    ("UNA", Standing::Issuer),
    ("UNK", Standing::Issuer),
    // D: other organisations.
    ("XBA", Standing::Issuer),
    ("XCC", Standing::Issuer),
    ("XCE", Standing::Issuer),
    ("XCO", Standing::Issuer),
    ("XDC", Standing::Issuer),
    ("XEC", Standing::Issuer),
    ("XES", Standing::Issuer),
    ("XIM", Standing::Issuer),
    ("XMP", Standing::Issuer),
    ("XOM", Standing::Issuer),
    ("XPO", Standing::Issuer),
    // E: persons without a defined nationality.
    ("XXA", Standing::NotAnIssuer),
    ("XXB", Standing::NotAnIssuer),
    ("XXC", Standing::NotAnIssuer),
    ("XXX", Standing::NotAnIssuer),
    // F: withdrawn from ISO 3166.
    ("ANT", Standing::Deprecated),
    ("NTZ", Standing::Deprecated),
    // G: specimens.
    (UTOPIA, Standing::Issuer),
    // H: ICAO itself, for signing master lists only.
    ("IAO", Standing::NotAnIssuer),
];

/// ISO 3166-1, alphabetical; searched by halves.
#[rustfmt::skip]
const ISO_3166_1: &[&str] = &[
    "ABW", "AFG", "AGO", "AIA", "ALA", "ALB", "AND", "ARE", "ARG", "ARM", "ASM", "ATA", "ATF", "ATG", "AUS", "AUT",
    "AZE", "BDI", "BEL", "BEN", "BES", "BFA", "BGD", "BGR", "BHR", "BHS", "BIH", "BLM", "BLR", "BLZ", "BMU", "BOL",
    "BRA", "BRB", "BRN", "BTN", "BVT", "BWA", "CAF", "CAN", "CCK", "CHE", "CHL", "CHN", "CIV", "CMR", "COD", "COG",
    "COK", "COL", "COM", "CPV", "CRI", "CUB", "CUW", "CXR", "CYM", "CYP", "CZE", "DEU", "DJI", "DMA", "DNK", "DOM",
    "DZA", "ECU", "EGY", "ERI", "ESH", "ESP", "EST", "ETH", "FIN", "FJI", "FLK", "FRA", "FRO", "FSM", "GAB", "GBR",
    "GEO", "GGY", "GHA", "GIB", "GIN", "GLP", "GMB", "GNB", "GNQ", "GRC", "GRD", "GRL", "GTM", "GUF", "GUM", "GUY",
    "HKG", "HMD", "HND", "HRV", "HTI", "HUN", "IDN", "IMN", "IND", "IOT", "IRL", "IRN", "IRQ", "ISL", "ISR", "ITA",
    "JAM", "JEY", "JOR", "JPN", "KAZ", "KEN", "KGZ", "KHM", "KIR", "KNA", "KOR", "KWT", "LAO", "LBN", "LBR", "LBY",
    "LCA", "LIE", "LKA", "LSO", "LTU", "LUX", "LVA", "MAC", "MAF", "MAR", "MCO", "MDA", "MDG", "MDV", "MEX", "MHL",
    "MKD", "MLI", "MLT", "MMR", "MNE", "MNG", "MNP", "MOZ", "MRT", "MSR", "MTQ", "MUS", "MWI", "MYS", "MYT", "NAM",
    "NCL", "NER", "NFK", "NGA", "NIC", "NIU", "NLD", "NOR", "NPL", "NRU", "NZL", "OMN", "PAK", "PAN", "PCN", "PER",
    "PHL", "PLW", "PNG", "POL", "PRI", "PRK", "PRT", "PRY", "PSE", "PYF", "QAT", "REU", "ROU", "RUS", "RWA", "SAU",
    "SDN", "SEN", "SGP", "SGS", "SHN", "SJM", "SLB", "SLE", "SLV", "SMR", "SOM", "SPM", "SRB", "SSD", "STP", "SUR",
    "SVK", "SVN", "SWE", "SWZ", "SXM", "SYC", "SYR", "TCA", "TCD", "TGO", "THA", "TJK", "TKL", "TKM", "TLS", "TON",
    "TTO", "TUN", "TUR", "TUV", "TWN", "TZA", "UGA", "UKR", "UMI", "URY", "USA", "UZB", "VAT", "VCT", "VEN", "VGB",
    "VIR", "VNM", "VUT", "WLF", "WSM", "YEM", "ZAF", "ZMB", "ZWE",
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_list_is_sorted_whole_and_without_doubles() {
        assert!(ISO_3166_1.is_sorted_by(|a, b| a < b));
        assert_eq!(ISO_3166_1.len(), 249);
        assert!(ISO_3166_1.iter().all(|code| code.len() == 3 && code.bytes().all(|b| b.is_ascii_uppercase())));
        assert!(ICAO.iter().all(|(code, _)| ISO_3166_1.binary_search(code).is_err()));
    }

    #[test]
    fn the_region_and_the_special_codes_are_known_and_inventions_are_not() {
        let region = ["BLZ", "CAN", "CRI", "DOM", "SLV", "GTM", "HND", "MEX", "NIC", "PAN", "USA"];
        for code in region.into_iter().chain(["D", "UTO", "UNO", "XXA", "XXB", "XXC", "XOM", "EUE", "GBD", "RKS"]) {
            assert!(is_known(code), "{code}");
        }
        for code in ["", "XYZ", "UTOPIA", "us", "usa", "<<<", "GB", "ZZZ", "YTO"] {
            assert!(!is_known(code), "{code}");
        }
        assert_eq!(standing("XXB"), Some(Standing::NotAnIssuer));
        assert_eq!(standing("ANT"), Some(Standing::Deprecated));
    }

    #[test]
    fn no_code_of_the_oracle_is_missing_but_its_own_additions() {
        let missing: Vec<&str> = mrz::codes().iter().map(|(code, _)| *code).filter(|code| !is_known(code)).collect();
        assert_eq!(missing, ["XKX"], "user-assigned for Kosovo, which ICAO codes RKS");
    }
}
