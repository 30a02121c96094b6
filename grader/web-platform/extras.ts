// Entry of the bundle of small globals that few programs use: encoding, Base64, messages, identifiers, promised timers.
import { EPOCH_MS } from '../virtual-clock/clocks.ts';
import { installGlobal } from '../virtual-clock/primordials.ts';
import { installBlob } from './blob.ts';
import { installBase64 } from './base64.ts';
import { installCrypto } from './crypto.ts';
import { TextDecoder, TextEncoder } from './encoding.ts';
import { installMessaging } from './messaging.ts';
import { makeTimersPromises } from './timers-promises.ts';
import type { Builtins, WorldAccess } from './world-access.ts';

export function install(world: WorldAccess): Builtins {
  installGlobal('TextEncoder', TextEncoder);
  installGlobal('TextDecoder', TextDecoder);
  installBase64();
  world.cloning.register(installBlob(() => EPOCH_MS + world.loop.nowMs()));
  installMessaging(world);
  installCrypto(world.identifiers);
  return { 'timers/promises': makeTimersPromises(world) };
}
