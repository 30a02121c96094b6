// The page of the preview, made from the site's own components: a script, and its styles.
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import path from 'node:path';

export type PageFiles = { script: string; styles: string };

/** @param folder This folder; the components are found from there. */
export async function bundlePage(folder: string): Promise<PageFiles> {
  const [bundled, styles] = await Promise.all([bundleScript(folder), compileStyles(folder)]);
  return { script: bundled.script, styles: `${styles}\n${bundled.styles}` };
}

async function bundleScript(folder: string): Promise<PageFiles> {
  // Loaded late, as what follows: nothing else of the command needs it.
  const { build } = await import('esbuild');
  const { outputFiles } = await build({
    absWorkingDir: path.resolve(folder, '../..'),
    entryPoints: [path.join(folder, 'main.tsx')],
    outdir: 'nowhere',
    bundle: true,
    write: false,
    minify: true,
    format: 'esm',
    platform: 'browser',
    jsx: 'automatic',
    define: { 'process.env.NODE_ENV': '"production"' },
    logLevel: 'silent',
  });
  const textOf = (ending: string): string =>
    outputFiles.find((file) => file.path.endsWith(ending))?.text ?? '';
  return { script: textOf('.js'), styles: textOf('.css') };
}

type PostCss = (plugins: unknown[]) => {
  process(text: string, options: { from: string }): Promise<{ css: string }>;
};

/** With the PostCSS that the plugin itself depends on. */
async function compileStyles(folder: string): Promise<string> {
  const require = createRequire(path.join(folder, 'bundle-page.ts'));
  const file = require.resolve('@tailwindcss/postcss');
  const tailwind = require(file) as (options: object) => unknown;
  const postcss = createRequire(file)('postcss') as PostCss;
  const from = path.join(folder, 'preview.css');
  const { css } = await postcss([tailwind({})]).process(await readFile(from, 'utf8'), { from });
  return css;
}
