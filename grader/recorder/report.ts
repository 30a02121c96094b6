// Writes a world's recording as JSON text for the host. By hand, so that no `toJSON` of the student's is asked.
import { quote, RealString, type List } from '../virtual-clock/primordials.ts';
import type { LeftBehindGuest } from './left-behind.ts';
import type { World } from './main.ts';
import type { GuestMark, GuestSpan } from './recorder.ts';
import type { GuestMicrotask, GuestStep } from './steps.ts';
import type { KnownPromise, PendingWait } from './trace.ts';

function writeList<T>(items: List<T>, write: (item: T) => string): string {
  let text = '';
  for (let index = 0; index < items.length; index += 1)
    text += (index === 0 ? '' : ',') + write(items[index] as T);
  return `[${text}]`;
}

function writeSpan(span: GuestSpan): string {
  const value = span.value === '' ? '' : `,"value":${span.value}`;
  return (
    `{"id":${span.id},"kind":"${span.kind}","name":${quote(span.name)},"args":${span.args},` +
    `"startMs":${RealString(span.startMs)},"startSeq":${span.startSeq},` +
    `"endMs":${span.endSeq === -1 ? 'null' : RealString(span.endMs)},"endSeq":${span.endSeq === -1 ? 'null' : span.endSeq},` +
    `"outcome":"${span.outcome}","site":${span.site},"initiator":${span.initiator},"inFlight":${span.inFlight}${value}}`
  );
}

function writeMark(mark: GuestMark): string {
  return (
    `{"kind":"${mark.kind}","virtualMs":${RealString(mark.virtualMs)},"seq":${mark.seq},` +
    `"text":${quote(mark.text)},"level":"${mark.level}","site":${mark.site}}`
  );
}

function writeLeftBehind(item: LeftBehindGuest): string {
  return `{"kind":"${item.kind}","name":${quote(item.name)},"dueMs":${RealString(item.dueMs)},"site":${item.site}}`;
}

function writeWait(wait: PendingWait): string {
  return `{"awaitedSite":${wait.awaitedSite},"madeSite":${wait.madeSite},"isThenable":${wait.isThenable}}`;
}

function writePromise({ site, awaitedSite, isRejected, isOfError, reason }: KnownPromise): string {
  return (
    `{"site":${site},"awaitedSite":${awaitedSite},"isRejected":${isRejected},"isOfError":${isOfError},` +
    `"reason":${quote(reason)}}`
  );
}

function writeStep(step: GuestStep): string {
  const text = step.text === '' ? '' : `,"text":${quote(step.text)},"level":"${step.level}"`;
  return (
    `{"kind":"${step.kind}","virtualMs":${RealString(step.virtualMs)},"site":${step.site},"frame":${step.frame},` +
    `"microtask":${step.microtask},"task":${step.task},"dueMs":${RealString(step.dueMs)}${text}}`
  );
}

function writeMicrotask({ kind, site, frame, queuedAt, ranAt }: GuestMicrotask): string {
  return `{"kind":"${kind}","site":${site},"frame":${frame},"queuedAt":${queuedAt},"ranAt":${ranAt}}`;
}

function writeStepTrace({ stepTrace }: World): string {
  if (stepTrace === undefined || !stepTrace.isOn) return 'null';
  const { steps, microtasks, isCut } = stepTrace;
  return `{"steps":${writeList(steps, writeStep)},"microtasks":${writeList(microtasks, writeMicrotask)},"isCut":${isCut}}`;
}

function countWaiting({ loop }: World): number {
  let count = 0;
  try {
    loop.forEachWaiting(() => {
      count += 1;
    });
  } catch {
    // Code that fills the stack can make the loop fail in the middle of what it does; the figure is for a sentence only.
  }
  return count;
}

/** @returns JSON text of `GuestReport` in grader/worker/guest-report.ts. */
export function writeReport(world: World): string {
  const { recorder, settlement, uncaught } = world;
  const parts =
    `"settlement":"${settlement.kind}","settledMs":${RealString(settlement.virtualMs)},` +
    `"value":${settlement.encoded},"uncaught":${uncaught.encoded},` +
    `"spans":${writeList(recorder.spans, writeSpan)},"marks":${writeList(recorder.marks, writeMark)},` +
    `"leftBehind":${writeList(world.leftBehind, writeLeftBehind)},` +
    `"pendingWaits":${writeList(world.trace.pendingWaits(), writeWait)},` +
    `"promises":${writeList(world.trace.knownPromises(), writePromise)},` +
    `"stepTrace":${writeStepTrace(world)},` +
    `"waitingTimers":${countWaiting(world)},` +
    `"busyReads":${world.clockReader.busyReads},"busySite":${world.clockReader.site},` +
    `"nowMs":${RealString(world.loop.nowMs())},"maximumInFlight":${recorder.maximumInFlight},` +
    `"longestBlockMs":${RealString(world.longestBlockMs)},"cutSeq":${recorder.cutSeq},` +
    `${world.tellsSchedule ? `"schedule":${writeList(world.schedule, RealString)},` : ''}"droppedLines":${world.dropped.lines},"droppedCharacters":${world.dropped.characters}`;
  return `{${parts}}`;
}
