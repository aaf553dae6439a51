import type { Request } from 'express';

/** The part of Express' router that tells which routes there are. */
interface Layer {
  route?: { methods: Record<string, boolean> };
  match(path: string): boolean;
}

/** The methods that some route takes at the request's address; none where there is no such address. */
export function allowedMethods({ app, path }: Request): string[] {
  const layers = (app.router as unknown as { stack: Layer[] }).stack;
  const methods = layers
    .filter((layer) => layer.route && !isForAll(layer.route) && layer.match(path))
    .flatMap((layer) => Object.keys(layer.route!.methods).map((method) => method.toUpperCase()));
  const all = new Set(methods.includes('GET') ? [...methods, 'HEAD'] : methods);
  return [...all].sort();
}

/** Middleware stands in the router as a route for every method there is, TRACE too, which no route of ours takes. */
const isForAll = ({ methods }: { methods: Record<string, boolean> }) => 'trace' in methods;
