import { Column, type ColumnOptions, ForeignKey, PrimaryColumn } from 'typeorm';

/** Columns in the subset SQLite and PostgreSQL share (docs/adr/0003). */

/** Record id: a UUID made by the application. */
export const IdColumn = (): PropertyDecorator => PrimaryColumn({ type: 'varchar', length: 36 });
/** Reference to another record; with `to` the database keeps it (records are never deleted, so there is no cascade). */
export const RefColumn = (options: ColumnOptions & { to?: () => Target } = {}): PropertyDecorator => {
  const { to, ...column } = options;
  return (target, property) => {
    Column({ type: 'varchar', length: 36, ...column })(target, property);
    if (to !== undefined) ForeignKey(to, { onDelete: 'RESTRICT' })(target, property);
  };
};
type Target = new () => object;

/** A moment: ISO 8601 UTC, 24 characters (libs/platform/src/rules/instant.ts). */
export const InstantColumn = (options: ColumnOptions = {}): PropertyDecorator =>
  Column({ type: 'varchar', length: 24, ...options });
/** A calendar day in Asia/Seoul. */
export const DayColumn = (options: ColumnOptions = {}): PropertyDecorator =>
  Column({ type: 'varchar', length: 10, ...options });
/** A code or state of the programme. */
export const CodeColumn = (options: ColumnOptions = {}): PropertyDecorator =>
  Column({ type: 'varchar', length: 64, ...options });
export const TextColumn = (options: ColumnOptions = {}): PropertyDecorator => Column({ type: 'text', ...options });
export const IntColumn = (options: ColumnOptions = {}): PropertyDecorator => Column({ type: 'integer', ...options });
export const FlagColumn = (options: ColumnOptions = {}): PropertyDecorator => Column({ type: 'boolean', ...options });
/** A document kept whole, as JSON text. */
export const JsonColumn = (options: ColumnOptions = {}): PropertyDecorator =>
  Column({ type: 'simple-json', ...options });
/** Won as bigint in code; a 64-bit integer in both stores (MAX_WON keeps it exact in SQLite's driver too). */
export const WonColumn = (options: ColumnOptions = {}): PropertyDecorator =>
  Column({
    type: 'bigint',
    transformer: {
      from: (value: string | number | null) => (value === null ? null : BigInt(value)),
      to: (value: bigint | null) => (value === null ? null : String(value)),
    },
    ...options,
  });
