// Function.prototype.toString as if the instrumentation pass had never been: a function's text is the student's own. The
// names of the hooks stay unknown to the student's code that way, too.
import {
  defineProperty,
  functionToString,
  record,
  stringIndexOf,
  stringSlice,
} from '../virtual-clock/primordials.ts';

/** @returns what to call with the key of the woven text (grader/recorder/instrument.ts) once it is known. */
export function installFunctionText(): (key: string) => void {
  let marker = '';
  const methods = {
    toString(this: unknown): string {
      if (this === methods.toString) return 'function toString() { [native code] }';
      const text = functionToString(this);
      return marker === '' ? text : unwoven(text, marker);
    },
  };
  defineProperty(
    Function.prototype,
    'toString',
    record({ value: methods.toString, writable: true, configurable: true, enumerable: false }),
  );
  return (key) => {
    marker = key === '' ? '' : `$${key}`;
  };
}

/** The marker is in none of the student's own text: wherever it stands, the pass has put it there. */
function unwoven(text: string, marker: string): string {
  let kept = '';
  let from = 0;
  for (let at = stringIndexOf(text, marker); at !== -1; at = stringIndexOf(text, marker, from)) {
    if (stringSlice(text, at + marker.length, at + marker.length + 1) === '<') {
      // All up to the closing mark (grader/recorder/weave-steps.ts).
      kept += stringSlice(text, from, at - 2);
      const close = `${marker}>*/`;
      const end = stringIndexOf(text, close, at);
      // An arrow function's text ends inside of what closes it.
      from = end === -1 ? text.length : end + close.length;
    } else if (stringSlice(text, at - 2, at) === '/*') {
      kept += stringSlice(text, from, at - 2);
      from = at + marker.length + 3; // */ and a parenthesis
    } else if (stringSlice(text, at - 3, at) === '...') {
      kept += stringSlice(text, from, at - 3);
      from = stringIndexOf(text, ')', at) + 1;
    } else {
      kept += stringSlice(text, from, at - 1);
      from = stringIndexOf(text, ',', at) + 1;
    }
  }
  return kept + stringSlice(text, from);
}
