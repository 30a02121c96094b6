// atob and btoa over what V8 itself knows of Base64. https://infra.spec.whatwg.org/#forgiving-base64
import { requireArguments } from '../virtual-clock/arguments.ts';
import { installGlobal, stringCharCodeAt } from '../virtual-clock/primordials.ts';

type Base64Bytes = Uint8Array & { toBase64(): string };
const { fromBase64 } = Uint8Array as unknown as { fromBase64(text: string): Uint8Array };
const { toBase64 } = Uint8Array.prototype as Base64Bytes;
const { apply } = Reflect;
const { fromCharCode } = String;
const RealBytes = Uint8Array;

export function installBase64(): void {
  installGlobal('btoa', function btoa(input?: unknown) {
    requireArguments(arguments.length, 1, '"input"');
    return apply(toBase64, toBytes(`${input as string}`), []);
  });
  installGlobal('atob', function atob(input?: unknown) {
    requireArguments(arguments.length, 1, '"input"');
    const bytes = decode(`${input as string}`);
    let text = '';
    for (let index = 0; index < bytes.length; index += 1) text += fromCharCode(bytes[index] as number);
    return text;
  });
}

function toBytes(text: string): Uint8Array {
  const bytes = new RealBytes(text.length);
  for (let index = 0; index < text.length; index += 1) {
    const code = stringCharCodeAt(text, index);
    if (code > 255) throw invalidCharacter();
    bytes[index] = code;
  }
  return bytes;
}

function decode(text: string): Uint8Array {
  try {
    return apply(fromBase64, RealBytes, [text]);
  } catch {
    throw invalidCharacter();
  }
}

function invalidCharacter(): Error {
  return new DOMException('Invalid character', 'InvalidCharacterError');
}
