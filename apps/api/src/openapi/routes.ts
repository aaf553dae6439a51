import { type INestApplicationContext, RequestMethod, type Type } from '@nestjs/common';
import { HTTP_CODE_METADATA, METHOD_METADATA, PATH_METADATA } from '@nestjs/common/constants';
import { MetadataScanner, ModulesContainer } from '@nestjs/core';

export interface Route {
  controller: Type;
  name: string;
  handler: object;
  method: string;
  /** As the document writes it: `/admin/siswa/{idperson}`. */
  path: string;
  status: number;
}

/** Every route of the application, in the order in which the controllers stand. */
export function routesOf(app: INestApplicationContext): Route[] {
  const modules = [...app.get(ModulesContainer).values()];
  const controllers = modules.flatMap((each) => [...each.controllers.values()]);
  return controllers.flatMap(({ metatype }) => routesIn(metatype as Type));
}

function routesIn(controller: Type): Route[] {
  const prefix = Reflect.getMetadata(PATH_METADATA, controller) as string;
  const prototype = controller.prototype as Record<string, object>;
  return new MetadataScanner().getAllMethodNames(prototype).flatMap((name) => {
    const handler = prototype[name]!;
    const number = Reflect.getMetadata(METHOD_METADATA, handler) as RequestMethod | undefined;
    if (number === undefined) return [];
    const method = RequestMethod[number].toLowerCase();
    const status = Reflect.getMetadata(HTTP_CODE_METADATA, handler) as number | undefined;
    const paths = [Reflect.getMetadata(PATH_METADATA, handler) as string | string[]].flat();
    return paths.map((path) => ({
      ...{ controller, name, handler, method, path: pathOf(prefix, path) },
      // What Nest answers unless something else is said.
      status: status ?? (method === 'post' ? 201 : 200),
    }));
  });
}

const pathOf = (...parts: string[]) =>
  `/${parts
    .flatMap((part) => part.split('/'))
    .filter(Boolean)
    .join('/')}`.replace(/:(\w+)/g, '{$1}');
