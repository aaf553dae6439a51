import type { IncomingMessage, Server, ServerResponse } from 'node:http';
import { setTimeout as pause } from 'node:timers/promises';
import type { NestExpressApplication } from '@nestjs/platform-express';
import { SessionService } from '../auth/session.service';
import { PreparedAnswer } from '../common/prepared-answer';
import { log } from '../logging/logger';
import { Poll } from './poll';
import { SyncProgressService } from './run/sync-progress.service';

/** Polls that come meanwhile are answered together. */
const APART_MS = 20;

/**
 * Answers the polls of many open pages before Express sees them: those of one moment with one look at their sessions and
 * one at the run, both begun after they had asked. It only says yes: whatever it does not know, refuses or fails at goes
 * the usual way (ADR 24).
 */
export class ProgressLane {
  private waiting: Poll[] = [];
  private isAnswering = false;

  constructor(
    private readonly sessions: SessionService,
    private readonly progress: SyncProgressService,
  ) {}

  take(request: IncomingMessage, response: ServerResponse, leave: () => void): void {
    const poll = Poll.of(request, response, leave);
    if (!poll) return leave();
    this.waiting.push(poll);
    if (!this.isAnswering) void this.answerAll();
  }

  private async answerAll(): Promise<void> {
    this.isAnswering = true;
    while (this.waiting.length > 0) {
      const polls = this.waiting;
      this.waiting = [];
      await Promise.all([this.answer(polls), pause(APART_MS)]);
    }
    this.isAnswering = false;
  }

  private async answer(polls: readonly Poll[]): Promise<void> {
    const looked = await Promise.all([this.whoAsks(polls), this.answersTo(polls)]).catch(() => null);
    for (const poll of polls) {
      const answer = looked?.[0].has(poll.session) ? looked[1].get(poll.after) : undefined;
      if (answer) poll.send(answer).catch(poll.leave);
      else poll.leave();
    }
  }

  /** The sessions of those who may. */
  private async whoAsks(polls: readonly Poll[]): Promise<Set<string>> {
    const principals = await this.sessions.principalsOf([...new Set(polls.map(({ session }) => session))]);
    const mayAsk = [...principals].filter(([, { scopes }]) => scopes.includes('sync:read'));
    return new Set(mayAsk.map(([session]) => session));
  }

  private async answersTo(polls: readonly Poll[]): Promise<Map<number | undefined, PreparedAnswer>> {
    const afters = [...new Set(polls.map(({ after }) => after))];
    return new Map(
      await Promise.all(
        afters.map(async (after) => [after, new PreparedAnswer(await this.progress.current(after))] as const),
      ),
    );
  }
}

/** Puts the lane before Express; who debugs gets a line in the log for each request, and so all of them go the usual way. */
export function openProgressLane(app: NestExpressApplication): void {
  if (log.isLevelEnabled('debug')) return;
  const lane = new ProgressLane(
    app.get(SessionService, { strict: false }),
    app.get(SyncProgressService, { strict: false }),
  );
  const server = app.getHttpServer() as Server;
  const [usual] = server.listeners('request') as [
    (request: IncomingMessage, response: ServerResponse) => void,
  ];
  server.off('request', usual);
  server.on('request', (request, response) => lane.take(request, response, () => usual(request, response)));
}
