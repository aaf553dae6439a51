/** Reads and checks the environment; nothing else here looks at it. */
import { schoolDay, type SimulatorOptions } from './simulator';

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
    /** Bills of later days are not due yet; one day holds as long as the process. */
    today: day(env, 'SIMULATOR_TODAY'),
  };
}

function day(env: NodeJS.ProcessEnv, name: string): string {
  const given = env[name];
  if (!given) return schoolDay();
  if (/^[12]\d{3}-\d\d-\d\d$/.test(given) && !isNaN(Date.parse(given))) return given;
  throw new Error(`${name}: given "${given}", allowed a day like 2026-11-25`);
}

function wholeNumber(env: NodeJS.ProcessEnv, name: string, fallback: number, highest: number): number {
  const given = env[name];
  if (!given) return fallback;
  const value = Number(given);
  if (/^\d+$/.test(given) && value <= highest) return value;
  throw new Error(`${name}: given "${given}", allowed a whole number from 0 to ${highest}`);
}
