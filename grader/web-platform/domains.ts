// Stands before tr46 in the bundle of URL: its tables are unpacked for the first host that needs them. A host of plain
// ASCII needs none, as the specification says too. https://url.spec.whatwg.org/#concept-domain-to-ascii
import { regExpExec, stringIndexOf } from '../virtual-clock/primordials.ts';

type Options = { [option: string]: boolean };
type Domains = { toASCII(domain: string, options: Options): string | null };

// Resolved by the bundler, which runs a required module when it is asked for and not before.
declare const require: (name: 'tr46') => Domains;

const { toLowerCase } = String.prototype;
const { apply } = Reflect;

export function toASCII(domain: string, options: Options): string | null {
  const lower = apply(toLowerCase, domain, []);
  const isPlain = regExpExec(/[^ -~]/, domain) === null && stringIndexOf(lower, 'xn--') === -1;
  return isPlain ? lower : require('tr46').toASCII(domain, options);
}
