import { readFileSync } from 'node:fs';
import { constants } from 'node:zlib';
import { resolve } from 'node:path';
import type { NestExpressApplication } from '@nestjs/platform-express';
import { type OpenAPIObject, SwaggerModule } from '@nestjs/swagger';
import compression from 'compression';
import cookieParser from 'cookie-parser';
import type { NextFunction, Request, Response } from 'express';
import helmet from 'helmet';
import { BodyInterceptor } from './common/body/body.interceptor';
import { ErrorFilter } from './common/error.filter';
import { nameRequest } from './common/request-id';
import { EdgePipe } from './common/validation';
import { refuseMalformedAddress } from './common/well-formed-address';
import { env } from './config/env';
import { serveQueueBoard } from './health/queue-board';
import { serveDocs } from './pages/docs';
import { servePages } from './pages/pages';

const DOCUMENT = resolve(__dirname, '../openapi.json');

/** Everything between the socket and the controllers. */
export function setupApp(app: NestExpressApplication): void {
  app.set('trust proxy', env.TRUST_PROXY);
  app.use(nameRequest);
  app.use(
    helmet({
      contentSecurityPolicy: {
        directives: {
          defaultSrc: ["'self'"],
          scriptSrc: ["'self'"],
          styleSrc: ["'self'", "'unsafe-inline'"],
          imgSrc: ["'self'", 'data:'],
          fontSrc: ["'self'", 'data:'],
          connectSrc: ["'self'"],
          upgradeInsecureRequests: null,
        },
      },
      strictTransportSecurity: false,
    }),
  );
  // At its default quality Brotli sends more than gzip would.
  app.use(
    compression({ filter: isWorthCompressing, brotli: { params: { [constants.BROTLI_PARAM_QUALITY]: 5 } } }),
  );
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

/** Whatever is text; NDJSON is not in the list by which that is told. */
function isWorthCompressing(request: Request, response: Response): boolean {
  return response.get('Content-Type') === 'application/x-ndjson' || compression.filter(request, response);
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
