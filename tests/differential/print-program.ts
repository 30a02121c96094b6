// The text of a random program. Each marker prints its number and the virtual time.
import type { Block, Promised, Statement, Step } from './program.ts';

/** Names that a statement may refer to, and whether it may `await`. */
type Scope = { handles: string[]; deferreds: string[]; isAsync: boolean };

const PRELUDE = `const show = (value) =>
  Array.isArray(value) ? '[' + value.map(show) + ']'
  : value?.status ? value.status + ' ' + show(value.value ?? value.reason)
  : value?.errors ? value.name + ' ' + show(value.errors)
  : value instanceof Error ? value.message : String(value);
const log = (id, ...values) => console.log(id + ' @' + performance.now(), ...values.map(show));
let refreshes = 0;
`;

export function printProgram(program: Block): string {
  return PRELUDE + new Printer().block(program, { handles: [], deferreds: [], isAsync: true });
}

class Printer {
  #names = 0;
  #markers = 0;

  #name(prefix: string): string {
    this.#names += 1;
    return `${prefix}${this.#names}`;
  }

  #mark(...values: string[]): string {
    this.#markers += 1;
    return `log(${[this.#markers, ...values].join(', ')})`;
  }

  block(statements: Block, outer: Scope): string {
    const scope = { ...outer, handles: [...outer.handles], deferreds: [...outer.deferreds] };
    return statements.map((statement) => `${this.#statement(statement, scope)}\n`).join('');
  }

  /** The body of a function: it begins with a marker. */
  #body(statements: Block, scope: Scope, isAsync = false, values: string[] = []): string {
    return `{\n${this.#mark(...values)};\n${this.block(statements, { ...scope, isAsync })}}`;
  }

  #statement(statement: Statement, scope: Scope): string {
    switch (statement.kind) {
      case 'log':
        return `${this.#mark()};`;
      case 'work':
        return `work(${statement.ms});`;
      case 'throw':
        return `throw new Error('thrown ${(this.#markers += 1)}');`;
      case 'timeout': {
        const name = this.#name('timer');
        scope.handles.push(name);
        return `const ${name} = setTimeout(() => ${this.#body(statement.body, scope)}, ${statement.delayMs});`;
      }
      case 'immediate': {
        const name = this.#name('immediate');
        scope.handles.push(name);
        return `const ${name} = setImmediate(() => ${this.#body(statement.body, scope)});`;
      }
      case 'interval':
        return this.#interval(statement, scope);
      case 'tick':
        return `process.nextTick(() => ${this.#body(statement.body, scope)});`;
      case 'microtask':
        return `queueMicrotask(() => ${this.#body(statement.body, scope)});`;
      case 'handle':
        return this.#handle(statement, scope);
      case 'chain': {
        const steps = statement.steps.map((step) => this.#step(step, scope));
        const caught = statement.isCaught ? `\n.catch((error) => ${this.#mark('error')})` : '';
        return `${this.#promise(statement.promise, scope)}${steps.join('')}${caught};`;
      }
      case 'await':
        return this.#await(statement, scope);
      case 'async': {
        const caught = statement.isCaught ? `.catch((error) => ${this.#mark('error')})` : '';
        return `(async () => ${this.#body(statement.body, scope, true)})()${caught};`;
      }
      case 'for-await':
        return this.#forAwait(statement, scope);
      case 'generator':
        return this.#generator(statement, scope);
      case 'settle':
        return this.#settle(statement, scope);
      case 'using':
        return this.#using(statement, scope);
      case 'abort':
        return this.#abort(statement, scope);
      default:
        return statement satisfies never;
    }
  }

  #interval({ delayMs, times, body }: Statement & { kind: 'interval' }, scope: Scope): string {
    const name = this.#name('interval');
    const count = this.#name('count');
    scope.handles.push(name);
    const text = this.#body(body, scope, false, [count]);
    return `let ${count} = 0;\nconst ${name} = setInterval(() => {\nif (++${count} >= ${times}) clearInterval(${name});\n(() => ${text})();\n}, ${delayMs});`;
  }

  #handle({ operation, target }: Statement & { kind: 'handle' }, { handles }: Scope): string {
    const name = handles[target % Math.max(1, handles.length)];
    if (name === undefined) return `${this.#mark()};`;
    const isImmediate = name.startsWith('immediate');
    if (operation === 'clear') return `clear${isImmediate ? 'Immediate' : 'Timeout'}(${name});`;
    if (operation === 'refresh' && isImmediate) return `${this.#mark(`${name}.hasRef()`)};`;
    // A timer that its own callback refreshes would run for ever.
    if (operation === 'refresh') return `if (++refreshes < 8) ${this.#mark(`${name}.refresh().hasRef()`)};`;
    return `${this.#mark(`${name}.${operation}().hasRef()`)};`;
  }

  #step({ kind, body, returns }: Step, scope: Scope): string {
    const inner = { ...scope, isAsync: false };
    const value = kind === 'finally' ? '' : 'value';
    const callback = `(${value}) => {\n${this.#mark(...(value === '' ? [] : [value]))};\n${this.block(body, inner)}return ${this.#operand(returns, inner)};\n}`;
    if (kind === 'then-both') return `\n.then(${callback}, (error) => ${this.#mark('error')})`;
    return `\n.${kind}(${callback})`;
  }

  #await({ promise, isGuarded }: Statement & { kind: 'await' }, scope: Scope): string {
    const operand = this.#operand(promise, scope);
    if (!scope.isAsync) {
      return `Promise.resolve(${operand}).then((value) => ${this.#mark('value')}, (error) => ${this.#mark('error')});`;
    }
    const text = `${this.#mark(`await ${operand}`)};`;
    return isGuarded ? `try {\n${text}\n} catch (error) {\n${this.#mark('error')};\n}` : text;
  }

  #forAwait({ items, form, body, breakAt }: Statement & { kind: 'for-await' }, scope: Scope): string {
    const count = this.#name('count');
    const inner = { ...scope, isAsync: true };
    const operands = items.map((item) => this.#operand(item, inner));
    const yields = operands.map((operand) => `${this.#mark()};\nyield ${operand};\n`).join('');
    const source = {
      array: () => `[${operands.join(', ')}]`,
      generator: () => `(async function* () {\ntry {\n${yields}} finally {\n${this.#mark()};\n}\n})()`,
      delegate: () => `(async function* () {\n${this.#mark()};\nyield* [${operands.join(', ')}];\n})()`,
    }[form]();
    const loop =
      `let ${count} = 0;\nfor await (const item of ${source}) {\n${this.#mark('item')};\n` +
      `${this.block(body, inner)}if (++${count} >= ${breakAt}) break;\n}\n${this.#mark()};`;
    return `(async () => {\n${loop}\n})().catch((error) => ${this.#mark('error')});`;
  }

  #generator({ count, breakAt, body }: Statement & { kind: 'generator' }, scope: Scope): string {
    const yields = Array.from({ length: count }, (_, index) => `${this.#mark()};\nyield ${index};\n`).join(
      '',
    );
    const seen = this.#name('count');
    return (
      `let ${seen} = 0;\nfor (const item of (function* () {\ntry {\n${yields}} finally {\n${this.#mark()};\n}\n})()) {\n` +
      `${this.#mark('item')};\n${this.block(body, scope)}if (++${seen} >= ${breakAt}) break;\n}`
    );
  }

  #settle({ target, promise, rejects }: Statement & { kind: 'settle' }, scope: Scope): string {
    const known = scope.deferreds[target];
    if (known === undefined) {
      const name = this.#name('deferred');
      scope.deferreds.push(name);
      return `const ${name} = Promise.withResolvers();\n${name}.promise.catch((error) => ${this.#mark('error')});`;
    }
    return `${known}.${rejects ? 'reject' : 'resolve'}(${this.#operand(promise, { ...scope, isAsync: false })});`;
  }

  #using({ isAsync, body, disposal }: Statement & { kind: 'using' }, scope: Scope): string {
    const name = this.#name('resource');
    const inner = { ...scope, isAsync: false };
    const dispose = `() {\n${this.#mark()};\nreturn ${this.#operand(disposal, inner)};\n}`;
    if (!isAsync || !scope.isAsync)
      return `{\nusing ${name} = { [Symbol.dispose]${dispose} };\n${this.block(body, scope)}}`;
    return (
      `try {\nawait using ${name} = { [Symbol.asyncDispose]${dispose} };\n${this.block(body, scope)}` +
      `} catch (error) {\n${this.#mark('error')};\n}`
    );
  }

  #abort({ delayMs, form, body }: Statement & { kind: 'abort' }, scope: Scope): string {
    const name = this.#name('signal');
    const controller = this.#name('controller');
    const listener = `${name}.addEventListener('abort', () => ${this.#body(body, scope, false, [`${name}.reason.name`])}, { once: true });`;
    if (form === 'timeout') return `const ${name} = AbortSignal.timeout(${delayMs});\n${listener}`;
    const signal =
      form === 'any'
        ? `AbortSignal.any([${controller}.signal, AbortSignal.timeout(${delayMs})])`
        : `${controller}.signal`;
    return (
      `const ${controller} = new AbortController();\nconst ${name} = ${signal};\n${listener}\n` +
      `setTimeout(() => {\n${this.#mark()};\n${controller}.abort();\n${this.#mark()};\n}, ${delayMs});`
    );
  }

  #error(): string {
    return `new Error('rejected ${(this.#markers += 1)}')`;
  }

  #value(): string {
    return `'value ${(this.#markers += 1)}'`;
  }

  /** What may stand after `await` or be returned to a promise: also plain values and thenables. */
  #operand(promised: Promised, scope: Scope): string {
    if (promised.kind === 'value') return this.#value();
    if (promised.kind === 'thenable') return this.#thenable(promised);
    return this.#promise(promised, scope);
  }

  #thenable({ delay, rejects }: Promised & { kind: 'thenable' }): string {
    const settle = rejects ? `reject(${this.#error()})` : `resolve(${this.#value()})`;
    const settled = {
      now: `${settle};`,
      microtask: `queueMicrotask(() => ${settle});`,
      timer: `setTimeout(() => ${settle}, 2);`,
    }[delay];
    return `{ then(resolve, reject) {\n${this.#mark()};\n${settled}\n} }`;
  }

  /** An expression whose value is a promise. */
  #promise(promised: Promised, scope: Scope): string {
    switch (promised.kind) {
      case 'value':
      case 'resolved':
        return `Promise.resolve(${this.#value()})`;
      case 'rejected':
        return `Promise.reject(${this.#error()})`;
      case 'thenable':
        return `Promise.resolve(${this.#thenable(promised)})`;
      case 'deferred': {
        const known = scope.deferreds.at(-1);
        return known === undefined ? `Promise.resolve(${this.#value()})` : `${known}.promise`;
      }
      case 'later': {
        const settle = promised.rejects ? `reject(${this.#error()})` : `resolve(${this.#value()})`;
        return `new Promise((resolve, reject) => setTimeout(() => {\n${this.#mark()};\n${settle};\n}, ${promised.delayMs}))`;
      }
      case 'call': {
        const inner = { ...scope, isAsync: true };
        return `(async () => {\n${this.#mark()};\n${this.block(promised.body, inner)}return ${this.#operand(promised.promise, inner)};\n})()`;
      }
      case 'nested':
        return `new Promise((resolve) => resolve(${this.#operand(promised.promise, scope)}))`;
      case 'tried':
        return `Promise.try(() => ${this.#operand(promised.promise, { ...scope, isAsync: false })})`;
      case 'collected': {
        const inner = promised.promises.map((each) => this.#operand(each, scope));
        return `Array.fromAsync([${inner.join(', ')}])`;
      }
      case 'combined': {
        const inner = promised.promises.map((each) => this.#operand(each, scope));
        return `Promise.${promised.by}([${inner.join(', ')}])`;
      }
      default:
        return promised satisfies never;
    }
  }
}
