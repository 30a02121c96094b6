// Entry of the bundle of small globals that few programs use: clones, encoding, Base64, messages, identifiers, promised timers.
import { EPOCH_MS } from '../virtual-clock/clocks.ts';
import { captureLate, installGlobal } from '../virtual-clock/primordials.ts';
import { installStructuredClone } from './structured-clone.ts';
import { installBlob } from './blob.ts';
import { installBase64 } from './base64.ts';
import { installCrypto } from './crypto.ts';
import { TextDecoder, TextEncoder } from './encoding.ts';
import { installMessaging } from './messaging.ts';
import { makeTimersPromises } from './timers-promises.ts';
import type { Builtins, WorldAccess } from './world-access.ts';

export function install(world: WorldAccess): Builtins {
  captureLate();
  const cloning = installStructuredClone();
  installGlobal('TextEncoder', TextEncoder);
  installGlobal('TextDecoder', TextDecoder);
  installBase64();
  cloning.register(installBlob(() => EPOCH_MS + world.loop.nowMs()));
  installMessaging(world, cloning);
  installCrypto(world.identifiers);
  return { 'timers/promises': makeTimersPromises(world) };
}
