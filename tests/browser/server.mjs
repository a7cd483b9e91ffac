// The real server on invented data, as anyone would start it: `puebla demo` makes the folder and serves it.
//
// PUEBLA names the program; without it the debug build of this checkout is taken.

import { execFile, spawn } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';

const TARGET = process.env.CARGO_TARGET_DIR ?? new URL('../../target', import.meta.url).pathname;
const PROGRAM = process.env.PUEBLA ?? join(TARGET, 'debug', 'puebla');
const MAKING_LIMIT_MS = 180_000;
const STARTING_LIMIT_MS = 60_000;
const ENDING_LIMIT_MS = 30_000;

/** Starts a server on a folder of its own and answers its address, its folder, and how to stop it. */
export async function serve({ entries = 3000, adopted = false } = {}) {
  const folder = await mkdtemp(join(tmpdir(), 'puebla-browser-'));
  const data = join(folder, 'data');
  const making = ['demo', '--data', data, '--no-serve', '--entries', String(entries), ...(adopted ? ['--adopted'] : [])];
  const made = promisify(execFile)(PROGRAM, making, { timeout: MAKING_LIMIT_MS });
  await made.catch(async (error) => {
    await rm(folder, { recursive: true, force: true });
    throw error;
  });
  return started(folder, data, ['demo', '--data', data, '--listen', '127.0.0.1:0']);
}

/** Starts a server for another process, with its first administrator, whose password it answers too. */
export async function serveProcess({ profile, administrator, party }) {
  const folder = await mkdtemp(join(tmpdir(), 'puebla-browser-'));
  const data = join(folder, 'data');
  const making = ['init', '--data', data, '--profile', profile, '--administrator', administrator, '--party', party, '--json'];
  const made = await promisify(execFile)(PROGRAM, making, { timeout: MAKING_LIMIT_MS }).catch(async (error) => {
    await rm(folder, { recursive: true, force: true });
    throw error;
  });
  const { user_name, password } = JSON.parse(made.stdout);
  const server = await started(folder, data, ['serve', '--data', data, '--listen', '127.0.0.1:0']);
  // Browsers bind passkeys to a name, and this machine's is `localhost`.
  return { ...server, address: server.address.replace('127.0.0.1', 'localhost'), first: { user_name, password } };
}

async function started(folder, data, serving) {
  const child = spawn(PROGRAM, serving, { stdio: ['ignore', 'pipe', 'pipe'] });
  const said = [];
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk) => said.push(String(chunk)));
  const ended = new Promise((resolve) => child.once('exit', resolve));
  // Whatever ends this process ends the server with it.
  const orphaned = () => child.kill('SIGKILL');
  process.once('exit', orphaned);

  const stop = async () => {
    child.kill('SIGTERM');
    const killed = setTimeout(() => child.kill('SIGKILL'), ENDING_LIMIT_MS);
    await ended;
    clearTimeout(killed);
    process.removeListener('exit', orphaned);
    await rm(folder, { recursive: true, force: true });
  };
  const address = await new Promise((resolve, reject) => {
    const late = setTimeout(() => reject(new Error(`no address within ${STARTING_LIMIT_MS} ms: ${said.join('')}`)), STARTING_LIMIT_MS);
    const look = () => {
      const found = /https?:\/\/[^\s"]+/.exec(said.join(''));
      if (!found) return;
      clearTimeout(late);
      resolve(found[0].replace(/\/$/, ''));
    };
    child.stdout.on('data', look);
    ended.then((status) => reject(new Error(`the server ended with ${status}: ${said.join('')}`)));
  }).catch(async (error) => {
    await stop();
    throw error;
  });
  return { address, data, stop };
}
