import { EndedSessionsDto, type Page, SessionDto } from '@bantubayar/shared';
import { Controller, Delete, Get, HttpCode, Param, Req, Res } from '@nestjs/common';
import type { Request, Response } from 'express';
import { Audited } from '../audit/audited';
import { NotFoundError } from '../common/domain-error';
import { IdPipe } from '../common/id.pipe';
import { Asker, type Principal, RequireScope, SESSION_COOKIE } from '../common/principal';
import { Answers, Errors, Operation } from '../openapi/decorators';
import { clearSession, cookieOf } from './auth-cookies';
import { hashSecret } from './secret';
import type { SessionEntity } from './session.entity';
import { SessionService } from './session.service';

/** One's own sign-ins; nobody sees or ends those of others. */
@RequireScope('account')
@Controller('auth/sessions')
export class SessionsController {
  constructor(private readonly sessions: SessionService) {}

  @Get()
  @Operation('listSessions', 'List one’s own sessions')
  @Answers('Where one is signed in, last used first', [SessionDto])
  async list(@Asker() { id }: Principal, @Req() request: Request): Promise<Page<SessionDto>> {
    const sessions = await this.sessions.of(id);
    return { items: sessions.map((session) => toDto(session, asking(request))), nextCursor: null };
  }

  @Delete()
  @Audited('sessions_ended')
  @Operation('endOtherSessions', 'End all of one’s other sessions')
  @Answers('How many were ended', EndedSessionsDto)
  async endOthers(@Asker() { id }: Principal, @Req() request: Request): Promise<EndedSessionsDto> {
    return { ended: await this.sessions.endOthers(id, asking(request)) };
  }

  @Delete(':id')
  @Audited('session_ended')
  @HttpCode(204)
  @Operation('endSession', 'End one of one’s own sessions', 'Ending the one that asks is signing out.')
  @Answers('Ended')
  @Errors('not_found')
  async end(
    @Param('id', IdPipe) id: string,
    @Asker() asker: Principal,
    @Req() request: Request,
    @Res({ passthrough: true }) response: Response,
  ): Promise<void> {
    const session = (await this.sessions.of(asker.id)).find((each) => String(each.id) === id);
    if (!session) throw new NotFoundError('Sesi ini tidak ada, atau sudah berakhir', { id });
    await this.sessions.end(session);
    if (session.tokenHash.equals(asking(request))) clearSession(request, response);
  }
}

/** The hash of the session that asks; only people with one come here. */
const asking = (request: Request): Buffer => hashSecret(cookieOf(request, SESSION_COOKIE)!);

function toDto(session: SessionEntity, current: Buffer): SessionDto {
  const { id, tokenHash, userAgent, address, createdAt, lastSeenAt } = session;
  return {
    id: String(id),
    current: tokenHash.equals(current),
    userAgent,
    address,
    createdAt: createdAt.toISOString(),
    lastSeenAt: lastSeenAt.toISOString(),
  };
}
