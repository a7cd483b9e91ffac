// Makes a CycloneDX bill of materials from what `cargo metadata` prints: each package that the binary is built of, once.

import { readFileSync } from 'node:fs';

const { packages, resolve } = JSON.parse(readFileSync(0, 'utf8'));
const checksums = new Map(
  [...readFileSync('Cargo.lock', 'utf8').matchAll(/name = "(.+)"\nversion = "(.+)"\nsource = .+\nchecksum = "(.+)"/g)].map(
    ([, name, version, checksum]) => [`${name}@${version}`, checksum],
  ),
);
const byId = new Map(packages.map((found) => [found.id, found]));
const nodes = new Map(resolve.nodes.map((node) => [node.id, node]));
const root = packages.find(({ name }) => name === 'puebla');

// What is built into the binary or builds it; tests' own packages stay out.
const built = new Set();
const walk = (id) => {
  if (built.has(id)) return;
  built.add(id);
  for (const { pkg, dep_kinds } of nodes.get(id).deps) if (dep_kinds.some(({ kind }) => kind !== 'dev')) walk(pkg);
};
walk(root.id);

const ref = ({ name, version }) => `pkg:cargo/${name}@${version}`;
const part = (found) => {
  const checksum = checksums.get(`${found.name}@${found.version}`);
  return {
    type: found === root ? 'application' : 'library',
    'bom-ref': ref(found),
    name: found.name,
    version: found.version,
    purl: ref(found),
    ...(found.license && { licenses: [{ expression: found.license.replaceAll('/', ' OR ') }] }),
    ...(checksum && { hashes: [{ alg: 'SHA-256', content: checksum }] }),
  };
};
const parts = [...built].map((id) => byId.get(id));
const bill = {
  bomFormat: 'CycloneDX',
  specVersion: '1.6',
  version: 1,
  metadata: { component: part(root) },
  components: parts.filter((found) => found !== root).map(part),
  dependencies: parts.map((found) => ({
    ref: ref(found),
    dependsOn: nodes.get(found.id).dependencies.filter((id) => built.has(id)).map((id) => ref(byId.get(id))),
  })),
};
console.log(JSON.stringify(bill, null, 2));
