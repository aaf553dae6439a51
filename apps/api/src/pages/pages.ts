import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import type { NestExpressApplication } from '@nestjs/platform-express';
import express, { type NextFunction, type Request, type Response } from 'express';
import { isNavigation } from '../common/navigation';

const WEB_ROOT = resolve(__dirname, '../../../web/dist');
const INDEX = resolve(WEB_ROOT, 'index.html');
const YEAR_MS = 365 * 24 * 3_600_000;

/** Addresses that are never a page, whatever the browser accepts. */
const NEVER_A_PAGE = /^\/(docs|openapi\.json|health|metrics|assets|admin\/queues)(\/|$)|\.[a-z0-9]+$/i;

/** Those beside the page; looking for one on the disk costs more than most answers do. */
const MAY_BE_A_FILE = /^\/[\w-]+\.\w+$/;

/** Serves the built page: one URL gives a browser's navigation the page and everybody else the JSON. */
export function servePages(app: NestExpressApplication): void {
  app.use(
    '/assets',
    express.static(resolve(WEB_ROOT, 'assets'), { immutable: true, maxAge: YEAR_MS, index: false }),
  );
  const files = express.static(WEB_ROOT, { index: false });
  app.use((request: Request, response: Response, next: NextFunction) => {
    if (MAY_BE_A_FILE.test(request.path)) files(request, response, next);
    else next();
  });
  app.use((request: Request, response: Response, next: NextFunction) => {
    response.vary('Accept');
    if (NEVER_A_PAGE.test(request.path) || !isNavigation(request) || !existsSync(INDEX)) {
      response.setHeader('Cache-Control', 'private, no-cache');
      return next();
    }
    response.setHeader('Cache-Control', 'no-cache');
    response.sendFile(INDEX);
  });
}
