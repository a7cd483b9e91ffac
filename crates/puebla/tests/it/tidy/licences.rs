//! What `deny.toml` says of licences, bans and sources, held against every package that is built.

use std::collections::BTreeMap;
use std::process::Command;

use serde::Deserialize;

use super::source::{File, Finding, none, only, root, tree};

const DENY: &str = "deny.toml";

/// The parts of `deny.toml` that are held here; `cargo deny` reads the same file and looks at advisories too.
#[derive(Deserialize)]
struct Deny {
    licenses: Licences,
    bans: Bans,
    sources: Sources,
}

#[derive(Deserialize)]
struct Licences {
    allow: Vec<String>,
    #[serde(default)]
    exceptions: Vec<Exception>,
}

#[derive(Deserialize)]
struct Exception {
    #[serde(rename = "crate")]
    name: String,
    allow: Vec<String>,
}

#[derive(Deserialize)]
struct Bans {
    deny: Vec<Banned>,
}

#[derive(Deserialize)]
struct Banned {
    #[serde(rename = "crate")]
    name: String,
    reason: String,
    #[serde(default)]
    wrappers: Vec<String>,
}

#[derive(Deserialize)]
struct Sources {
    #[serde(rename = "allow-registry")]
    allow_registry: Vec<String>,
}

/// A package that is built.
#[derive(Clone, Debug)]
struct Package {
    name: String,
    licence: String,
    source: Option<String>,
    users: Vec<String>,
}

/// Answers every package that is built for this machine, tests included, with those that use it directly.
fn packages() -> Vec<Package> {
    let host = Command::new("rustc").arg("-vV").output().expect("rustc");
    let host = String::from_utf8(host.stdout).expect("text");
    let host = host.lines().find_map(|line| line.strip_prefix("host: ")).expect("a host").to_owned();
    let asked = Command::new(env!("CARGO"))
        .args(["metadata", "--offline", "--locked", "--format-version", "1", "--filter-platform", &host])
        .current_dir(root())
        .output()
        .expect("cargo metadata");
    assert!(asked.status.success(), "{}", String::from_utf8_lossy(&asked.stderr));
    let metadata: serde_json::Value = serde_json::from_slice(&asked.stdout).expect("metadata");
    let text = |value: &serde_json::Value| value.as_str().unwrap_or_default().to_owned();
    let mut packages: BTreeMap<String, Package> = BTreeMap::new();
    for package in metadata["packages"].as_array().into_iter().flatten() {
        let source = package["source"].as_str().map(str::to_owned);
        let licence = text(&package["license"]);
        packages
            .insert(text(&package["id"]), Package { name: text(&package["name"]), licence, source, users: Vec::new() });
    }
    let nodes = metadata["resolve"]["nodes"].as_array().cloned().unwrap_or_default();
    let built: Vec<String> = nodes.iter().map(|node| text(&node["id"])).collect();
    for node in &nodes {
        let user = packages[&text(&node["id"])].name.clone();
        for used in node["dependencies"].as_array().into_iter().flatten() {
            packages.get_mut(&text(used)).expect("a package").users.push(user.clone());
        }
    }
    packages.into_iter().filter(|(id, _)| built.contains(id)).map(|(_, package)| package).collect()
}

/// Answers whether a licence expression (SPDX 2.3, annex D; `/` as older manifests write OR) can be met.
fn met(expression: &str, allowed: &[&String]) -> bool {
    let spaced = expression.replace('(', " ( ").replace(')', " ) ").replace('/', " OR ").replace(" WITH ", "+WITH+");
    let words: Vec<&str> = spaced.split_whitespace().collect();
    let mut at = 0;
    either(&words, &mut at, allowed) && at == words.len()
}

fn either(words: &[&str], at: &mut usize, allowed: &[&String]) -> bool {
    let mut met = both(words, at, allowed);
    while words.get(*at) == Some(&"OR") {
        *at += 1;
        met |= both(words, at, allowed);
    }
    met
}

fn both(words: &[&str], at: &mut usize, allowed: &[&String]) -> bool {
    let mut met = single(words, at, allowed);
    while words.get(*at) == Some(&"AND") {
        *at += 1;
        met &= single(words, at, allowed);
    }
    met
}

fn single(words: &[&str], at: &mut usize, allowed: &[&String]) -> bool {
    let Some(word) = words.get(*at) else { return false };
    *at += 1;
    if *word == "(" {
        let met = either(words, at, allowed);
        *at += 1;
        return met;
    }
    let name = word.replace("+WITH+", " WITH ");
    allowed.iter().any(|allowed| **allowed == name)
}

fn refused(deny: &Deny, packages: &[Package]) -> Vec<Finding> {
    let file = File::planted(DENY, "");
    let mut findings = Vec::new();
    for package in packages {
        let Package { name, licence, source, users } = package;
        let more = deny.licenses.exceptions.iter().filter(|exception| exception.name == *name);
        let allowed: Vec<&String> =
            deny.licenses.allow.iter().chain(more.flat_map(|exception| &exception.allow)).collect();
        if !met(licence, &allowed) {
            findings.push(file.finding(0, format!("{name}: the licence `{licence}` is not allowed")));
        }
        if let Some(banned) = deny.bans.deny.iter().find(|banned| banned.name == *name)
            && users.iter().any(|user| !banned.wrappers.contains(user))
        {
            findings.push(file.finding(0, format!("{name} is banned: {}", banned.reason)));
        }
        let known =
            |source: &String| deny.sources.allow_registry.iter().any(|known| *source == format!("registry+{known}"));
        if source.as_ref().is_some_and(|source| !known(source)) {
            findings.push(file.finding(0, format!("{name} comes from a place that is not listed")));
        }
    }
    findings
}

/// Licences that are allowed and that nothing carries.
fn idle(deny: &Deny, packages: &[Package]) -> Vec<Finding> {
    let file = File::planted(DENY, "");
    let idle =
        deny.licenses.allow.iter().filter(|allowed| !packages.iter().any(|package| package.licence.contains(*allowed)));
    idle.map(|licence| file.finding(0, format!("`{licence}` is allowed, and nothing carries it"))).collect()
}

#[test]
fn every_package_keeps_to_the_lists() {
    let deny: Deny = toml::from_str(tree().text(DENY)).expect("deny.toml");
    let packages = packages();
    assert!(packages.len() > 100, "the packages are there");
    none(refused(&deny, &packages));
    none(idle(&deny, &packages));
    assert!(deny.bans.deny.iter().all(|banned| banned.reason.len() > 10), "each ban says why");

    let ours = Package {
        name: "planted".into(),
        licence: "MIT OR Apache-2.0".into(),
        source: Some(format!("registry+{}", deny.sources.allow_registry[0])),
        users: vec!["base".into()],
    };
    none(refused(&deny, std::slice::from_ref(&ours)));
    only(
        &refused(&deny, &[Package { licence: "GPL-3.0-only".into(), ..ours.clone() }]),
        "`GPL-3.0-only` is not allowed",
    );
    only(&refused(&deny, &[Package { licence: "MIT AND AGPL-3.0".into(), ..ours.clone() }]), "is not allowed");
    only(&refused(&deny, &[Package { licence: String::new(), ..ours.clone() }]), "is not allowed");
    only(&refused(&deny, &[Package { name: "openssl-sys".into(), ..ours.clone() }]), "openssl-sys is banned");
    only(&refused(&deny, &[Package { source: Some("git+https://example.org/x".into()), ..ours }]), "not listed");
}

#[test]
fn licence_expressions_are_read_with_their_brackets() {
    let allowed = ["MIT", "Apache-2.0", "Apache-2.0 WITH LLVM-exception"].map(str::to_owned);
    let met = |expression: &str| met(expression, &allowed.iter().collect::<Vec<_>>());
    assert!(met("MIT/GPL-2.0") && met("GPL-2.0 OR MIT") && met("(GPL-2.0 OR MIT) AND Apache-2.0"));
    assert!(met("Apache-2.0 WITH LLVM-exception") && met("GPL-2.0 AND MIT OR Apache-2.0"));
    assert!(!met("GPL-2.0 AND (MIT OR Apache-2.0)") && !met("MIT WITH GCC-exception") && !met("") && !met("(MIT"));
}
