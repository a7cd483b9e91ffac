// One server, one browser, and people who step in front of it: what every test file stands on.

import { after } from 'node:test';
import { closeContext, openBrowser, openContext } from './browser.mjs';
import { personOf, signIn } from './people.mjs';
import { serve } from './server.mjs';

/** Starts server and browser for a test file; both end with it. */
export async function stage(options) {
  const server = await serve(options);
  const browser = await openBrowser().catch(async (error) => {
    await server.stop();
    throw error;
  });
  after(async () => {
    await browser.close();
    await server.stop();
  });
  return new Stage(server, browser);
}

class Stage {
  #people = new Map();
  #signedIn = new Map();

  constructor(server, browser) {
    this.server = server;
    this.browser = browser;
    this.address = server.address;
  }

  /** Answers the person of a State in a role: always the same one, whose codes serve once each. */
  person(role, state = 'GTM') {
    const key = `${role} ${state}`;
    if (!this.#people.has(key)) this.#people.set(key, personOf(this.server.data, role, state));
    return this.#people.get(key);
  }

  /** Opens a page of nobody in particular, which has to be without fault when the test ends. */
  async nobody(t, options) {
    const context = await openContext(this.browser, this.address, options);
    t.after(() => closeContext(context));
    return context.newPage();
  }

  /** Opens a page of somebody signed in for a purpose; whoever signed in once in this file stays so. */
  async as(t, role, state, { purpose, ...options } = {}) {
    const page = await this.nobody(t, options);
    const person = this.person(role, state);
    const key = `${person.user_name} ${purpose ?? ''}`;
    const cookies = this.#signedIn.get(key);
    if (cookies) await page.context().addCookies(cookies);
    else {
      await signIn(page, person, purpose);
      const own = (await page.context().cookies()).filter((cookie) => cookie.name !== 'language');
      this.#signedIn.set(key, own);
    }
    return page;
  }
}
