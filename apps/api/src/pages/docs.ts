import { dirname, resolve } from 'node:path';
import type { NestExpressApplication } from '@nestjs/platform-express';
import express, { type NextFunction, type Request, type Response } from 'express';

const OURS = resolve(__dirname, '../../docs-page');
const SWAGGER_UI = dirname(require.resolve('swagger-ui-dist/package.json'));
const FILES = { index: false, redirect: false } as const;

/** Serves the page of the OpenAPI document, all of whose files come from here. */
export function serveDocs(app: NestExpressApplication): void {
  app.use('/docs', express.static(OURS, FILES), express.static(SWAGGER_UI, FILES));
  app.use('/docs', (request: Request, response: Response, next: NextFunction) => {
    if (request.path === '/') response.sendFile(resolve(OURS, 'index.html'));
    else next();
  });
}
