import type { AuditAction } from '@bantubayar/shared';
import {
  applyDecorators,
  type CallHandler,
  type ExecutionContext,
  Injectable,
  Logger,
  type NestInterceptor,
  SetMetadata,
  UseInterceptors,
} from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import type { Request, Response } from 'express';
import { catchError, concatMap, type Observable } from 'rxjs';
import type { AuthenticatedRequest } from '../common/principal';
import { REPLAYED } from '../common/idempotency.interceptor';
import { parameterType } from '../common/route-types';
import { detailsOf } from './audit-details';
import { AuditRepository } from './audit.repository';

const ACTION = 'audit:action';
/** What an answer may tell of what it was done to; a 204 sends none of it. */
type Answer =
  { id?: string; runId?: string | null; nama?: string | null; name?: string; email?: string } | undefined;

/** Notes what a route does: before it is done, and whether it was; what was refused, or was only answered again, is not noted. */
@Injectable()
class AuditInterceptor implements NestInterceptor {
  private readonly logger = new Logger('Audit');

  constructor(
    private readonly reflector: Reflector,
    private readonly audit: AuditRepository,
  ) {}

  async intercept(context: ExecutionContext, next: CallHandler<Answer>): Promise<Observable<Answer>> {
    const request = context.switchToHttp().getRequest<AuthenticatedRequest>();
    const { kind, nama } = request.principal!;
    const { id, idperson } = request.params as Record<string, string | undefined>;
    const action = this.reflector.get<AuditAction>(ACTION, context.getHandler());
    const target = id ?? idperson ?? null;
    const entryId = await this.audit.begin({ actor: nama, actorKind: kind, action, target });
    return next.handle().pipe(
      concatMap(async (answer) => {
        const response = context.switchToHttp().getResponse<Response>();
        if (response.getHeader(REPLAYED) !== undefined) await this.audit.withdraw(entryId);
        else await this.complete(entryId, context, target, answer);
        return answer;
      }),
      catchError(async (error: unknown) => {
        await this.audit.withdraw(entryId).catch((again) => this.logger.error(again, 'not withdrawn'));
        throw error;
      }),
    );
  }

  /** The deed is done and noted: that more cannot be told of it must not make it look undone. */
  private async complete(
    entryId: string,
    context: ExecutionContext,
    target: string | null,
    answer: Answer,
  ): Promise<void> {
    const body = takesBody(context) ? context.switchToHttp().getRequest<Request>().body : undefined;
    const what = {
      target: target ?? answer?.runId ?? answer?.id ?? null,
      details: detailsOf(body, answer?.nama ?? answer?.name ?? answer?.email),
    };
    await this.audit
      .complete(entryId, what)
      .catch((error) => this.logger.error(error, `entry ${entryId} not completed`));
  }
}

/** Whether the route reads a body: then all of it was checked, down to fields that are not known. */
const takesBody = (context: ExecutionContext) =>
  parameterType(context.getClass(), context.getHandler().name, 'BODY') !== undefined;

/** Puts what this route does into the audit list. Stands above an interceptor that may answer in its place. */
export const Audited = (action: AuditAction) =>
  applyDecorators(SetMetadata(ACTION, action), UseInterceptors(AuditInterceptor));
