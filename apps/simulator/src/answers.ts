/** The ways in which an answer leaves the server: whole, or broken as a fault asks for. */
import type { ServerResponse } from 'node:http';
import { gzipSync } from 'node:zlib';

const JSON_TYPE = { 'content-type': 'application/json; charset=utf-8' };
const HUGE_BYTES = 6 * 1024 * 1024;
const DRIP_EVERY_MS = 500;

export function sendJson(
  response: ServerResponse,
  status: number,
  body: unknown,
  headers: Record<string, string> = {},
) {
  send(response, status, JSON.stringify(body), { ...JSON_TYPE, ...headers });
}

/** Any text, said to be JSON. */
export function sendText(response: ServerResponse, text: string): void {
  send(response, 200, text, JSON_TYPE);
}

export function sendGzip(response: ServerResponse, body: unknown): void {
  send(response, 200, gzipSync(JSON.stringify(body)), { ...JSON_TYPE, 'content-encoding': 'gzip' });
}

export function sendHtml(response: ServerResponse): void {
  const page =
    '<!DOCTYPE html><html><head><title>Error</title></head><body><h1>Whoops, looks like something went wrong.</h1></body></html>';
  send(response, 200, page, { 'content-type': 'text/html; charset=utf-8' });
}

/** Announces the whole body and closes the connection in its middle. */
export function sendHalf(response: ServerResponse, body: unknown): void {
  const text = JSON.stringify(body);
  response.writeHead(200, { ...JSON_TYPE, 'content-length': Buffer.byteLength(text) });
  response.write(text.slice(0, text.length / 2), () => response.destroy());
}

/** Begins well and then sends one space after another until the client has had enough. */
export function sendForever(response: ServerResponse): void {
  response.writeHead(200, JSON_TYPE);
  response.write('{"data":[');
  const drip = setInterval(() => response.write(' '), DRIP_EVERY_MS);
  response.once('close', () => clearInterval(drip));
}

/** More than 5 MB of good JSON; packed it is a few kilobytes on the way and as large when opened. */
export function sendHuge(response: ServerResponse, data: object[], packed: boolean): void {
  const body = { data, padding: 'x'.repeat(HUGE_BYTES) };
  if (packed) sendGzip(response, body);
  else sendJson(response, 200, body);
}

function send(
  response: ServerResponse,
  status: number,
  body: string | Buffer,
  headers: Record<string, string>,
): void {
  response.writeHead(status, { ...headers, 'content-length': Buffer.byteLength(body) }).end(body);
}
