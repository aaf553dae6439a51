/** Free ports, and waiting until something listens. */
import net from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';

// From 32768 on the kernel hands ports to outgoing connections, and one of those may hold ours just now.
const LOWEST = 20_000;
const HIGHEST = 32_000;
const CONNECT_WITHIN_MS = 5_000;

/** Why nobody can listen there, null where one can. @param {number} port @param {string} host @returns {Promise<string | null>} */
export function listenTrouble(port, host) {
  return new Promise((resolve) => {
    const server = net.createServer();
    server.once('error', (/** @type {NodeJS.ErrnoException} */ { code, message }) =>
      resolve(code ?? message),
    );
    server.listen({ port, host, exclusive: true }, () => server.close(() => resolve(null)));
  });
}

/** @param {number} port */
const isFree = async (port) => (await listenTrouble(port, '127.0.0.1')) === null;

/** Why nobody can connect to it, null where one can. @param {string} host @param {number} port @param {number} withinMs @returns {Promise<string | null>} */
export function connectTrouble(host, port, withinMs) {
  return new Promise((resolve) => {
    const socket = net.connect({ host, port });
    const end = (/** @type {string | null} */ trouble) => {
      socket.destroy();
      resolve(trouble);
    };
    socket.setTimeout(withinMs, () => end('ETIMEDOUT'));
    socket
      .once('connect', () => end(null))
      .once('error', (/** @type {NodeJS.ErrnoException} */ { code, message }) => end(code ?? message));
  });
}

/** Whether somebody listens at an address. @param {string} url */
export async function isThere(url) {
  const { hostname, port } = new URL(url);
  return (await connectTrouble(hostname, Number(port), CONNECT_WITHIN_MS)) === null;
}

/**
 * The remembered port while it is free, else another one.
 * @param {number} [remembered]
 */
export async function freePort(remembered) {
  if (remembered && (await isFree(remembered))) return remembered;
  for (;;) {
    const port = LOWEST + Math.floor(Math.random() * (HIGHEST - LOWEST));
    if (await isFree(port)) return port;
  }
}

/**
 * Says something to a port of this machine and hears its first answer; null where nobody answers.
 * @param {number} port
 * @param {string} [greeting]
 * @returns {Promise<Buffer | null>}
 */
export function hear(port, greeting = '') {
  return new Promise((resolve) => {
    const socket = net.connect(port, '127.0.0.1', () => socket.write(greeting));
    const end = (/** @type {Buffer | null} */ answer) => {
      socket.destroy();
      resolve(answer);
    };
    socket.setTimeout(1000, () => end(null));
    socket
      .once('data', end)
      .once('error', () => end(null))
      .once('close', () => resolve(null));
  });
}

/**
 * Asks again and again until the answer is yes or the time is over.
 * @param {() => Promise<boolean>} question
 * @param {number} withinMs
 */
export async function eventually(question, withinMs, everyMs = 50) {
  const end = Date.now() + withinMs;
  while (Date.now() < end) {
    if (await question()) return true;
    await pause(everyMs);
  }
  return false;
}
