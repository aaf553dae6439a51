import type { ErrorCode, Page } from '@bantubayar/shared';
import { SetMetadata, type Type } from '@nestjs/common';

export interface OperationWords {
  /** The name of the operation in a generated client. */
  id: string;
  summary: string;
  description?: string;
}

export interface AnswerWords {
  description: string;
  /** A list of one class means a page of it. */
  body?: Type | [Type];
  /** Many bodies, one a line. */
  isLines?: boolean;
  /** Another status under which the same body comes. */
  orElse?: number;
}

const OPERATION = 'openapi:operation';
const ANSWER = 'openapi:answer';
const ERRORS = 'openapi:errors';

/** What a route is for. */
export const Operation = (id: string, summary: string, description?: string) =>
  SetMetadata(OPERATION, { id, summary, description } satisfies OperationWords);

/** Stands only above a method that answers so, be it as JSON text. */
type Above<Body> = <Method extends (...given: never[]) => Body | string | Promise<Body | string>>(
  target: object,
  name: string | symbol,
  method: TypedPropertyDescriptor<Method>,
) => void;

/** What a route answers when all is well. */
export function Answers(description: string): MethodDecorator;
export function Answers<Row>(description: string, body: [Type<Row>]): Above<Page<Row>>;
export function Answers<Body>(description: string, body: Type<Body>, orElse?: number): Above<Body>;
export function Answers(description: string, body?: Type | [Type], orElse?: number): MethodDecorator {
  return SetMetadata(ANSWER, { description, body, orElse } satisfies AnswerWords);
}

/** What a route answers that streams JSON objects, one a line. */
export const AnswersLines = (description: string, line: Type) =>
  SetMetadata(ANSWER, { description, body: line, isLines: true } satisfies AnswerWords);

/** The errors of this route alone; those of many follow from what it takes. */
export const Errors = (...codes: ErrorCode[]) => SetMetadata(ERRORS, codes);

/** What the decorators say of a route. */
export function wordsOf(handler: object) {
  return {
    operation: Reflect.getMetadata(OPERATION, handler) as OperationWords | undefined,
    answer: Reflect.getMetadata(ANSWER, handler) as AnswerWords | undefined,
    errors: (Reflect.getMetadata(ERRORS, handler) ?? []) as ErrorCode[],
  };
}
