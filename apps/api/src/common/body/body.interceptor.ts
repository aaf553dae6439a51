import { type CallHandler, type ExecutionContext, type NestInterceptor, SetMetadata } from '@nestjs/common';
import type { Request, Response } from 'express';
import type { Observable } from 'rxjs';
import { parameterType } from '../route-types';
import { validationPipe } from '../validation';
import { brokenText, notAnObject, nothingTaken } from './body.errors';
import type { JsonLimits } from './json-limits';
import { readJson } from './read-json';
import { withoutNulls } from './without-nulls';

const BODILESS = new Set(['GET', 'HEAD', 'OPTIONS']);
const SMALL: JsonLimits = { bytes: 64 * 1024, values: 1_000 };
/** Room for IDPERSON_LIST_MAX ids of 20 digits. */
const WITH_IDS: JsonLimits = { bytes: 256 * 1024, values: 10_100 };

const MANY_IDS = 'body:many-ids';
/** The route takes a list of students, and a body that has room for it. */
export const TakesManyIds = () => SetMetadata(MANY_IDS, true);

/**
 * Reads a request's body once it is known who asks, and refuses what is too much or not for this route. From here on the
 * body is the route's DTO, checked.
 */
export class BodyInterceptor implements NestInterceptor {
  async intercept(context: ExecutionContext, next: CallHandler): Promise<Observable<unknown>> {
    const request = context.switchToHttp().getRequest<Request>();
    if (BODILESS.has(request.method)) return next.handle();
    const takesIds = Reflect.getMetadata(MANY_IDS, context.getHandler()) === true;
    const response = context.switchToHttp().getResponse<Response>();
    const json = await readJson(request, response, takesIds ? WITH_IDS : SMALL);
    const value = json === null ? {} : json.value;
    const dto = parameterType(context.getClass(), context.getHandler().name, 'BODY');
    if (!isPlainObject(value)) throw dto ? notAnObject() : nothingTaken();
    if (!dto && Object.keys(value).length > 0) throw nothingTaken();
    if (json?.hasBrokenText) throw brokenText();
    request.body = dto
      ? await validationPipe.transform(withoutNulls(value), { type: 'body', metatype: dto })
      : undefined;
    return next.handle();
  }
}

const isPlainObject = (value: unknown): value is object =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
