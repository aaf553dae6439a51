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
import { concatMap, type Observable } from 'rxjs';
import type { AuthenticatedRequest } from '../auth/principal';
import { detailsOf } from './audit-details';
import { AuditRepository } from './audit.repository';

const ACTION = 'audit:action';
/** What an answer may tell of what it was done to; a 204 sends none of it. */
type Answer = { id?: string; runId?: string | null; nama?: string | null; name?: string } | undefined;

/** Notes what a route has done, once it is done; what was refused is not noted. */
@Injectable()
class AuditInterceptor implements NestInterceptor {
  private readonly logger = new Logger('Audit');

  constructor(
    private readonly reflector: Reflector,
    private readonly audit: AuditRepository,
  ) {}

  intercept(context: ExecutionContext, next: CallHandler<Answer>): Observable<Answer> {
    const action = this.reflector.get<AuditAction>(ACTION, context.getHandler());
    const request = context.switchToHttp().getRequest<AuthenticatedRequest>();
    return next.handle().pipe(
      concatMap(async (answer) => {
        await this.note(action, request, answer);
        return answer;
      }),
    );
  }

  /** The deed is done: an entry that cannot be written must not make it look undone. */
  private async note(action: AuditAction, request: AuthenticatedRequest, answer: Answer): Promise<void> {
    const { kind, nama } = request.principal!;
    const { id, idperson } = request.params as Record<string, string | undefined>;
    const entry = {
      actor: nama,
      actorKind: kind,
      action,
      target: id ?? idperson ?? answer?.runId ?? answer?.id ?? null,
      details: detailsOf(request.body, answer?.nama ?? answer?.name),
    };
    await this.audit
      .add(entry)
      .catch((error) => this.logger.error(error, `not noted: ${JSON.stringify(entry)}`));
  }
}

/** Puts what this route does into the audit list. Stands above an interceptor that may answer in its place. */
export const Audited = (action: AuditAction) =>
  applyDecorators(SetMetadata(ACTION, action), UseInterceptors(AuditInterceptor));
