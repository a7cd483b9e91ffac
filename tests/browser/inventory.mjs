// The pages there are, from the committed inventory of routes, which the Rust tests hold against what is served.

import { readFileSync } from 'node:fs';

const INVENTORY = new URL('../../crates/puebla/tests/it/routes.txt', import.meta.url);

/** Routes that a browser can ask for and that show no page, each with what they answer instead. */
export const NO_PAGES = {
  '/decisions/{reference}/certificate': 'a file to keep',
  '/library/atom': 'a feed',
  '/library/{reference}/texts/{text}': 'a file to keep',
  '/papers/{reference}/texts/{text}': 'a file to keep',
  '/robots.txt': 'a file for machines',
  '/sitemap.xml': 'a file for machines',
  '/assets/{hash}/{name}': 'a file',
  '/campaigns/export': 'a file',
  '/comments/{reference}/export': 'a file',
  '/evaluations/{reference}/export': 'a file',
  '/exercises/{reference}/export': 'a file to keep',
  '/': 'the first room that is open to whoever asks',
  '/language': 'the page it was asked from',
  '/sheets/export': 'a file',
  '/silence/{reference}/letter': 'a file to keep',
  '/training/{reference}/people/{person}/certificate': 'a file to keep',
  '/status/export': 'a file',
  '/today/calendar': 'a file',
  '/health/live': 'a status and nothing else',
  '/health/ready': 'a status and nothing else',
};

/** Answers every route that shows a page, as `/documents/{reference}`. */
export function pageRoutes(text = readFileSync(INVENTORY, 'utf8')) {
  return text
    .split('\n')
    .map((line) => /^GET +(\S+)/.exec(line)?.[1])
    .filter((route) => route && !route.startsWith('/api/') && !(route in NO_PAGES));
}
