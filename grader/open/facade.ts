// Modules that stand before others. One adds what an importer asks for and the student's file does not export, as
// `undefined`: a test that uses it fails, and not the whole file. The other can be replaced by the spec.

/** Local names of our own: an exported name may be a word that no variable can bear. */
function exportLine(names: string[], valueOf: (name: string) => string): string {
  const declared = names.map((name, index) => `let v${index} = ${valueOf(name)};`).join('');
  const exported = names.map((name, index) => `v${index} as ${quoted(name)}`).join(', ');
  return `${declared}export { ${exported} };`;
}

function assignments(names: string[], from: string): string {
  return names.map((name, index) => `v${index} = ${from}[${JSON.stringify(name)}];`).join('');
}

/** The words of a spec, under the names that it imports. */
export function libraryModule(names: string[]): string {
  const lines = exportLine(names, (name) => `words[${JSON.stringify(name)}]`);
  return `import { words } from "spec:guest";${lines}`;
}

/** All that the module `actual` exports, and `missing` besides. */
export function completedModule(actual: string, missing: string[], exportsDefault: boolean): string {
  const from = JSON.stringify(actual);
  const defaults = exportsDefault ? `export { default } from ${from};` : '';
  return `export * from ${from};${defaults}${exportLine(missing, () => 'undefined')}`;
}

/** The module `actual`, whose exports the spec may replace under the names `specifiers`. */
export function replaceableModule(actual: string, names: string[], specifiers: string[]): string {
  const registered = specifiers
    .map((specifier) => `mockedModules.register(${JSON.stringify(specifier)}, actual, assign);`)
    .join('');
  return (
    `import * as actual from ${JSON.stringify(actual)}; import { mockedModules } from "spec:guest";` +
    exportLine(names, (name) => `actual[${JSON.stringify(name)}]`) +
    `const assign = (exports) => { ${assignments(names, 'exports')} };${registered}`
  );
}

function quoted(name: string): string {
  return /^[A-Za-z_$][\w$]*$/.test(name) ? name : JSON.stringify(name);
}
