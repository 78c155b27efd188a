import { ValidationPipe } from '@nestjs/common';
import type { ValidationError } from 'class-validator';
import { invalid, Problem } from '../errors/problem.js';
import type { Finding } from '../rules/index.js';
import { pathWithin } from './field-rules.js';

/** Bodies are checked against their DTO: a field that does not exist is 400 (malformed), a wrong value 422 (invalid). */
export function validationPipe(): ValidationPipe {
  return new ValidationPipe({
    whitelist: true,
    forbidNonWhitelisted: true,
    transform: true,
    validationError: { target: false, value: false },
    exceptionFactory: (errors) => asRefusal(errors.flatMap((error) => findingsOf(error, ''))),
  });
}

/** The refusal of a body with these findings. */
export function asRefusal(findings: readonly Finding[]): Problem {
  const malformed = findings.some((finding) => finding.code === 'field.unknown');
  return malformed ? new Problem(400, 'request.malformed', {}, { findings }) : invalid(findings);
}

function findingsOf(error: ValidationError, parent: string): Finding[] {
  const field = pathWithin(parent, error.property);
  const own = Object.entries(error.constraints ?? {}).flatMap(([constraint, message]): Finding[] => {
    if (constraint === 'whitelistValidation') return [{ field, code: 'field.unknown' }];
    if (constraint === 'nestedValidation') return []; // what is no object was refused as such already
    return [{ field, ...(JSON.parse(message) as Omit<Finding, 'field'>) }];
  });
  const children = (error.children ?? []).flatMap((child) => findingsOf(child, field));
  return [...own, ...children];
}
