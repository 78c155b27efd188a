import { ValidationPipe } from '@nestjs/common';
import type { ValidationError } from 'class-validator';
import { Problem } from '../errors/problem.js';
import type { Finding } from '../rules/index.js';

/** Bodies are checked against their DTO: a field that does not exist is 400 (malformed), a wrong value 422 (invalid). */
export function validationPipe(): ValidationPipe {
  return new ValidationPipe({
    whitelist: true,
    forbidNonWhitelisted: true,
    transform: true,
    validationError: { target: false, value: false },
    exceptionFactory: (errors) => {
      const findings = errors.flatMap((error) => findingsOf(error, ''));
      const malformed = findings.some((finding) => finding.code === 'field.unknown');
      return malformed
        ? new Problem(400, 'request.malformed', {}, { findings })
        : new Problem(422, 'content.invalid', { count: findings.length }, { findings });
    },
  });
}

function findingsOf(error: ValidationError, parent: string): Finding[] {
  const field = /^\d+$/.test(error.property)
    ? `${parent}[${error.property}]`
    : parent === ''
      ? error.property
      : `${parent}.${error.property}`;
  const own = Object.entries(error.constraints ?? {}).map(([constraint, message]): Finding => {
    if (constraint === 'whitelistValidation') return { field, code: 'field.unknown' };
    return { field, ...(JSON.parse(message) as Omit<Finding, 'field'>) };
  });
  const children = (error.children ?? []).flatMap((child) => findingsOf(child, field));
  return [...own, ...children];
}
