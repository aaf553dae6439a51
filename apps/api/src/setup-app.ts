import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import type { NestExpressApplication } from '@nestjs/platform-express';
import { type OpenAPIObject, SwaggerModule } from '@nestjs/swagger';
import cookieParser from 'cookie-parser';
import type { NextFunction, Request, Response } from 'express';
import { BodyInterceptor } from './common/body/body.interceptor';
import { compressAnswers } from './common/compress';
import { ErrorFilter } from './common/error.filter';
import { nameRequest } from './common/request-id';
import { setSecurityHeaders } from './common/security-headers';
import { EdgePipe } from './common/validation';
import { refuseMalformedAddress } from './common/well-formed-address';
import { env } from './config/env';
import { serveQueueBoard } from './health/queue-board';
import { serveDocs } from './pages/docs';
import { servePages } from './pages/pages';
import { openProgressLane } from './sync-pembayaran/progress-lane';

const DOCUMENT = resolve(__dirname, '../openapi.json');

/** Everything between the socket and the controllers. */
export function setupApp(app: NestExpressApplication): void {
  openProgressLane(app);
  app.set('trust proxy', env.TRUST_PROXY);
  app.disable('x-powered-by');
  app.use(nameRequest);
  app.use(setSecurityHeaders);
  app.use(compressAnswers);
  app.use(honourConditional);
  servePages(app);
  serveDocs(app);
  app.use(refuseMalformedAddress);
  app.use(cookieParser(), keepTextCookies);
  serveQueueBoard(app);
  app.useGlobalInterceptors(new BodyInterceptor());
  app.useGlobalPipes(new EdgePipe());
  app.useGlobalFilters(new ErrorFilter());
  app.enableShutdownHooks([], { useProcessExit: true });
  const document = JSON.parse(readFileSync(DOCUMENT, 'utf8')) as OpenAPIObject;
  SwaggerModule.setup('docs', app, document, {
    ui: false,
    jsonDocumentUrl: 'openapi.json',
    yamlDocumentUrl: 'openapi.yaml',
  });
}

/** A conditional request means it: some clients, Node's fetch among them, add a no-cache that would defeat the 304. */
function honourConditional(request: Request, _response: Response, next: NextFunction): void {
  if (request.headers['if-none-match']) delete request.headers['cache-control'];
  next();
}

/** The parser makes objects of cookies that begin with `j:`; ours are texts, and nobody expects anything else. */
function keepTextCookies(request: Request, _response: Response, next: NextFunction): void {
  const texts = Object.entries(request.cookies as Record<string, unknown>).filter(
    ([, value]) => typeof value === 'string',
  );
  request.cookies = Object.fromEntries(texts);
  next();
}
