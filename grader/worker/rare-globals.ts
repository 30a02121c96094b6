// Globals that few programs use come in bundles of their own, run in a context only when a text in it names one of them:
// nobody else pays. A name put together at run time is not seen; docs/conformance.md says so.
import type { GuestBundles } from '../sandbox/guest-files.ts';
import type { Context, GuestModule } from '../sandbox/isolate.ts';
import type { World } from './world.ts';

type RareBundle = Exclude<keyof GuestBundles, 'recorder' | 'judge' | 'open'>;

/** In the order in which they are run: the later ones use what the earlier ones have added. */
const mentions: { [bundle in RareBundle]: RegExp } = {
  extras:
    /\b(?:structuredClone|Text(?:En|De)coder|MessageChannel|MessagePort|MessageEvent|Blob|File|atob|btoa|[Cc]rypto|timers\/promises|scheduler)\b/,
  url: /\b(?:URL|URLSearchParams)\b/,
  streams:
    /\b(?:(?:Readable|Writable|Transform|TextEncoder|TextDecoder)Stream\w*|(?:ByteLength|Count)QueuingStrategy|ReadableByteStreamController)\b|\.stream\(/,
};

/** Modules of Node's that a program may import, by specifier: the names that each exports. */
const modules: { [specifier: string]: readonly string[] } = {
  'timers/promises': ['setTimeout', 'setImmediate', 'setInterval', 'scheduler'],
};

/** Adds what the texts name. Call it before any student code runs in the context. */
export function addRareGlobals({ context, controls }: World, bundles: GuestBundles, sources: string[]): void {
  for (const [name, mention] of Object.entries(mentions) as [RareBundle, RegExp][]) {
    if (!sources.some((source) => mention.test(source))) continue;
    const added = controls.call('extend', context.runBundle(bundles[name], name).handle);
    if (added.threw) throw new Error(`the globals of "${name}" could not be added: ${added.message}`);
  }
}

/** Whether an import of `specifier` can be served by `makeBuiltin`. */
export function isBuiltin(specifier: string): boolean {
  return Object.hasOwn(modules, builtinName(specifier));
}

/** A module that exports what the world has under that name. */
export function makeBuiltin(context: Pick<Context, 'compileModule'>, name: string): GuestModule {
  const names = (modules[name] ?? []).join(', ');
  const text =
    `import { builtin } from 'host'; const whole = builtin('${name}'); ` +
    `export const { ${names} } = whole; export default whole.default;`;
  return context.compileModule(text, name);
}

/** A module of Node's has its name with and without `node:`. */
export function builtinName(specifier: string): string {
  return specifier.replace(/^node:/, '');
}
