// DOMException. https://webidl.spec.whatwg.org/#idl-DOMException
import {
  construct,
  create,
  defineProperty,
  freeze,
  installGlobal,
  ownKeys,
  RealError,
  RealTypeError,
  record,
} from './primordials.ts';

/** Names of the legacy constants, in the order of their codes, which begin at 1. */
const constants = freeze([
  'INDEX_SIZE_ERR',
  'DOMSTRING_SIZE_ERR',
  'HIERARCHY_REQUEST_ERR',
  'WRONG_DOCUMENT_ERR',
  'INVALID_CHARACTER_ERR',
  'NO_DATA_ALLOWED_ERR',
  'NO_MODIFICATION_ALLOWED_ERR',
  'NOT_FOUND_ERR',
  'NOT_SUPPORTED_ERR',
  'INUSE_ATTRIBUTE_ERR',
  'INVALID_STATE_ERR',
  'SYNTAX_ERR',
  'INVALID_MODIFICATION_ERR',
  'NAMESPACE_ERR',
  'INVALID_ACCESS_ERR',
  'VALIDATION_ERR',
  'TYPE_MISMATCH_ERR',
  'SECURITY_ERR',
  'NETWORK_ERR',
  'ABORT_ERR',
  'URL_MISMATCH_ERR',
  'QUOTA_EXCEEDED_ERR',
  'TIMEOUT_ERR',
  'INVALID_NODE_TYPE_ERR',
  'DATA_CLONE_ERR',
]);

const legacyCodes = record({
  IndexSizeError: 1,
  HierarchyRequestError: 3,
  WrongDocumentError: 4,
  InvalidCharacterError: 5,
  NoModificationAllowedError: 7,
  NotFoundError: 8,
  NotSupportedError: 9,
  InUseAttributeError: 10,
  InvalidStateError: 11,
  SyntaxError: 12,
  InvalidModificationError: 13,
  NamespaceError: 14,
  InvalidAccessError: 15,
  TypeMismatchError: 17,
  SecurityError: 18,
  NetworkError: 19,
  AbortError: 20,
  URLMismatchError: 21,
  QuotaExceededError: 22,
  TimeoutError: 23,
  InvalidNodeTypeError: 24,
  DataCloneError: 25,
}) as { [name: string]: number };

export type MakeDOMException = new (message?: string, name?: string) => Error;

export function installDOMException(): MakeDOMException {
  // An Error made natively carries a stack. Made for another constructor, it also keeps its name when it leaves the isolate.
  function VirtualDOMException(this: unknown, message: unknown = '', options: unknown = 'Error'): Error {
    if (new.target === undefined)
      throw new RealTypeError("Class constructor DOMException cannot be invoked without 'new'");
    const isName = typeof options !== 'object' || options === null;
    const name = isName ? `${options as string}` : `${(options as { name?: string }).name ?? 'Error'}`;
    const error = construct(RealError, [`${message as string}`], new.target) as Error;
    hide(error, record({ name, code: legacyCodes[name] ?? 0 }));
    if (!isName && 'cause' in options) {
      const cause = record({ value: options.cause, writable: true, configurable: true });
      defineProperty(error, 'cause', cause);
    }
    return error;
  }
  const prototype = create(RealError.prototype) as object;
  defineProperty(VirtualDOMException, 'prototype', record({ value: prototype, writable: false }));
  defineProperty(VirtualDOMException, 'name', record({ value: 'DOMException', configurable: true }));
  defineProperty(
    prototype,
    'constructor',
    record({ value: VirtualDOMException, writable: true, configurable: true }),
  );
  defineProperty(prototype, Symbol.toStringTag, record({ value: 'DOMException', configurable: true }));
  for (let index = 0; index < constants.length; index += 1) {
    const constant = record({ value: index + 1, enumerable: true });
    defineProperty(VirtualDOMException, constants[index] as string, constant);
    defineProperty(prototype, constants[index] as string, constant);
  }
  installGlobal('DOMException', VirtualDOMException);
  return VirtualDOMException as unknown as MakeDOMException;
}

function hide(error: Error, fields: { [key: string]: unknown }): void {
  const keys = ownKeys(fields);
  for (let index = 0; index < keys.length; index += 1) {
    const key = keys[index] as string;
    defineProperty(error, key, record({ value: fields[key], writable: false, configurable: true }));
  }
}
