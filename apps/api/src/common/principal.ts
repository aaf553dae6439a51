import type { Role, Scope } from '@bantubayar/shared';
import { createParamDecorator, type ExecutionContext, SetMetadata } from '@nestjs/common';
import type { Request } from 'express';

/** Who asks: a signed-in user, or an integrator's token. */
export interface Principal {
  kind: 'user' | 'token';
  id: string;
  nama: string;
  email: string | null;
  role: Role | null;
  scopes: readonly Scope[];
}

/** The cookie by which a browser's session is told. */
export const SESSION_COOKIE = 'bantubayar_session';

export type AuthenticatedRequest = Request & { principal?: Principal };

export const PUBLIC = 'auth:public';
/** A route that needs no sign-in. */
export const Public = () => SetMetadata(PUBLIC, true);

export const REQUIRED_SCOPE = 'auth:scope';
/** What the asker must be allowed to do. */
export const RequireScope = (scope: Scope) => SetMetadata(REQUIRED_SCOPE, scope);

/** The asker, as a parameter of a route. */
export const Asker = createParamDecorator(
  (_: unknown, context: ExecutionContext) =>
    context.switchToHttp().getRequest<AuthenticatedRequest>().principal,
);
