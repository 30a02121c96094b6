// MessageChannel, MessagePort and MessageEvent. A message is a macrotask of its own: after the timers that are due, before
// the immediates of the next check phase, as Node's loop finds them in its poll phase.
// https://html.spec.whatwg.org/multipage/web-messaging.html#message-channels
import { requireArguments } from '../virtual-clock/arguments.ts';
import { nodeError } from '../virtual-clock/errors.ts';
import { tag } from '../virtual-clock/event.ts';
import {
  append,
  defineProperty,
  installGlobal,
  isArray,
  list,
  RealTypeError,
  record,
  type List,
} from '../virtual-clock/primordials.ts';
import type { Cloning, CopyPlatformObject } from './structured-clone.ts';
import type { WorldAccess } from './world-access.ts';

type Message = { data: unknown; ports: List<unknown> };
type MessageInit = {
  data?: unknown;
  origin?: string;
  lastEventId?: string;
  source?: unknown;
  ports?: unknown[];
};
type Callback = (value: unknown) => unknown;

const NO_SPAN = -1;
const UNLISTED = 'Object that needs transfer was found in message but not listed in transferList';

export function installMessaging({ loop }: WorldAccess, cloning: Cloning): void {
  const MessageEvent = makeMessageEvent();
  const key = {};
  let entangle: (one: MessagePort, other: MessagePort) => void;
  let move: CopyPlatformObject;

  class MessagePort extends EventTarget {
    #other: MessagePort | null = null;
    #inbox: List<Message> = list();
    #isStarted = false;
    #isClosed = false;
    #onmessage: Callback | null = null;
    #hasHandler = false;
    #emitters: List<{ type: string; callback: unknown; listener: Callback }> = list();

    constructor(guard?: unknown) {
      if (guard !== key)
        throw nodeError(RealTypeError, 'ERR_CONSTRUCT_CALL_INVALID', 'Constructor cannot be called');
      super();
    }
    static {
      entangle = (one, other) => {
        one.#other = other;
        other.#other = one;
      };
      // A port that is transferred goes on under a new face; the old one is closed to its owner.
      move = (value, transfer) => {
        if (!(#other in value)) return undefined;
        if (!contains(transfer, value)) throw new DOMException(UNLISTED, 'DataCloneError');
        const heir = new MessagePort(key);
        const other = value.#other;
        heir.#inbox = value.#inbox;
        value.#inbox = list();
        value.#other = null;
        value.#isClosed = true;
        if (other !== null) entangle(heir, other);
        return heir;
      };
      cloning.register(move);
    }
    postMessage(data: unknown, options?: unknown): void {
      if (arguments.length === 0)
        throw nodeError(RealTypeError, 'ERR_MISSING_ARGS', 'Not enough arguments to MessagePort.postMessage');
      const transfer = readTransfer(options);
      const ports: List<unknown> = list();
      const moved = cloning.clone(data, transfer, (value) => {
        const heir = value === this ? undefined : move(value, transfer);
        if (heir !== undefined) append(ports, heir);
        return heir;
      });
      const target = this.#other;
      if (target === null || target.#isClosed) return;
      append(target.#inbox, record({ data: moved, ports }));
      if (target.#isStarted) target.#deliverLater();
    }
    #deliverLater(): void {
      loop.schedule('timer', 0, () => this.#deliver(), [], NO_SPAN);
    }
    #deliver(): void {
      if (this.#isClosed || this.#inbox.length === 0) return;
      const { data, ports } = this.#inbox[0] as Message;
      for (let index = 1; index < this.#inbox.length; index += 1)
        this.#inbox[index - 1] = this.#inbox[index] as Message;
      this.#inbox.length -= 1;
      const received: unknown[] = [];
      for (let index = 0; index < ports.length; index += 1)
        defineProperty(
          received,
          index,
          record({ value: ports[index], writable: true, enumerable: true, configurable: true }),
        );
      this.dispatchEvent(new MessageEvent('message', { data, ports: received }));
    }
    start(): void {
      if (this.#isStarted || this.#isClosed) return;
      this.#isStarted = true;
      for (let index = 0; index < this.#inbox.length; index += 1) this.#deliverLater();
    }
    close(): void {
      if (this.#isClosed) return;
      this.#isClosed = true;
      const other = this.#other;
      loop.schedule('timer', 0, () => this.dispatchEvent(new Event('close')), [], NO_SPAN);
      // What is on its way to the other port arrives before its end does.
      if (other !== null) loop.schedule('timer', 0, () => other.#endIfOpen(), [], NO_SPAN);
    }
    #endIfOpen(): void {
      if (this.#isClosed) return;
      this.#isClosed = true;
      this.dispatchEvent(new Event('close'));
    }
    get onmessage(): Callback | null {
      return this.#onmessage;
    }
    set onmessage(callback: Callback | null) {
      // One listener for good: a handler that replaces itself keeps its place and is not called twice.
      if (!this.#hasHandler) {
        this.#hasHandler = true;
        this.addEventListener('message', (event) => this.#onmessage?.(event));
      }
      this.#onmessage = typeof callback === 'function' ? callback : null;
      if (this.#onmessage !== null) this.start();
    }
    /** Node's way to listen: the callback is given the data itself. */
    on(type: string, callback: Callback): this {
      const listener: Callback = (event) =>
        callback(type === 'message' ? (event as { data: unknown }).data : event);
      append(this.#emitters, record({ type, callback, listener }));
      this.addEventListener(type, listener);
      if (type === 'message') this.start();
      return this;
    }
    once(type: string, callback: Callback): this {
      const listener: Callback = (value) => {
        this.off(type, listener);
        return callback(value);
      };
      return this.on(type, listener);
    }
    off(type: string, callback: Callback): this {
      for (let index = 0; index < this.#emitters.length; index += 1) {
        const each = this.#emitters[index] as { type: string; callback: unknown; listener: Callback };
        if (each.type === type && each.callback === callback) this.removeEventListener(type, each.listener);
      }
      return this;
    }
    ref(): void {}
    unref(): void {}
    hasRef(): boolean {
      return this.#isStarted && !this.#isClosed;
    }
  }

  class MessageChannel {
    port1: MessagePort;
    port2: MessagePort;
    constructor() {
      this.port1 = new MessagePort(key);
      this.port2 = new MessagePort(key);
      entangle(this.port1, this.port2);
    }
  }

  tag(MessagePort.prototype, 'MessagePort');
  tag(MessageChannel.prototype, 'MessageChannel');
  installGlobal('MessagePort', MessagePort);
  installGlobal('MessageChannel', MessageChannel);
  installGlobal('MessageEvent', MessageEvent);
}

function makeMessageEvent() {
  class MessageEvent extends Event {
    #init: MessageInit;
    constructor(type: string, init: MessageInit & EventInit = {}) {
      requireArguments(arguments.length, 1, '"type"');
      super(type, init);
      const { data = null, origin = '', lastEventId = '', source = null, ports = [] } = init ?? {};
      this.#init = record({ data, origin, lastEventId, source, ports });
    }
    get data(): unknown {
      return this.#init.data;
    }
    get origin(): string | undefined {
      return this.#init.origin;
    }
    get lastEventId(): string | undefined {
      return this.#init.lastEventId;
    }
    get source(): unknown {
      return this.#init.source;
    }
    get ports(): unknown[] | undefined {
      return this.#init.ports;
    }
  }
  tag(MessageEvent.prototype, 'MessageEvent');
  return MessageEvent;
}

/** The second argument of `postMessage`: a list, or an object with `transfer`. */
function readTransfer(options: unknown): List<unknown> {
  const transfer: List<unknown> = list();
  const given = isArray(options) ? options : (options as { transfer?: unknown } | undefined)?.transfer;
  if (!isArray(given)) return transfer;
  for (let index = 0; index < given.length; index += 1) append(transfer, given[index] as unknown);
  return transfer;
}

function contains(items: List<unknown>, item: unknown): boolean {
  for (let index = 0; index < items.length; index += 1) if (items[index] === item) return true;
  return false;
}
