//! Abbreviations of names as registers and people write them, each with one reading.

/// The word that an abbreviation stands for, where it can stand for nothing else.
///
/// `alone` is whether it is its field's only word: `Ma` alone is a name of its own.
pub(crate) fn written_out(word: &str, surname: bool, alone: bool) -> Option<&'static str> {
    if surname { surname_of(word) } else { given_of(word, alone).or_else(|| surname_of(word)) }
}

fn surname_of(word: &str) -> Option<&'static str> {
    Some(match word {
        "HDEZ" | "HDZ" | "HRDZ" | "HNDZ" | "HERN" | "HRNDZ" => "HERNANDEZ",
        "RDEZ" | "RDZ" | "RGUEZ" | "RGZ" | "RODZ" | "RODGZ" | "RDGZ" | "RDRGZ" => "RODRIGUEZ",
        "GLEZ" | "GLZ" | "GONZ" | "GNZ" | "GZLEZ" | "GNLEZ" => "GONZALEZ",
        "MTEZ" | "MTZ" | "MRTZ" | "MARTZ" | "MNEZ" => "MARTINEZ",
        "FDEZ" | "FDZ" | "FERN" | "FRDZ" | "FNDEZ" => "FERNANDEZ",
        "GTEZ" | "GTZ" | "GUTZ" | "GTRZ" => "GUTIERREZ",
        "LPZ" | "LOPZ" | "LPEZ" => "LOPEZ",
        "PRZ" | "PREZ" => "PEREZ",
        "SCHZ" | "SNCHZ" | "SCHEZ" | "SHEZ" | "SANZH" => "SANCHEZ",
        "RMZ" | "RMREZ" | "RAMZ" | "RMRZ" => "RAMIREZ",
        "JMZ" | "JMNZ" | "JIMZ" | "JMNEZ" => "JIMENEZ",
        "DGUEZ" | "DGZ" | "DMGZ" | "DOMGZ" => "DOMINGUEZ",
        "VZQZ" | "VQZ" | "VAZQZ" | "VZQEZ" | "VASQZ" => "VASQUEZ",
        "ALVZ" | "ALVRZ" => "ALVAREZ",
        "MDZ" | "MNDZ" | "MDEZ" => "MENDEZ",
        "VELZQ" | "VLZQZ" => "VELASQUEZ",
        "ORDZ" => "ORDONEZ",
        "GCIA" | "GRCIA" => "GARCIA",
        "CSTLO" => "CASTILLO",
        "STGO" => "SANTIAGO",
        "STOS" => "SANTOS",
        _ => return None,
    })
}

fn given_of(word: &str, alone: bool) -> Option<&'static str> {
    Some(match word {
        "MA" | "M" if !alone && word == "MA" => "MARIA",
        "MRIA" | "MRA" | "MAR" if !alone && word != "MAR" => "MARIA",
        "GPE" | "GUADA" | "GDPE" | "GPPE" => "GUADALUPE",
        "FCO" | "FRCO" | "FRAN" if word != "FRAN" => "FRANCISCO",
        "FCA" | "FRCA" => "FRANCISCA",
        "JSE" => "JOSE",
        "ANTO" | "ANT" => "ANTONIO",
        "ALEJ" => "ALEJANDRO",
        "MGL" => "MIGUEL",
        "CNCPN" | "CONCN" => "CONCEPCION",
        "ENCN" => "ENCARNACION",
        "ROSO" => "ROSARIO",
        "STGO" => "SANTIAGO",
        "MARG" => "MARGARITA",
        "MTRO" | "LIC" | "ING" => return None,
        "GMO" => "GUILLERMO",
        "DGO" => "DOMINGO",
        "IGN" => "IGNACIO",
        "RICDO" => "RICARDO",
        "EDO" => "EDUARDO",
        "FDO" => "FERNANDO",
        "ALF" => "ALFREDO",
        "ROBTO" => "ROBERTO",
        "MNL" | "MANL" => "MANUEL",
        "SLVDR" | "SALV" => "SALVADOR",
        "GREG" => "GREGORIO",
        "CARM" => "CARMEN",
        "MOHD" | "MOHMD" | "MHD" | "MUHD" => "MOHAMMED",
        "ABD" if !alone => "ABDUL",
        _ => return None,
    })
}
