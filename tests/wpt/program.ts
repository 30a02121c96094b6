// Makes one program of a file of web platform tests: harness, the scripts that it names, the tests, the epilogue.
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';

/** Files of ours that start tests which a checkout has but does not run in a plain global scope. */
export const drivers = path.join(import.meta.dirname, 'drivers');
const own = (name: string): string => readFileSync(path.join(import.meta.dirname, name), 'utf8');
const META_SCRIPT = /^\/\/ META: script=(\S+)/gm;
const HTML_SCRIPT = /<script(?: src=["']?([^"'>\s]+)["']?)?[^>]*>([\s\S]*?)<\/script>/g;
const RESOURCE = /["'`/(]((?:resources\/)?[\w./-]+\.json)/g;
const STRICT = /^(?:\s|\/\/.*\n)*['"]use strict['"]/;
const HARNESS = /\/resources\/testharness(?:report)?\.js$/;

/** @param file Path of the tests, from the checkout's root. */
export function makeProgram(root: string, file: string): string {
  const texts = testTexts(root, file);
  const resources = findResources(root, file, texts);
  const isStrict = STRICT.test(texts.at(-1) ?? '');
  const parts = [read(root, 'resources/testharness.js'), LOCATION, ...texts, own('epilogue.js')];
  const tests = `${isStrict ? '"use strict";' : ''}${parts.join('\n;\n')}`;
  // By indirect eval: tests are scripts, with a global `this` and often in sloppy mode; ours are all modules. In one piece,
  // because what a script declares stays within its eval.
  return [
    own('prelude.js'),
    `globalThis.checkoutResources = ${JSON.stringify(resources)};`,
    `(0, eval)(${JSON.stringify(tests)});`,
  ].join('\n');
}

/** After the harness, which takes whoever has a location for a page. */
const LOCATION = "globalThis.location = { href: 'https://web-platform.test/', search: '', pathname: '/' };";

/** Whether a file asks for what no program outside a page has. */
export function needsDocument(root: string, file: string): boolean {
  if (!existsSync(path.join(root, file))) return false; // a driver of ours
  const isPage = file.endsWith('.html');
  if (isPage && !HARNESS_TAG.test(read(root, file))) return true;
  return testTexts(root, file).some((text) => PAGE_ONLY.test(text));
}
const HARNESS_TAG = /src=["']?\/resources\/testharness\.js/;
const PAGE_ONLY =
  /\b(?:document|importScripts|MutationObserver|idl_test|new Worker|SharedWorker|XMLHttpRequest|window\.open|\w+MouseEvent)\b/;

function testTexts(root: string, file: string): string[] {
  return file.endsWith('.html') ? htmlScripts(root, file) : plainScripts(root, file);
}

function plainScripts(root: string, file: string): string[] {
  const text = read(root, file);
  const named = [...text.matchAll(META_SCRIPT)].map(([, script = '']) => read(root, resolve(file, script)));
  return [...named, text];
}

function htmlScripts(root: string, file: string): string[] {
  return [...read(root, file).matchAll(HTML_SCRIPT)]
    .filter(([, source = '']) => !HARNESS.test(source))
    .map(([, source, inline = '']) => (source === undefined ? inline : read(root, resolve(file, source))));
}

function findResources(root: string, file: string, texts: string[]): { [address: string]: string } {
  const addresses = texts.flatMap((text) => [...text.matchAll(RESOURCE)].map(([, address = '']) => address));
  const found = addresses.filter((address) => existsSync(path.join(root, resolve(file, address))));
  return Object.fromEntries(found.map((address) => [address, read(root, resolve(file, address))]));
}

function resolve(file: string, address: string): string {
  return address.startsWith('/') ? address.slice(1) : path.join(path.dirname(file), address);
}

/** A script that the checkout lacks makes a program that says so when it runs. */
function read(root: string, file: string): string {
  const found = [root, drivers].map((folder) => path.join(folder, file)).find((place) => existsSync(place));
  return found === undefined
    ? `throw new Error("${file} is not in the checkout");`
    : readFileSync(found, 'utf8');
}
