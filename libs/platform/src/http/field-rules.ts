import type { Finding } from '../rules/index.js';

type ClassOf = abstract new () => object;

/** What a field decorator declares, beside what it tells class-validator and the OpenAPI document. */
export interface FieldRule {
  /** What is wrong with a value; null = nothing. */
  readonly fault: (value: unknown) => Omit<Finding, 'field'> | null;
  /** May be absent from its object. */
  readonly optional: boolean;
  /** Class of the object, or of the objects of the list. */
  readonly nested?: () => ClassOf;
}

const DECLARED = new WeakMap<object, Map<string, FieldRule>>();

/** Keeps the rule of a field. */
export const declares =
  (rule: FieldRule): PropertyDecorator =>
  (prototype, name) => {
    const own = DECLARED.get(prototype) ?? new Map<string, FieldRule>();
    DECLARED.set(prototype, own.set(String(name), rule));
  };

/** The fields of a class, those it inherits among them. */
interface Shape {
  readonly names: ReadonlySet<string>;
  readonly fields: readonly (readonly [name: string, rule: FieldRule])[];
}
const SHAPES = new WeakMap<ClassOf, Shape>();

function shapeOf(type: ClassOf): Shape {
  const known = SHAPES.get(type);
  if (known !== undefined) return known;
  const rules = declaredBy(type.prototype as object);
  const shape: Shape = { names: new Set(rules.keys()), fields: [...rules] };
  SHAPES.set(type, shape);
  return shape;
}

function declaredBy(prototype: object | null): ReadonlyMap<string, FieldRule> {
  if (prototype === null) return new Map();
  const own = DECLARED.get(prototype) ?? new Map<string, FieldRule>();
  return new Map([...declaredBy(Object.getPrototypeOf(prototype) as object | null), ...own]);
}

/** Rule of one field of a class; it must be declared. */
export function fieldRule(type: ClassOf, name: string): FieldRule {
  const rule = declaredBy(type.prototype as object).get(name);
  if (rule === undefined) throw new TypeError(`${type.name} declares no ${name}`);
  return rule;
}

/** Path of a property within its parent: "sites[0].name". */
export function pathWithin(parent: string, property: string): string {
  if (/^\d+$/.test(property)) return `${parent}[${property}]`;
  return parent === '' ? property : `${parent}.${property}`;
}

/**
 * What is wrong with a value of a field, down to the last nested one: the rules and codes of the validation pipe, but of a value
 * taken as it came. For large tables: class-validator needs half a second for what this reads in milliseconds (docs/adr/0014).
 */
export function faultsIn(rule: FieldRule, value: unknown, path: string): Finding[] {
  return faultsAt(rule, value, () => path);
}

/** Paths are made only where there is something to say: most rows of a large table have no fault. */
type Path = () => string;

function faultsAt(rule: FieldRule, value: unknown, path: Path): Finding[] {
  const fault = rule.fault(value);
  if (fault !== null) return [{ field: path(), ...fault }];
  if (rule.nested === undefined || value === null) return [];
  const shape = shapeOf(rule.nested());
  if (!Array.isArray(value)) return faultsWithin(shape, value as Values, path);
  return value.flatMap((record: Values, index) => faultsWithin(shape, record, () => `${path()}[${index}]`));
}

type Values = Readonly<Record<string, unknown>>;

function faultsWithin({ names, fields }: Shape, record: Values, path: Path): Finding[] {
  const found: Finding[] = [];
  for (const name of Object.keys(record))
    if (!names.has(name)) found.push({ field: pathWithin(path(), name), code: 'field.unknown' });
  for (const [name, rule] of fields) {
    const value = record[name];
    if ((value === undefined && rule.optional) || isSound(rule, value)) continue;
    for (const fault of faultsAt(rule, value, () => pathWithin(path(), name))) found.push(fault);
  }
  return found;
}

/** Most values are single ones without a fault, and need no more looking at. */
const isSound = (rule: FieldRule, value: unknown): boolean => rule.nested === undefined && rule.fault(value) === null;
