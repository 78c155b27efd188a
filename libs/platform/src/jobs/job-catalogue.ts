import Ajv, { type ValidateFunction } from 'ajv';
import type { HistoryRecord } from '../command/journal.js';
import type { AnyJob, JobDefinition, JobHandler } from './job-definition.js';

/** A payload does not fit the schema of its job. */
export class PayloadError extends Error {
  override readonly name = 'PayloadError';
}

type AnyHandler = JobHandler<object, unknown>;

interface Heard {
  readonly definition: JobDefinition;
  readonly payload: object;
}

/** Every kind of job of the process, its schema compiled, and who does it. */
export class JobCatalogue {
  private readonly definitions = new Map<string, JobDefinition>();
  private readonly checks = new Map<string, ValidateFunction>();
  private readonly handlers = new Map<string, AnyHandler[]>();
  private readonly listeners = new Map<string, JobDefinition[]>();

  constructor(definitions: readonly AnyJob[]) {
    const ajv = new Ajv({ allErrors: true, strict: true });
    for (const definition of definitions as unknown as readonly JobDefinition[]) {
      if (this.definitions.has(definition.name)) throw new Error(`job ${definition.name} is defined twice`);
      this.definitions.set(definition.name, definition);
      this.checks.set(definition.name, ajv.compile(definition.payload));
      for (const type of definition.hears?.types ?? [])
        this.listeners.set(type, [...(this.listeners.get(type) ?? []), definition]);
    }
  }

  get all(): readonly JobDefinition[] {
    return [...this.definitions.values()];
  }

  find(name: string): JobDefinition | undefined {
    return this.definitions.get(name);
  }

  /** A feature says who does one of its jobs, when its module is made. */
  handle<P extends object, R = undefined>(definition: JobDefinition<P>, handler: JobHandler<P, R>): void {
    const known = this.handlers.get(definition.name) ?? [];
    this.handlers.set(definition.name, [...known, handler as unknown as AnyHandler]);
  }

  handlerOf(name: string): AnyHandler {
    const [handler] = this.handlers.get(name) ?? [];
    if (handler === undefined) throw new Error(`nobody does job ${name}`);
    return handler;
  }

  /** Throws unless every job has exactly one handler and every handler its job. */
  assertComplete(): void {
    const names = new Set([...this.definitions.keys(), ...this.handlers.keys()]);
    const faults = [...names].flatMap((name) => {
      const count = this.handlers.get(name)?.length ?? 0;
      if (!this.definitions.has(name)) return [`${name}: a handler without a job`];
      return count === 1 ? [] : [`${name}: ${count} handlers instead of 1`];
    });
    if (faults.length > 0) throw new Error(`the job catalogue is not complete\n  ${faults.join('\n  ')}`);
  }

  /** The jobs an event sets off, with their payloads. */
  heard(event: HistoryRecord): Heard[] {
    return (this.listeners.get(event.type) ?? []).flatMap((definition) => {
      const payload = definition.hears?.payload(event) ?? null;
      return payload === null ? [] : [{ definition, payload }];
    });
  }

  /** Throws PayloadError unless the payload fits its schema. */
  check(definition: JobDefinition, payload: unknown): void {
    const check = this.checks.get(definition.name);
    if (check === undefined) throw new PayloadError(`there is no job ${definition.name} in this process`);
    if (check(payload)) return;
    const faults = (check.errors ?? []).map(({ instancePath, message }) => `${instancePath || '/'} ${message ?? ''}`);
    throw new PayloadError(`payload of ${definition.name}: ${faults.join('; ')}`);
  }

  /** Reads a stored payload. Throws PayloadError where it is no JSON or does not fit. */
  parse(definition: JobDefinition, text: string): object {
    let payload: unknown;
    try {
      payload = JSON.parse(text);
    } catch {
      throw new PayloadError(`payload of ${definition.name}: not JSON`);
    }
    this.check(definition, payload);
    return payload as object;
  }
}
