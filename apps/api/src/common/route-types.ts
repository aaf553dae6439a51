import type { Type } from '@nestjs/common';
import { ROUTE_ARGS_METADATA } from '@nestjs/common/constants';
import { RouteParamtypes } from '@nestjs/common/enums/route-paramtypes.enum';

/** The class of a handler's @Body() or @Query() parameter; undefined where it has none. */
export function parameterType(controller: Type, name: string, where: 'BODY' | 'QUERY'): Type | undefined {
  const parameters = (Reflect.getMetadata(ROUTE_ARGS_METADATA, controller, name) ?? {}) as Record<
    string,
    { index: number }
  >;
  const key = `${RouteParamtypes[where]}:`;
  const parameter = Object.entries(parameters).find(([each]) => each.startsWith(key))?.[1];
  const types = Reflect.getMetadata('design:paramtypes', controller.prototype as object, name) as
    Type[] | undefined;
  return parameter && types?.[parameter.index];
}
