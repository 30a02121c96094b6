// Event and CustomEvent. https://dom.spec.whatwg.org/#interface-event
import { requireArguments, requireObject } from './arguments.ts';
import { describePlatformObject } from './platform-objects.ts';
import { defineProperty, freeze, installGlobal, record } from './primordials.ts';

export type EventInit = { bubbles?: boolean; cancelable?: boolean; composed?: boolean };

/** What the event target knows of an event, past every method that a student can replace. */
export type EventInternals = {
  readonly Event: new (type: string, init?: EventInit) => Event;
  isEvent(value: unknown): value is Event;
  /** An event of the platform's own: `isTrusted` is true. */
  makeTrusted(type: string): Event;
  typeOf(event: Event): string;
  begin(event: Event, target: EventTarget): void;
  end(event: Event): void;
  isDispatching(event: Event): boolean;
  isStopped(event: Event): boolean;
  /** Within a passive listener `preventDefault` does nothing. */
  setPassive(event: Event, isPassive: boolean): void;
  isCancelled(event: Event): boolean;
};

const AT_TARGET = 2;
const phases = record({ NONE: 0, CAPTURING_PHASE: 1, AT_TARGET, BUBBLING_PHASE: 3 });

export function installEvent(nowMs: () => number): EventInternals {
  let internals: Omit<EventInternals, 'Event'> | undefined;

  class VirtualEvent {
    #type: string;
    #bubbles: boolean;
    #cancelable: boolean;
    #composed: boolean;
    #target: EventTarget | null = null;
    #currentTarget: EventTarget | null = null;
    #isDispatching = false;
    #isPassive = false;
    #isDefaultPrevented = false;
    #isPropagationStopped = false;
    #isImmediateStopped = false;
    #isTrusted = false;
    #timeStamp = nowMs();

    constructor(type: string, init?: EventInit | null) {
      requireArguments(arguments.length, 1, '"type"');
      if (init !== undefined && init !== null) requireObject('options', init);
      this.#type = `${type}`;
      this.#bubbles = Boolean(init?.bubbles);
      this.#cancelable = Boolean(init?.cancelable);
      this.#composed = Boolean(init?.composed);
    }
    static {
      internals = record<Omit<EventInternals, 'Event'>>({
        isEvent: (value): value is Event => typeof value === 'object' && value !== null && #type in value,
        makeTrusted(type) {
          const event = new VirtualEvent(type);
          event.#isTrusted = true;
          return event as unknown as Event;
        },
        typeOf: (event) => open(event).#type,
        begin(event, target) {
          const own = open(event);
          own.#isDispatching = true;
          own.#target = target;
          own.#currentTarget = target;
        },
        end(event) {
          const own = open(event);
          own.#isDispatching = false;
          own.#currentTarget = null;
        },
        isDispatching: (event) => open(event).#isDispatching,
        isStopped: (event) => open(event).#isImmediateStopped,
        setPassive(event, isPassive) {
          open(event).#isPassive = isPassive;
        },
        isCancelled: (event) => open(event).#isDefaultPrevented,
      });
    }
    static {
      describePlatformObject((value) => {
        if (!(#type in value)) return undefined;
        return record({
          type: value.#type,
          defaultPrevented: value.#isDefaultPrevented,
          cancelable: value.#cancelable,
          timeStamp: value.#timeStamp,
        });
      });
    }
    initEvent(type: string, bubbles: unknown = false, cancelable: unknown = false): void {
      requireArguments(arguments.length, 1, '"type"');
      if (this.#isDispatching) return;
      this.#type = `${type}`;
      this.#bubbles = Boolean(bubbles);
      this.#cancelable = Boolean(cancelable);
    }
    get type(): string {
      return this.#type;
    }
    get target(): EventTarget | null {
      return this.#target;
    }
    get srcElement(): EventTarget | null {
      return this.#target;
    }
    get currentTarget(): EventTarget | null {
      return this.#currentTarget;
    }
    get eventPhase(): number {
      return this.#isDispatching ? AT_TARGET : phases.NONE;
    }
    get bubbles(): boolean {
      return this.#bubbles;
    }
    get cancelable(): boolean {
      return this.#cancelable;
    }
    get composed(): boolean {
      return this.#composed;
    }
    get defaultPrevented(): boolean {
      return this.#isDefaultPrevented;
    }
    get returnValue(): boolean {
      return !this.#isDefaultPrevented;
    }
    set returnValue(value: boolean) {
      if (!value) this.preventDefault();
    }
    get cancelBubble(): boolean {
      return this.#isPropagationStopped;
    }
    set cancelBubble(value: boolean) {
      if (value) this.#isPropagationStopped = true;
    }
    get isTrusted(): boolean {
      return this.#isTrusted;
    }
    get timeStamp(): number {
      return this.#timeStamp;
    }
    composedPath(): EventTarget[] {
      return this.#currentTarget === null ? [] : [this.#currentTarget];
    }
    preventDefault(): void {
      if (this.#cancelable && !this.#isPassive) this.#isDefaultPrevented = true;
    }
    stopPropagation(): void {
      this.#isPropagationStopped = true;
    }
    stopImmediatePropagation(): void {
      this.#isPropagationStopped = true;
      this.#isImmediateStopped = true;
    }
  }
  const open = (event: Event): VirtualEvent => event as unknown as VirtualEvent;

  class CustomEvent extends VirtualEvent {
    #detail: unknown;
    constructor(type: string, init?: EventInit & { detail?: unknown }) {
      requireArguments(arguments.length, 1, '"type"');
      super(type, init);
      this.#detail = init?.detail ?? null;
    }
    get detail(): unknown {
      return this.#detail;
    }
  }

  defineProperty(VirtualEvent, 'name', record({ value: 'Event', configurable: true }));
  for (const name in phases) {
    const value = phases[name as keyof typeof phases];
    defineProperty(VirtualEvent, name, record({ value, enumerable: true }));
  }
  tag(VirtualEvent.prototype, 'Event');
  tag(CustomEvent.prototype, 'CustomEvent');
  installGlobal('Event', VirtualEvent);
  installGlobal('CustomEvent', CustomEvent);
  return freeze({ Event: VirtualEvent, ...internals }) as unknown as EventInternals;
}

/** What `Object.prototype.toString` says of a platform object. */
export function tag(prototype: object, name: string): void {
  defineProperty(prototype, Symbol.toStringTag, record({ value: name, configurable: true }));
}
