// An exercise's scenarios in a world.
import { authorProblem } from '../judge/judge.ts';
import { GuestSyntaxError, type Crossing, type GuestHandle } from '../sandbox/isolate.ts';
import { keeping, type World } from './world.ts';

/**
 * Loads the scenarios (JavaScript text) anew for each run: what one run does to their data is not the next one's. Before the
 * program: what they take from the realm at load time is what the platform put there.
 *
 * @throws Error that names the author's file.
 */
export function loadScenarios(world: World, scenarios: string): GuestHandle {
  try {
    const module = keeping(world).compileModule(scenarios, 'scenarios.ts');
    module.link((specifier) => {
      throw new Error(`imports "${specifier}"; only types may be imported`);
    });
    const evaluated: Crossing = module.evaluate();
    if (!evaluated.threw) return module.namespace();
    const line = /scenarios\.ts:(\d+)/.exec(evaluated.stack)?.[1];
    throw new Error(
      authorProblem('scenarios.ts', `${evaluated.name || 'Error'}: ${evaluated.message}`, line),
    );
  } catch (error) {
    // The author's own syntax error must not pass for the student's.
    if (!(error instanceof GuestSyntaxError)) throw error;
    throw new Error(authorProblem('scenarios.ts', error.message, error.line), { cause: error });
  }
}
