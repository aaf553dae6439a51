import type { LoggerService } from '@nestjs/common';
import type { Request, Response } from 'express';
import { Logger, type Params, PinoLogger } from 'nestjs-pino';
import pino from 'pino';
import { StartError } from '../config/start-error';
import { env } from '../config/env';
import { LogBudget } from './log-budget';
import { LogOutput } from './log-output';
import { safeError } from './safe-error';
import { withoutSecrets } from './secrets';

const STDOUT = 1;
const LONGEST_URL = 300;

const output = new LogOutput(STDOUT);

/** The one log of a process. */
export const log = pino(
  {
    level: env.LOG_LEVEL,
    serializers: { err: safeError },
    hooks: { streamWrite: withoutSecrets },
  },
  output,
);

const budget = new LogBudget((leftOut, clients) =>
  log.warn({ leftOut, clients }, 'more failed requests than are logged in a minute; the rest was left out'),
);

process.once('exit', () => {
  budget.end();
  output.end();
});

/** Failed requests are told with what failed in them, a bounded number for each client; others only while debugging. */
export const loggerParams = {
  pinoHttp: {
    logger: log,
    wrapSerializers: false,
    quietReqLogger: true,
    genReqId: (request) => request.id,
    serializers: {
      err: safeError,
      req: ({ method, originalUrl, ip }: Request) => ({ method, url: originalUrl.slice(0, LONGEST_URL), ip }),
      res: ({ statusCode }: Response) => ({ statusCode }),
    },
    customLogLevel: (request, { statusCode }, error) => {
      if (!error && statusCode < 500) return 'debug';
      return budget.mayLog((request as Request).ip ?? 'unknown') ? 'error' : 'silent';
    },
    customErrorObject: (_request, response, _error, told: object) => ({
      ...told,
      // Without an error of its own there is only one made up by the logger, with a stack that says nothing.
      err: response.err,
    }),
  },
} satisfies Params;

/** Nest reports what ends a start by itself too; what is for the operator is said once, in plain words. */
class NestLogger extends Logger {
  override error(message: unknown, ...details: unknown[]): void {
    if (!(message instanceof StartError)) super.error(message, ...details);
  }
}

/** For everything that is said before, and outside of, the modules. */
export const nestLogger: LoggerService = new NestLogger(new PinoLogger(loggerParams), {});
