import { applyDecorators } from '@nestjs/common';
import { ApiProperty, type ApiPropertyOptions } from '@nestjs/swagger';
import { Transform, Type } from 'class-transformer';
import { ValidateBy, ValidateIf, ValidateNested } from 'class-validator';
import { isDay, MAX_WON, parseAnyWon, parseScore, wonParams, wonUpTo } from '../rules/index.js';
import { declares } from './field-rules.js';

/**
 * One decorator per kind of field: it checks the value (class-validator), names what would be right
 * (a message code with params), and describes the field in the OpenAPI document.
 */

interface FieldOptions {
  readonly optional?: boolean;
  readonly nullable?: boolean;
  readonly description?: string;
  readonly example?: unknown;
  /** A list of such values, at most this many. */
  readonly listOf?: number;
}

type Params = Readonly<Record<string, string | number>>;

/** What a failed check says to the validation pipe. (class-validator 0.15 drops `context` for checks that answer at once.) */
const asMessage = (wrong: { readonly code: string; readonly params: Params }): string => JSON.stringify(wrong);

function field(
  code: string,
  params: Params,
  test: (value: unknown) => boolean,
  schema: ApiPropertyOptions,
  options: FieldOptions,
  /** A better word for some wrong values. */
  instead: (value: unknown) => { readonly code: string; readonly params: Params } | null = () => null,
): PropertyDecorator {
  const accepts = (value: unknown): boolean => (options.nullable === true && value === null) || test(value);
  const listMax = options.listOf;
  const validate = (value: unknown): boolean =>
    listMax === undefined ? accepts(value) : Array.isArray(value) && value.length <= listMax && value.every(accepts);
  const wrong = (value: unknown) => instead(value) ?? { code, params };
  const checks = [
    ValidateBy({ name: code, validator: { validate } }, { message: ({ value }) => asMessage(wrong(value)) }),
  ];
  if (options.optional === true) checks.push(absentIsFine());
  return applyDecorators(
    ...checks,
    declares({
      fault: (value) => (validate(value) ? null : wrong(value)),
      optional: options.optional === true,
    }),
    ApiProperty(describe(schema, options)),
  );
}

/** undefined is fine, null is not (class-validator's own IsOptional lets both pass unchecked). */
const absentIsFine = (): PropertyDecorator => ValidateIf((_record, value) => value !== undefined);

/** class-validator takes null for a nested object that has no fields. */
const nullIsFine = (): PropertyDecorator => ValidateIf((_record, value) => value !== null);

function describe(schema: ApiPropertyOptions, options: FieldOptions): ApiPropertyOptions {
  const described = {
    ...schema,
    required: options.optional !== true,
    ...(options.nullable === true ? { nullable: true } : {}),
    ...(options.description === undefined ? {} : { description: options.description }),
    ...(options.example === undefined ? {} : { example: options.example }),
    ...(options.listOf === undefined ? {} : { isArray: true, maxItems: options.listOf }),
  };
  return described as ApiPropertyOptions;
}

/** Control characters other than tab and line breaks have no place in official texts; `anyLetters` takes them all the same. */
const CONTROL = /[\u0000-\u0008\u000B\u000C\u000E-\u001F\u007F]/;

export const Text = (bounds: { min?: number; max: number; anyLetters?: true } & FieldOptions): PropertyDecorator => {
  const min = bounds.min ?? 1;
  const test = (value: unknown): boolean =>
    typeof value === 'string' &&
    value.trim().length >= min &&
    value.length <= bounds.max &&
    (bounds.anyLetters === true || !CONTROL.test(value));
  return field(
    'field.text',
    { min, max: bounds.max },
    test,
    { type: String, minLength: min, maxLength: bounds.max },
    bounds,
  );
};

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;
export const isId = (value: unknown): value is string => typeof value === 'string' && UUID.test(value);
export const Id = (options: FieldOptions = {}): PropertyDecorator =>
  field('field.id', {}, isId, { type: String, format: 'uuid' }, options);

export const Choice = (values: readonly string[], options: FieldOptions = {}): PropertyDecorator =>
  field(
    'field.choice',
    { values: values.join(', ') },
    (value) => typeof value === 'string' && values.includes(value),
    { type: String, enum: [...values] },
    options,
  );

export const Whole = (bounds: { min: number; max: number } & FieldOptions): PropertyDecorator =>
  field(
    'field.whole',
    { min: bounds.min, max: bounds.max },
    (value) => Number.isSafeInteger(value) && (value as number) >= bounds.min && (value as number) <= bounds.max,
    { type: 'integer', minimum: bounds.min, maximum: bounds.max },
    bounds,
  );

export const Flag = (options: FieldOptions = {}): PropertyDecorator =>
  field('field.flag', {}, (value) => typeof value === 'boolean', { type: Boolean }, options);

export const DayField = (options: FieldOptions = {}): PropertyDecorator =>
  field(
    'field.day',
    {},
    (value) => typeof value === 'string' && isDay(value),
    { type: String, format: 'date' },
    options,
  );

const MOMENT = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(?::\d{2}(?:\.\d{1,3})?)?(?:Z|[+-]\d{2}:\d{2})$/;

/** An ISO 8601 time with its zone in the one form the programme keeps (UTC, milliseconds); anything else as it came. */
export function toMoment(value: unknown): unknown {
  if (typeof value !== 'string' || !MOMENT.test(value) || !isDay(value.slice(0, 10))) return value;
  const time = Date.parse(value);
  return Number.isNaN(time) ? value : new Date(time).toISOString();
}

const KEPT = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}\.\d{3}Z$/;
const isMoment = (value: unknown): boolean =>
  typeof value === 'string' && KEPT.test(value) && toMoment(value) === value;
/** A moment: any ISO 8601 time that names its zone is taken, and kept in UTC. */
export const Moment = (options: FieldOptions = {}): PropertyDecorator =>
  applyDecorators(
    Transform(({ value }) => toMoment(value), { toClassOnly: true }),
    field('field.moment', {}, isMoment, { type: String, format: 'date-time' }, options),
  );

const WON_SCHEMA: ApiPropertyOptions = { type: String, pattern: '^(0|[1-9]\\d{0,15})$' };
const isUpTo = (most: bigint): ((value: unknown) => boolean) => {
  const test = wonUpTo(most);
  return (value) => typeof value === 'string' && test(value);
};
export const Won = (options: FieldOptions = {}): PropertyDecorator =>
  field('field.won', {}, isUpTo(MAX_WON), WON_SCHEMA, options);

/** Won of at most `most`; of more it is said, under `code`, what was written (`won`) and what that is in 억원 (`eok`). */
export const WonUpTo = (most: bigint, code: string, options: FieldOptions = {}): PropertyDecorator => {
  const tooMuch = (value: unknown): bigint | null => {
    const won = typeof value === 'string' ? parseAnyWon(value) : null;
    return won !== null && won > most ? won : null;
  };
  return field('field.won', {}, isUpTo(most), WON_SCHEMA, options, (value) => {
    const won = tooMuch(value);
    return won === null ? null : { code, params: wonParams(won) };
  });
};

export const Score = (options: FieldOptions = {}): PropertyDecorator =>
  field(
    'field.score',
    {},
    (value) => typeof value === 'string' && parseScore(value) !== null,
    { type: String, pattern: '^-?(0|[1-9]\\d{0,5})\\.\\d{2}$' },
    options,
  );

type ClassOf = new () => object;

/** A nested object, or a list of them. */
export const Nested = (type: () => ClassOf, options: FieldOptions = {}): PropertyDecorator => {
  const max = options.listOf;
  const shape = (value: unknown): boolean =>
    (options.nullable === true && value === null) ||
    (max === undefined
      ? typeof value === 'object' && value !== null && !Array.isArray(value)
      : Array.isArray(value) &&
        value.length <= max &&
        value.every((item) => typeof item === 'object' && item !== null));
  const code = max === undefined ? 'field.object' : 'field.list';
  const wrong = { code, params: { max: max ?? 1 } };
  return applyDecorators(
    ValidateBy({ name: code, validator: { validate: shape } }, { message: asMessage(wrong) }),
    ValidateNested({ each: max !== undefined }),
    ...(options.optional === true ? [absentIsFine()] : []),
    ...(options.nullable === true ? [nullIsFine()] : []),
    declares({
      fault: (value) => (shape(value) ? null : wrong),
      optional: options.optional === true,
      nested: type,
    }),
    Type(type),
    // the generator of the document knows a class that is named later by a function called "type"
    ApiProperty(describe({ type: () => type() }, options)),
  );
};
