import { createBullBoard } from '@bull-board/api';
import { BullAdapter } from '@bull-board/api/bullAdapter';
import { ExpressAdapter } from '@bull-board/express';
import { DISPATCH_QUEUE, SISWA_QUEUE, WEBHOOK_QUEUE } from '@bantubayar/shared';
import { getQueueToken } from '@nestjs/bull';
import type { NestExpressApplication } from '@nestjs/platform-express';
import type { Queue } from 'bull';
import type { Application, NextFunction, Request, Response } from 'express';
import { cookieOf } from '../auth/auth-cookies';
import { ForbiddenError, UnauthenticatedError } from '../auth/auth.errors';
import { SessionService } from '../auth/session.service';
import { isNavigation, READS } from '../common/navigation';
import { SESSION_COOKIE } from '../common/principal';
import { MethodNotAllowedError } from '../common/error.filter';

const PATH = '/admin/queues';
const BACK = '/admin/sync-pembayaran';
const QUEUES = [DISPATCH_QUEUE, SISWA_QUEUE, WEBHOOK_QUEUE];
/** Bull Board's page asks Google for its letters. */
const FROM_OUTSIDE = /<link[^>]+href="https?:[^>]+>/g;

/**
 * Bull Board, for signed-in admins: to look only. The database is the truth, and what somebody did to a job would be
 * done again, or undone, within a second.
 */
export function serveQueueBoard(app: NestExpressApplication): void {
  const adapter = new ExpressAdapter().setBasePath(PATH);
  createBullBoard({
    serverAdapter: adapter,
    queues: QUEUES.map((name) => {
      const queue = app.get<Queue>(getQueueToken(name), { strict: false });
      return new BullAdapter(queue, { readOnlyMode: true, allowRetries: false });
    }),
    options: {
      uiConfig: {
        boardTitle: 'Bantubayar',
        hideDocsLink: true,
        showWorkers: false,
        miscLinks: [{ text: 'Kembali ke Bantubayar', url: BACK }],
      },
    },
  });
  const board = adapter.getRouter() as Application;
  board.disable('x-powered-by');
  const sessions = app.get(SessionService, { strict: false });
  app.use(PATH, (request: Request, _response: Response, next: NextFunction) => {
    letIn(sessions, request).then(() => next(), next);
  });
  app.use(PATH, leadToLogin, withoutOutside, board);
}

/** No token has the right that admins have. */
async function letIn(sessions: SessionService, request: Request): Promise<void> {
  const secret = cookieOf(request, SESSION_COOKIE);
  if (request.headers.authorization !== undefined) throw new ForbiddenError('admin');
  const principal = secret === null ? null : await sessions.principalOf(secret);
  if (!principal) throw new UnauthenticatedError();
  if (!principal.scopes.includes('admin')) throw new ForbiddenError('admin');
  if (!READS.includes(request.method)) throw new MethodNotAllowedError(request.method, READS);
}

/** A person is asked to sign in, where a program is told that it must. */
function leadToLogin(error: unknown, request: Request, response: Response, next: NextFunction): void {
  if (error instanceof UnauthenticatedError && isNavigation(request))
    response.redirect(`/login?next=${encodeURIComponent(request.originalUrl)}`);
  else next(error);
}

function withoutOutside(_request: Request, response: Response, next: NextFunction): void {
  const render = response.render.bind(response) as (
    view: string,
    values: object,
    done: (error: Error | null, html: string) => void,
  ) => void;
  response.render = ((view: string, values: object) =>
    render(view, values, (error, html) => {
      if (error) next(error);
      else response.type('html').send(html.replace(FROM_OUTSIDE, ''));
    })) as typeof response.render;
  next();
}
