// XML as text, just enough for a report: elements, attributes, escaped text.

export type Element = { name: string; attributes: Attributes; children: (Element | string)[] };
export type Attributes = { [name: string]: string | number | undefined };

export function element(
  name: string,
  attributes: Attributes,
  ...children: (Element | string | null)[]
): Element {
  return { name, attributes, children: children.filter((child) => child !== null) };
}

/** A whole document, indented. An element with text is printed on one line, for the text to stay as it is. */
export function printXml(root: Element): string {
  return `<?xml version="1.0" encoding="UTF-8"?>\n${print(root, '')}\n`;
}

function print({ name, attributes, children }: Element, indent: string): string {
  const open = `${indent}<${name}${printAttributes(attributes)}`;
  if (children.length === 0) return `${open}/>`;
  if (children.some((child) => typeof child === 'string')) {
    const inline = children.map((child) =>
      typeof child === 'string' ? escapeText(child) : print(child, ''),
    );
    return `${open}>${inline.join('')}</${name}>`;
  }
  const lines = children.map((child) => (typeof child === 'string' ? '' : print(child, `${indent}  `)));
  return `${open}>\n${lines.join('\n')}\n${indent}</${name}>`;
}

function printAttributes(attributes: Attributes): string {
  return Object.entries(attributes)
    .filter(([, value]) => value !== undefined)
    .map(([name, value]) => ` ${name}="${escapeAttribute(String(value))}"`)
    .join('');
}

/** Everything but the characters that XML 1.0 allows (production 2, "Char"): most controls, lone surrogates, U+FFFE. */
const ILLEGAL = /[^\t\n\r\u{20}-\u{D7FF}\u{E000}-\u{FFFD}\u{10000}-\u{10FFFF}]/gu;

const entities = new Map([
  ['&', '&amp;'],
  ['<', '&lt;'],
  // `]]>` must not stand in text.
  ['>', '&gt;'],
  ['"', '&quot;'],
  // A parser turns a bare carriage return into a line feed, and in attributes all three into spaces.
  ['\r', '&#13;'],
  ['\n', '&#10;'],
  ['\t', '&#9;'],
]);

const toEntity = (character: string): string => entities.get(character) ?? character;

/** Characters that XML cannot hold, not even escaped, become U+FFFD. */
export function escapeText(text: string): string {
  return text.replaceAll(ILLEGAL, '\u{FFFD}').replaceAll(/[&<>\r]/g, toEntity);
}

export function escapeAttribute(text: string): string {
  return text.replaceAll(ILLEGAL, '\u{FFFD}').replaceAll(/[&<>"\r\n\t]/g, toEntity);
}
