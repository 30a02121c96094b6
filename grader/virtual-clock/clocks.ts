// Every clock that the code can see is the virtual one: Date, performance, Temporal.Now, Intl's "now".
import {
  apply,
  construct,
  dateToString,
  defineMethods,
  defineProperty,
  deleteProperty,
  getOwnPropertyDescriptor,
  installGlobal,
  RealDate,
  RealWeakMap,
  record,
  weakMapGet,
  weakMapSet,
} from './primordials.ts';

/** 1 January 2026, 00:00 UTC: the moment at which every test begins. */
export const EPOCH_MS = 1_767_225_600_000;

export function installClocks(nowMs: () => number): void {
  installDate(nowMs);
  installPerformance(nowMs);
  installDateTimeFormat(nowMs);
}

/** @param hasTemporal False removes `Temporal`: to ask V8 for it costs as much as the rest of a context. */
export function configureClocks(nowMs: () => number, hasTemporal: boolean): void {
  if (hasTemporal) installTemporalNow(nowMs);
  else deleteProperty(globalThis, 'Temporal');
}

function installDate(nowMs: () => number): void {
  function VirtualDate(this: unknown, ...args: unknown[]): Date | string {
    const wallMs = EPOCH_MS + nowMs();
    if (new.target === undefined) return dateToString(new RealDate(wallMs));
    return construct(RealDate, args.length === 0 ? [wallMs] : args, new.target) as Date;
  }
  defineProperty(VirtualDate, 'name', record({ value: 'Date', configurable: true }));
  defineProperty(VirtualDate, 'length', record({ value: 7, configurable: true }));
  defineProperty(VirtualDate, 'prototype', record({ value: RealDate.prototype, writable: false }));
  defineMethods(VirtualDate, {
    now: () => EPOCH_MS + nowMs(),
    parse: RealDate.parse,
    UTC: RealDate.UTC,
  });
  defineMethods(RealDate.prototype, { constructor: VirtualDate });
  installGlobal('Date', VirtualDate);
}

function installPerformance(nowMs: () => number): void {
  const performance = {};
  defineMethods(performance, {
    now: () => nowMs(),
    get timeOrigin() {
      return EPOCH_MS;
    },
    toJSON: () => ({ timeOrigin: EPOCH_MS }),
  });
  installGlobal('performance', performance);
}

type TemporalLike = {
  Instant: {
    fromEpochMilliseconds(ms: number): { toZonedDateTimeISO(zone: string): Record<string, () => unknown> };
  };
  Now: object;
};

function installTemporalNow(nowMs: () => number): void {
  const temporal = (globalThis as { Temporal?: TemporalLike }).Temporal;
  if (temporal === undefined) return;
  const fromEpochMilliseconds = temporal.Instant.fromEpochMilliseconds;
  const instant = (): ReturnType<typeof fromEpochMilliseconds> =>
    apply(fromEpochMilliseconds, temporal.Instant, [EPOCH_MS + nowMs()]);
  const zoned = (zone = 'UTC'): Record<string, () => unknown> => instant().toZonedDateTimeISO(zone);
  defineMethods(temporal.Now, {
    instant,
    timeZoneId: () => 'UTC',
    zonedDateTimeISO: zoned,
    plainDateTimeISO: (zone?: string) => zoned(zone)['toPlainDateTime']?.(),
    plainDateISO: (zone?: string) => zoned(zone)['toPlainDate']?.(),
    plainTimeISO: (zone?: string) => zoned(zone)['toPlainTime']?.(),
  });
}

/** Without an argument, Intl.DateTimeFormat formats the present moment: ours. */
function installDateTimeFormat(nowMs: () => number): void {
  const { prototype } = Intl.DateTimeFormat;
  const readFormat = getOwnPropertyDescriptor(prototype, 'format')?.get as () => (date: unknown) => string;
  const { formatToParts } = prototype;
  const formats = new RealWeakMap<object, unknown>();
  const orNow = (date: unknown): unknown => (date === undefined ? EPOCH_MS + nowMs() : date);
  defineMethods(prototype, {
    get format() {
      const real = apply(readFormat, this, []);
      const known = weakMapGet(formats, real);
      if (known !== undefined) return known;
      const format = (date?: unknown): string => real(orNow(date));
      weakMapSet(formats, real, format);
      return format;
    },
    formatToParts(date?: unknown) {
      return apply(formatToParts, this, [orNow(date)]);
    },
  });
}
