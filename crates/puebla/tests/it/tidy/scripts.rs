//! The scripts of the pages keep to themselves: nothing evaluated, nothing kept in the browser, nothing put in as markup.

use super::source::{File, Finding, none, only, tree};

/// What no script may say, with the reason that a finding gives.
const NEVER: [(&str, &str); 22] = [
    ("eval(", "evaluates text"),
    ("Function(", "evaluates text"),
    ("setTimeout(\"", "evaluates text"),
    ("import(", "loads code at run time"),
    ("importScripts", "loads code at run time"),
    ("innerHTML", "puts text in as markup"),
    ("outerHTML", "puts text in as markup"),
    ("insertAdjacentHTML", "puts text in as markup"),
    ("document.write", "puts text in as markup"),
    ("localStorage", "keeps data in the browser"),
    ("sessionStorage", "keeps data in the browser"),
    ("indexedDB", "keeps data in the browser"),
    ("document.cookie", "reads or sets a cookie"),
    ("postMessage", "speaks to other windows"),
    ("\"message\"", "listens to other windows"),
    ("__proto__", "reaches for a prototype"),
    (".prototype", "reaches for a prototype"),
    ("window.name", "keeps data on the window"),
    ("globalThis", "keeps data on the window"),
    ("\"paste\"", "stands between a field and what is pasted"),
    ("http:", "loads from elsewhere"),
    ("https:", "loads from elsewhere"),
];

fn loose(script: &File) -> Vec<Finding> {
    let mut findings = Vec::new();
    let code: Vec<(usize, &str)> =
        script.text.lines().enumerate().filter(|(_, line)| !line.trim_start().starts_with("//")).collect();
    for (at, line) in &code {
        for (said, why) in NEVER.iter().filter(|(said, _)| line.contains(said)) {
            findings.push(script.finding(at + 1, format!("`{said}` {why}")));
        }
        if line.contains(" == ") || line.contains(" != ") {
            findings.push(script.finding(at + 1, "compares values of different types: write `===` or `!==`"));
        }
    }
    let lines: Vec<&str> = code.iter().map(|(_, line)| line.trim()).filter(|line| !line.is_empty()).collect();
    if lines.first() != Some(&"\"use strict\";") {
        findings.push(script.finding(0, "does not begin by being strict"));
    }
    if lines.get(1) != Some(&"(() => {") || lines.last() != Some(&"})();") {
        findings.push(script.finding(0, "is not closed in a function of its own"));
    }
    findings
}

#[test]
fn scripts_keep_to_what_they_may() {
    let scripts = || tree().ending(".js").filter(|file| file.path.starts_with("crates/base/assets/"));
    assert!(scripts().count() >= 3);
    none(scripts().flat_map(loose).collect());
    let planted = |body: &str| {
        loose(&File::planted("planted.js", &format!("// Says eval(.\n\"use strict\";\n(() => {{\n{body}\n}})();\n")))
    };
    none(planted("  const a = 1;"));
    for (said, why) in NEVER {
        only(&planted(&format!("  {said}")), why);
    }
    only(&planted("  if (a == b) c();"), "`===`");
    only(
        &loose(&File::planted("planted.js", "(() => {\n})();")).into_iter().take(1).collect::<Vec<_>>(),
        "being strict",
    );
    only(&loose(&File::planted("planted.js", "\"use strict\";\nconst a = 1;")), "a function of its own");
}
