// Writes a world's recording as JSON text for the host. By hand, so that no `toJSON` of the student's is asked.
import { quote, RealString, type List } from '../virtual-clock/primordials.ts';
import type { LeftBehindGuest } from './left-behind.ts';
import type { World } from './main.ts';
import type { GuestMark, GuestSpan } from './recorder.ts';
import type { PendingWait } from './trace.ts';

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
  return `{"awaitedSite":${wait.awaitedSite},"madeSite":${wait.madeSite}}`;
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
    `"nowMs":${RealString(world.loop.nowMs())},"maximumInFlight":${recorder.maximumInFlight},` +
    `"longestBlockMs":${RealString(world.longestBlockMs)},"cutSeq":${recorder.cutSeq},` +
    `${world.tellsSchedule ? `"schedule":${writeList(world.schedule, RealString)},` : ''}"droppedLines":${world.dropped.lines},"droppedCharacters":${world.dropped.characters}`;
  return `{${parts}}`;
}
