/** Reads and checks the environment; nothing else here looks at it. */
import type { SimulatorOptions } from './simulator';

export function readOptions(env: NodeJS.ProcessEnv = process.env): Required<SimulatorOptions> {
  return {
    /** 0 takes any free port. */
    port: wholeNumber(env, 'SIMULATOR_PORT', 0, 65_535),
    host: env['SIMULATOR_HOST'] || '127.0.0.1',
    students: wholeNumber(env, 'SIMULATOR_STUDENTS', 6102, 10_000_000),
    latencyMs: wholeNumber(env, 'SIMULATOR_LATENCY_MS', 50, 600_000),
    seed: wholeNumber(env, 'SIMULATOR_SEED', 1, 2 ** 31),
    /** Where set, the roster and the payments need it as a bearer token. */
    token: env['SIMULATOR_TOKEN'] || null,
  };
}

function wholeNumber(env: NodeJS.ProcessEnv, name: string, fallback: number, highest: number): number {
  const given = env[name];
  if (!given) return fallback;
  const value = Number(given);
  if (/^\d+$/.test(given) && value <= highest) return value;
  throw new Error(`${name}: given "${given}", allowed a whole number from 0 to ${highest}`);
}
