import { describe, expect, test } from 'vitest';
import { mutate } from '#cli/mutants/mutate.ts';

/** What stands in the place of a text, in each mutant that says so. */
function changed(source: string): { [what: string]: string } {
  return Object.fromEntries(mutate(source).map(({ what, source: text }) => [what, text]));
}

function whats(source: string): string[] {
  return mutate(source).map(({ what }) => what);
}

describe('waiting', () => {
  test('an await less, of an expression and of a loop', () => {
    expect(changed('async function f() { await a(); for await (const b of c()) d(b); }')).toMatchObject({
      'drop `await` before `a()`': 'async function f() { a(); for await (const b of c()) d(b); }',
      'drop the `await` of `for await`': 'async function f() { await a(); for (const b of c()) d(b); }',
    });
  });

  test('each combinator becomes each other one', () => {
    for (const method of ['all', 'race', 'any', 'allSettled']) {
      const swaps = whats(`export const p = Promise.${method}(list);`);
      expect(swaps).toHaveLength(3);
      expect(swaps.every((what) => what.startsWith(`\`Promise.${method}\` → \`Promise.`))).toBe(true);
    }
  });

  test('together becomes one after another, over map, from and a list of calls', async () => {
    const run = async (source: string): Promise<string[]> => {
      const { source: text } = mutate(source).find(({ what }) => what.endsWith('one after another')) ?? {};
      const log: string[] = [];
      const task = async (name: string): Promise<string> => {
        log.push(`${name} begins`);
        await Promise.resolve();
        log.push(`${name} ends`);
        return name;
      };
      const body = `return (async () => ${(text ?? '').replace(/;$/, '')})();`;
      // oxlint-disable-next-line typescript/no-implied-eval, typescript/no-unsafe-call -- the text is what is tested
      const result: unknown = await new Function('task', body)(task);
      return [...log, JSON.stringify(result)];
    };
    const inTurn = ['a begins', 'a ends', 'b begins', 'b ends'];
    expect(await run(`Promise.all(['a', 'b'].map((name) => task(name)));`)).toEqual([...inTurn, '["a","b"]']);
    expect(await run(`Promise.all(Array.from(['a', 'b'], task));`)).toEqual([...inTurn, '["a","b"]']);
    expect(await run(`Promise.all([task('a'), task('b')]);`)).toEqual([...inTurn, '["a","b"]']);
    expect(await run(`Promise.allSettled([task('a'), task('b')]);`)).toEqual([
      ...inTurn,
      '[{"status":"fulfilled","value":"a"},{"status":"fulfilled","value":"b"}]',
    ]);
  });

  test('one after another becomes together, but not where the loop is left early', () => {
    const loop = (body: string): string[] => whats(`for (const a of b) { await c(a); ${body} }`);
    expect(loop('')).toContain('one after another → `Promise.all`');
    expect(loop('if (a) break;')).not.toContain('one after another → `Promise.all`');
  });

  test('`return await` outside of try waits all the same', () => {
    const [inside, outside] = ['try { return await a(); } finally { b(); }', 'return await a();'].map(
      (body) => mutate(`async function f() { ${body} }`).find(({ what }) => what.startsWith('drop `await`')),
    );
    expect(inside).not.toHaveProperty('equivalent');
    expect(outside).toHaveProperty('equivalent');
  });

  test('what is used is not disposed of, or not waited for', () => {
    expect(changed('{ await using a = b(); }')).toMatchObject({
      '`await using` → `using`': '{ using a = b(); }',
      '`await using` → `const`': '{ const a = b(); }',
    });
  });
});

describe('failing and cleaning up', () => {
  test('catch and finally, of a statement and of a chain', () => {
    expect(changed('try { a(); } catch (e) { b(); } finally { c(); }')).toMatchObject({
      'drop `catch`': 'try { a(); }  finally { c(); }',
      'drop `finally`': 'try { a(); } catch (e) { b(); }',
    });
    expect(changed('try { a(); } catch { b(); }')).toMatchObject({ 'drop `catch`': '{ a(); }' });
    expect(changed('x = a().catch(b).finally(c);')).toMatchObject({
      'drop `.catch(…)`': 'x = a().finally(c);',
      'drop `.finally(…)`': 'x = a().catch(b);',
    });
  });

  test.each([
    ['a().finally(() => clearTimeout(timer));', 'drop `clearTimeout(timer)`'],
    ['if (late) controller.abort();', 'drop `controller.abort();`'],
    ["signal.addEventListener('abort', stop);", "drop `signal.addEventListener('abort', stop);`"],
    ["signal.removeEventListener('abort', stop);", "drop `signal.removeEventListener('abort', stop);`"],
    ['if (!ok) throw new Error(text);', 'drop `throw new Error(text);`'],
  ])('%s', (source, what) => {
    expect(whats(source)).toContain(what);
  });
});

describe('values', () => {
  test('a whole number becomes its neighbours, a fraction nothing', () => {
    expect(changed('wait(300);')).toMatchObject({
      '`300` → `301`': 'wait(301);',
      '`300` → `299`': 'wait(299);',
    });
    expect(changed('x = a-0;')).toMatchObject({ '`0` → `-1`': 'x = a- -1;' });
    expect(whats('x = 0.5;')).toEqual(['drop `x = 0.5;`']);
  });

  test.each([
    ['if (a < b) c();', '`<` → `<=` in `a < b`', 'if (a <= b) c();'],
    ['if (a >= b) c();', '`>=` → `>` in `a >= b`', 'if (a > b) c();'],
    ['if (a && b) c();', '`&&` → `||` in `a && b`', 'if (a || b) c();'],
    ['if (a) c();', 'negate `a`', 'if (!(a)) c();'],
    ['x = a ?? b;', 'drop `??` of `a ?? b`', 'x = (a);'],
    ['x ??= b;', '`??=` → `=` in `x ??= b`', 'x = b;'],
  ])('%s', (source, what, mutant) => {
    expect(changed(source)).toMatchObject({ [what]: mutant });
  });
});

describe('arguments, lists and statements', () => {
  test('the last argument, or one option of it', () => {
    const once = changed("a.addEventListener('abort', b, { once: true });");
    expect(once).toHaveProperty(
      ['drop the argument `{ once: true }` of `addEventListener(…)`'],
      "a.addEventListener('abort', b);",
    );
    expect(changed('a(b, { cause, signal });')).toMatchObject({
      'drop the option `cause`': 'a(b, { signal });',
      'drop the option `signal`': 'a(b, { cause });',
    });
  });

  test('a callback that is all there is stays', () => {
    expect(whats('x = a.map((b) => b);')).toEqual(['drop `x = a.map((b) => b);`']);
  });

  test('elements of a list, missing and in another order', () => {
    expect(changed('x = [a, b];')).toMatchObject({
      'swap `a` and `b`': 'x = [b, a];',
      'drop `a` from the list': 'x = [b];',
      'drop `b` from the list': 'x = [a];',
    });
  });

  test('neighbouring statements, unless nobody could tell', () => {
    expect(whats('a(); b();')).toContain('swap `a();` and `b();`');
    expect(whats('let asked = 0; const shown = []; run(asked, shown);')).not.toContain(
      'swap `let asked = 0;` and `const shown = [];`',
    );
    expect(whats('count += 1; mine = count;')).toContain('swap `count += 1;` and `mine = count;`');
    expect(whats('begin(); const late = 1; function begin() { late; }')).toContain(
      'swap `begin();` and `const late = 1;`',
    );
  });
});

test('every mutant parses and differs from the source and from each other', () => {
  const source = `
    export async function load(ids, fetchUser, limit = 3) {
      const users = [];
      for (let index = 0; index < ids.length; index += limit) {
        const some = ids.slice(index, index + limit);
        users.push(...(await Promise.all(some.map((id) => fetchUser(id)))));
      }
      return users;
    }`;
  const mutants = mutate(source);
  expect(mutants.length).toBeGreaterThan(15);
  expect(new Set(mutants.map((one) => one.source.replaceAll(/\s/g, ''))).size).toBe(mutants.length);
  expect(new Set(mutants.map(({ what, line }) => `${line} ${what}`)).size).toBe(mutants.length);
});

test('lines are those of the source, and what reads alike is numbered', () => {
  const numbers = mutate('\nx = [1,\n1, 1];').filter(({ what }) => what.startsWith('`1` → `2`'));
  expect(numbers.map(({ what, line }) => [what, line])).toEqual([
    ['`1` → `2`', 2],
    ['`1` → `2`', 3],
    ['`1` → `2` (2)', 3],
  ]);
});
