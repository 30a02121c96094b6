// The simulated network: the classes beside Node's own, and what routes make of requests.
import { afterAll, describe, expect, test } from 'vitest';
import { makeGrader } from '#grader/index.ts';
import { snippets } from '#tests/fixtures/fetch-snippets.ts';
import { tryOut as tryProtected, type Trial } from '#tests/helpers/grading.ts';

const grader = makeGrader();
afterAll(async () => await grader.close());

/** What is simulated must hold even where built-ins may be replaced. */
const tryOut = async (by: typeof grader, trial: Trial) =>
  await tryProtected(by, { mayReplaceBuiltIns: true, ...trial });

/** Prints the value of a snippet, or its error with cause, as one line of JSON. */
function program(snippet: string): string {
  return `const show = (e) => e === undefined || e === null || typeof e !== 'object' ? e : { type: e.constructor.name, name: e.name, message: e.message, code: e.code, cause: e.cause && show(e.cause) };
async function attempt() { ${snippet} }
try { print(JSON.stringify({ value: await attempt() })); } catch (error) { print(JSON.stringify({ error: show(error) })); }`;
}

async function inNode(snippet: string): Promise<string> {
  let line = '';
  // oxlint-disable-next-line typescript/no-implied-eval -- Node itself is the oracle
  const run = new Function('print', `return (async () => { ${program(snippet)} })();`) as (
    print: (text: string) => void,
  ) => Promise<void>;
  await run((text) => {
    line = text;
  });
  return line;
}

async function inWorld(snippet: string): Promise<string> {
  const source = `const print = (text) => console.log(text);\n${program(snippet)}`;
  const { lines, error } = await grader.run({ files: { 'solution.js': source }, seed: 1 });
  return error ?? lines.map(({ text }) => text).join('\n');
}

describe("Headers, Request, Response and fetch do what Node's do", () => {
  test.each(Object.entries(snippets))('%s', async (_, snippet) => {
    expect(await inWorld(snippet)).toBe(await inNode(snippet));
  });
});

const ROUTES = `{
  'GET /users/:id': { ms: 100, json: ({ params, query }, index) => ({ id: params.id, ...query, index }) },
  'GET /slow': { ms: 50, bodyMs: 200, text: 'long' },
  'POST /users': { ms: 20, status: 201, statusText: 'Made', headers: { Location: '/users/9', 'X-Two': 'b' }, json: ({ body, headers }) => ({ ...JSON.parse(body), type: headers['content-type'] }) },
  'GET /flaky': [{ ms: 10, status: 503 }, { ms: 10, rejects: 'ECONNRESET' }, { ms: 10, text: 'at last' }],
  'GET /never': { hangs: true },
  'DELETE /users/:id': { ms: 5, status: 204 },
  'GET /old': { ms: 10, status: 302, headers: { location: '/users/7?from=old' } },
  'POST /form': { ms: 10, status: 303, headers: { location: 'https://shop.test/done' } },
  'GET /done': { ms: 10, text: ({ method, body }) => method + String(body) },
  'GET /round': { ms: 1, status: 301, headers: { location: '/round' } },
  'GET /files/*': { text: ({ path }) => path },
  'GET https://other.test/x': { ms: 3, text: 'other' },
  'GET /busy': { ms: [30, 10], text: (request, index) => String(index) },
}`;

/** `solve(lab)` runs in a world with these routes; what it returns is compared with `result`. */
async function ask(body: string, result: unknown, options = `, { origin: 'https://shop.test' }`) {
  const trial = await tryOut(grader, {
    scenario: `lab.fetch(${ROUTES}${options}); return await lab.solution.solve(lab);`,
    source: `export async function solve(lab) {\n${body}\n}`,
    expectation: `expect(evidence.result).toEqual(${JSON.stringify(result)});`,
  });
  expect(trial.sentences).toEqual([]);
  return trial;
}

describe('routes', () => {
  test('a response has status, headers, address and a body that is read once', async () => {
    const { recording } = await ask(
      `const r = await fetch('/users/7?full=yes&q=a+b%21');
       return [r.ok, r.status, r.statusText, r.type, r.url, r.redirected, r.headers.get('Content-Type'), await r.json(), lab.now(), await r.text().catch((e) => e.message)];`,
      [
        true,
        200,
        'OK',
        'basic',
        'https://shop.test/users/7?full=yes&q=a+b%21',
        false,
        'application/json',
        { id: '7', full: 'yes', q: 'a b!', index: 0 },
        100,
        'Body is unusable: Body has already been read',
      ],
    );
    expect(recording?.timeline.spans).toMatchObject([
      {
        kind: 'fetch',
        name: 'GET /users/7?full=yes&q=a+b%21',
        args: [],
        startMs: 0,
        endMs: 100,
        outcome: 'fulfilled',
        at: { line: 2 },
      },
    ]);
  });

  test('a request shows its method, headers and body to the route and to the recording', async () => {
    const { recording } = await ask(
      `const r = await fetch('/users', { method: 'post', body: JSON.stringify({ name: 'Ada' }), headers: { 'Content-Type': 'application/json' } });
       return [r.status, r.statusText, [...r.headers], await r.json()];`,
      [
        201,
        'Made',
        [
          ['content-type', 'application/json'],
          ['location', '/users/9'],
          ['x-two', 'b'],
        ],
        { name: 'Ada', type: 'application/json' },
      ],
    );
    expect(recording?.timeline.spans[0]?.args).toMatchObject([
      {
        entries: [
          ['headers', { entries: [['content-type', 'application/json']] }],
          ['body', '{"name":"Ada"}'],
        ],
      },
    ]);
  });

  test('the body comes after its head, and who reads late waits less', async () => {
    const { recording } = await ask(
      `const first = await fetch('/slow');
       const headAt = lab.now();
       const text = await first.text();
       const second = await fetch('/slow');
       await lab.sleep(150);
       return [headAt, text, lab.now(), await second.text(), lab.now()];`,
      [50, 'long', 450, 'long', 500],
    );
    expect(recording?.timeline.spans.map(({ name, startMs, endMs }) => [name, startMs, endMs])).toEqual([
      ['GET /slow', 0, 50],
      ['GET /slow body', 50, 250],
      ['GET /slow', 250, 300],
      ['GET /slow body', 450, 500],
    ]);
  });

  test('a list answers request by request, with failures of the network among them', async () => {
    expect(
      await ask(
        `const seen = [];
       for (let i = 0; i < 4; i += 1) {
         try { const r = await fetch('/flaky'); seen.push([r.status, r.ok, await r.text()]); }
         catch (error) { seen.push([error.name, error.message, error.cause.code]); }
       }
       return [...seen, lab.now()];`,
        [
          [503, false, ''],
          ['TypeError', 'fetch failed', 'ECONNRESET'],
          [200, true, 'at last'],
          [200, true, 'at last'],
          40,
        ],
      ),
    ).toMatchObject({ sentences: [] });
  });

  test.each([
    [
      `const c = new AbortController(); setTimeout(() => c.abort(), 30); await fetch('/users/1', { signal: c.signal });`,
      'AbortError',
      30,
    ],
    [
      `const c = new AbortController(); setTimeout(() => c.abort(new Error('changed my mind')), 30); await fetch('/users/1', c);`,
      'Error',
      30,
    ],
    [`await fetch('/never', { signal: AbortSignal.timeout(70) });`, 'TimeoutError', 70],
    [`await fetch(new Request('/never', { signal: AbortSignal.timeout(70) }));`, 'TimeoutError', 70],
    [
      `const r = await fetch('/slow', { signal: AbortSignal.timeout(90) }); await r.text();`,
      'TimeoutError',
      90,
    ],
  ])('an abort rejects with its reason: %s', async (attempt, name, ms) => {
    const { recording } = await ask(
      `try { ${attempt} return 'no'; } catch (error) { return [error.name, lab.now()]; }`,
      [name, ms],
    );
    expect(recording?.timeline.spans.find(({ outcome }) => outcome === 'cancelled')).toMatchObject({
      kind: 'fetch',
      endMs: ms,
    });
  });

  test('a request that was aborted before it began is never sent', async () => {
    const { recording } = await ask(
      `return await fetch('/users/1', { signal: AbortSignal.abort() }).catch((error) => error.name);`,
      'AbortError',
    );
    expect(recording?.timeline.spans).toEqual([]);
  });

  test('redirects are followed, refused or shown', async () => {
    const { recording } = await ask(
      `const a = await fetch('/old');
       const b = await fetch('/form', { method: 'POST', body: 'x' });
       const c = await fetch('/old', { redirect: 'manual' });
       const d = await fetch('/old', { redirect: 'error' }).catch((error) => error.cause.message);
       return [a.redirected, a.url, (await a.json()).from, b.url, await b.text(), c.status, c.headers.get('location'), d];`,
      [
        true,
        'https://shop.test/users/7?from=old',
        'old',
        'https://shop.test/done',
        'GETnull',
        302,
        '/users/7?from=old',
        'unexpected redirect',
      ],
    );
    expect(recording?.timeline.spans.slice(0, 2).map(({ name }) => name)).toEqual([
      'GET /old',
      'GET /users/7?from=old',
    ]);
    expect(
      await ask(
        `return await fetch('/round').catch((error) => error.cause.message);`,
        'redirect count exceeded',
      ),
    ).toMatchObject({ sentences: [] });
  });

  test('no body for 204 and HEAD, 404 where no route fits', async () => {
    expect(
      await ask(
        `const gone = await fetch('/users/1', { method: 'DELETE' });
       const none = await fetch('/nobody');
       const other = await fetch('/users', { method: 'PUT' });
       return [gone.status, gone.body, await gone.text(), none.status, none.ok, await none.text(), other.status];`,
        [204, null, '', 404, false, 'No route answers GET /nobody', 404],
      ),
    ).toMatchObject({ sentences: [] });
  });

  test('routes of another origin, and of a whole folder', async () => {
    const { recording } = await ask(
      `return [await (await fetch('https://other.test/x')).text(), await (await fetch('/files/a/b.txt')).text(), (await fetch('https://third.test/x')).status];`,
      ['other', '/files/a/b.txt', 404],
    );
    expect(recording?.timeline.spans.map(({ name }) => name)).toEqual([
      'GET https://other.test/x',
      'GET /files/a/b.txt',
      'GET /x',
    ]);
  });

  test('requests are in flight like calls, and stay behind like calls', async () => {
    const { recording } = await ask(
      `void fetch('/never');
       return await Promise.all(['/busy', '/busy', '/busy'].map(async (path) => await (await fetch(path)).text()));`,
      ['0', '1', '2'],
    );
    expect(recording).toMatchObject({ virtualMs: 30, maximumInFlight: 4 });
    expect(recording?.leftBehind).toMatchObject([{ kind: 'call', name: 'GET /never' }]);
  });

  test('without an origin a relative address is refused, as in Node', async () => {
    expect(
      await ask(
        `return await Promise.all(['/users/1', 'https://anywhere.test/users/1'].map((url) => fetch(url).then((r) => r.status, (error) => error.message)));`,
        ['Failed to parse URL from /users/1', 200],
        '',
      ),
    ).toMatchObject({ sentences: [] });
  });

  test('matchers know a route', async () => {
    const { sentences } = await tryOut(grader, {
      scenario: `lab.fetch(${ROUTES}, { origin: 'https://shop.test' }); return await lab.solution.solve();`,
      source: `export const solve = async () => (await Promise.all(['/users/1', '/users/2'].map((path) => fetch(path)))).length;`,
      expectation: `expect(evidence.calls('GET /users/:id').map(({ value }) => value)).toEqual([{ status: 200 }, { status: 200 }]);
        expect(evidence).toStartTogether('GET /users/:id');
        expect(evidence).toHaveCalledTimes('GET /users/:id', 2);
        expect(evidence).toStartInOrder(['GET /users/1', 'GET /users/2']);
        expect(evidence).toHaveCalled('POST /users');`,
    });
    expect(sentences).toEqual(['POST /users was never called.']);
  });

  test('a request with another body is shown with what it had', async () => {
    const { sentences } = await tryOut(grader, {
      scenario: `lab.fetch(${ROUTES}, { origin: 'https://shop.test' }); return await lab.solution.solve();`,
      source: `export const solve = async () => (await fetch('/users', { method: 'POST', body: '{}' })).status;`,
      expectation: `expect(evidence).toHaveCalled('POST /users', expect.objectContaining({ body: '{"name":"Ada"}' }));`,
    });
    expect(sentences).toEqual([
      `POST /users ObjectContaining { body: '{"name":"Ada"}' } was never called. Called: POST /users { headers: { content-type: "text/plain;charset=UTF-8" }, bo….`,
    ]);
  });

  test('an answer is not to be changed by patches, nor by a global that was replaced', async () => {
    const { sentences } = await tryOut(grader, {
      scenario: `const mine = lab.fetch({ 'GET /a': { ms: 5, json: [1] } }, { origin: 'https://a.test' }); return [mine === fetch, await lab.solution.solve()];`,
      source: `globalThis.fetch = async () => 'forged';
        for (const name of ['get', 'set', 'has', 'delete', 'forEach']) Map.prototype[name] = () => 1;
        String.prototype.toLowerCase = String.prototype.toUpperCase = () => 'x';
        RegExp.prototype.exec = () => null;
        JSON.parse = () => 'forged';
        Array.prototype[Symbol.iterator] = function* () { yield 99; };
        Object.prototype.status = 500; Object.prototype.hangs = true; Object.prototype.text = 'forged';
        export const solve = async () => { const r = await fetch('/a'); return [r.status, await r.json()]; };`,
      expectation: `expect(evidence.result).toEqual([true, [200, [1]]]); expect(evidence).toTakeExactly(5);`,
    });
    expect(sentences).toEqual([]);
  });

  test.each([
    [`{ 'users': {} }`, `"users" is no route; expected a method and a path such as "GET /users/:id"`],
    [`{ 'GET /a': { mss: 1 } }`, `"GET /a" has a field "mss"; expected ms, bodyMs, status,`],
    [`{ 'GET /a': { status: 99 } }`, `"status" is 99; expected a whole number from 200 to 599`],
    [`{ 'GET /a': { json: 1, text: '' } }`, `has both "json" and "text"; expected one body`],
    [`{ 'GET /a': [] }`, `has an empty list of answers`],
    [`{ 'GET /a': { ms: -1 } }`, `a latency is -1;`],
    [`{}, { orign: 'x' }`, `has a field "orign"; expected origin`],
    [`{}, { origin: 'shop' }`, `"origin" is shop; expected one such as "https://shop.test"`],
  ])('a slip is refused by name: %s', async (args, problem) => {
    const { sentences } = await tryOut(grader, {
      scenario: `return await lab.outcomeOf(() => lab.fetch(${args}));`,
      source: `export const solve = 0;`,
      expectation: `expect(evidence.result.error.message).toContain(${JSON.stringify(problem)});`,
    });
    expect(sentences).toEqual([]);
  });
});

test('without routes there is no network', async () => {
  expect(await inWorld(`return await fetch('https://a.test/x');`)).toBe(
    '{"error":{"type":"TypeError","name":"TypeError","message":"fetch failed","cause":{"type":"Error","name":"Error","message":"getaddrinfo ENOTFOUND a.test","code":"ENOTFOUND"}}}',
  );
});
