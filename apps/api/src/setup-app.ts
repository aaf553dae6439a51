import type { NestExpressApplication } from '@nestjs/platform-express';
import { SwaggerModule } from '@nestjs/swagger';
import compression from 'compression';
import cookieParser from 'cookie-parser';
import type { NextFunction, Request, Response } from 'express';
import helmet from 'helmet';
import { ErrorFilter } from './common/error.filter';
import { validationPipe } from './common/validation';
import { env } from './config/env';
import { openApiDocument } from './openapi/document';
import { servePages } from './pages/pages';

const BODY_LIMIT = '1mb';

/** Everything between the socket and the controllers. */
export function setupApp(app: NestExpressApplication): void {
  app.set('trust proxy', env.TRUST_PROXY);
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
  app.use(compression());
  app.use(honourConditional);
  app.useBodyParser('json', { limit: BODY_LIMIT });
  app.use(cookieParser());
  servePages(app);
  app.useGlobalPipes(validationPipe);
  app.useGlobalFilters(new ErrorFilter());
  app.enableShutdownHooks([], { useProcessExit: true });
  const document = openApiDocument(app);
  SwaggerModule.setup('docs', app, document, {
    jsonDocumentUrl: 'openapi.json',
    yamlDocumentUrl: 'openapi.yaml',
    customSiteTitle: 'Bantubayar API',
  });
}

/** A conditional request means it: some clients, Node's fetch among them, add a no-cache that would defeat the 304. */
function honourConditional(request: Request, _response: Response, next: NextFunction): void {
  if (request.headers['if-none-match']) delete request.headers['cache-control'];
  next();
}
