// One program without an exercise: run to its end, its console and its exit code told.
import { GuestSyntaxError, IsolateLostError } from '../sandbox/isolate.ts';
import { runToEnd, submissionFinding } from './execution.ts';
import { lostRecording, toRecording, type Ending } from './guest-report.ts';
import { limits } from './limits.ts';
import type { Equipment } from './grader.ts';
import type { FromChild, RunJob } from './messages.ts';
import type { Program } from './program.ts';
import type { Lane } from './world-source.ts';
import { hasFailedToLoad, ImportRefusedError, loadProgram, startRun, type World } from './world.ts';

export function runFile({ jobId, seed, equipment }: RunJob, program: Program, lane: Lane): FromChild {
  try {
    lane.startWindow(limits.isolateTimeLimitMs);
    const world = lane.fresh();
    startRun(world, seed, program.key);
    if (equipment !== undefined) equip(world, equipment);
    const ending = toEndOfRun(world, runToEnd(world, program, loadProgram(world, program)));
    const report = world.controls.call('report');
    const ready = world.controls.call('isReady');
    const exitCode = world.controls.call('exitCode');
    if (report.threw || ready.threw || exitCode.threw) throw new Error('the recording could not be read');
    return {
      type: 'ran',
      jobId,
      recording: toRecording('', String(report.value), ending, program, limits.eventLimit),
      isLoaded: ready.value === true,
      exitCode: Number(exitCode.value),
    };
  } catch (error) {
    if (error instanceof IsolateLostError) {
      return { type: 'ran', jobId, recording: lostRecording('', 'resources'), isLoaded: false, exitCode: 0 };
    }
    if (error instanceof GuestSyntaxError || error instanceof ImportRefusedError) {
      return { type: 'errored', jobId, finding: submissionFinding(error, program), isPoisoned: false };
    }
    throw error;
  }
}

/** A rejection that nobody handles ends a program also while its top level still waits for something else. */
function toEndOfRun(world: World, ending: Ending): Ending {
  if (ending.kind !== 'load-error' || hasFailedToLoad(world)) return ending;
  return { ...ending, kind: 'unhandled-rejection' };
}

function equip({ controls }: World, { simulate, network }: Equipment): void {
  const routes = network === undefined ? '' : JSON.stringify(network);
  const crossing = controls.call('equip', JSON.stringify(simulate), routes);
  if (crossing.threw) throw new Error(`the program could not be equipped: ${crossing.message}`);
}
