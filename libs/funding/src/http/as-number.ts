import { Transform } from 'class-transformer';

/** A number in a path or query. */
export const AsNumber = (): PropertyDecorator =>
  Transform(({ value }) => (/^\d+$/.test(String(value)) ? Number(value) : value));
