// Exercism's Markdown as ours: one text with its headings a level down, notes as quotations, hints one by one.

/** Introduction, instructions and what is appended to them, as one text. */
export function convertInstructions(parts: string[]): string {
  return parts.map((part) => lowerHeadings(quoteNotes(part.trim()))).join('\n\n');
}

/** Each section of the hints is a hint of its own; what stands before the first has no heading of its own. */
export function convertHints(text: string): string {
  const sections = text
    .replace(/^# .*$/m, '')
    .split(/^(?=## )/m)
    .map((section) => section.trim())
    .filter((section) => section !== '');
  return `${sections.join('\n\n---\n\n')}\n`;
}

/** The page has its own title. */
function lowerHeadings(text: string): string {
  let isCode = false;
  const lines = text.split('\n').map((line) => {
    if (/^\s*(?:```|~~~)/.test(line)) isCode = !isCode;
    return !isCode && /^#{1,5} /.test(line) ? `#${line}` : line;
  });
  return lines.join('\n');
}

/** `~~~~exercism/note … ~~~~` is a box on exercism.org. */
function quoteNotes(text: string): string {
  return text.replaceAll(
    /^(~{3,}|`{3,})exercism\/(\w+)\n([\s\S]*?)\n\1[ \t]*$/gm,
    (_, __, kind: string, body: string) => {
      const title = kind.charAt(0).toUpperCase() + kind.slice(1);
      return [`**${title}:**`, '', ...body.split('\n')].map((line) => `> ${line}`.trimEnd()).join('\n');
    },
  );
}
