import * as fc from 'fast-check';

/** Any text at all: controls, halves of surrogate pairs, and often what formats use themselves. */
export const anyText: fc.Arbitrary<string> = fc
  .array(
    fc.oneof(
      fc.nat({ max: 0xff }).map((unit) => String.fromCharCode(unit)),
      fc.nat({ max: 0xffff }).map((unit) => String.fromCharCode(unit)),
      fc.constantFrom(
        '\n',
        '\r\n',
        '#',
        '\\',
        '...',
        '---',
        ']]>',
        '&amp;',
        '"',
        '\u{1f600}',
        '\u2028',
        '  ',
      ),
    ),
    { maxLength: 20 },
  )
  .map((parts) => parts.join(''));
