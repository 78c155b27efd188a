import 'reflect-metadata';
import { readFileSync } from 'node:fs';
import { Body, Controller, Get, Header, HttpCode, Inject, Module, Post } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import Database from 'better-sqlite3';
import pg from 'pg';
import { type BareSheet, type BareWriter, postgresWriter, sqliteWriter } from './bare-sheets.js';
import { bareCsv, type CsvOrder } from './csv-floor.js';
import type { Bare } from './database.js';

/** What a bare server is to serve. */
export interface BareOrder {
  /** A list that lies ready, byte for byte. */
  readonly listFile?: string;
  /** The store its floor works on: a file, or the address of a PostgreSQL. */
  readonly sqliteFile?: string;
  readonly databaseUrl?: string;
  readonly csv?: CsvOrder;
}

const order = JSON.parse(process.argv[2] ?? '{}') as BareOrder;
const list = order.listFile === undefined ? Buffer.alloc(0) : readFileSync(order.listFile);
const BARE = Symbol('BARE');
const WRITER = Symbol('WRITER');

/**
 * The framework of the product (Nest on Fastify) and nothing else of it: no guard, no policy, no unit of work. Its routes are the
 * floors of what the product does over HTTP.
 */
@Controller()
class BareController {
  constructor(
    @Inject(BARE) private readonly bare: Bare | null,
    @Inject(WRITER) private readonly writer: BareWriter | null,
  ) {}

  @Get('list')
  @Header('Content-Type', 'application/json; charset=utf-8')
  list(): Buffer {
    return list;
  }

  @Post('sheets')
  @HttpCode(200)
  async sheet(@Body() sheet: BareSheet): Promise<{ id: string }> {
    try {
      return { id: (await this.writer?.(sheet)) ?? '' };
    } catch (error) {
      console.error(error); // it is 500 to whoever asked, and the bench ends
      throw error;
    }
  }

  @Get('scores.csv')
  @Header('Content-Type', 'text/csv; charset=utf-8')
  csv(): Promise<string> {
    if (this.bare === null || order.csv === undefined) throw new Error('no store');
    return bareCsv(this.bare, order.csv);
  }
}

function openBare(): Bare | null {
  if (order.databaseUrl !== undefined)
    return { engine: 'postgres', pool: new pg.Pool({ connectionString: order.databaseUrl, max: 16 }) };
  if (order.sqliteFile === undefined) return null;
  const sqlite = new Database(order.sqliteFile, { timeout: 5_000 });
  sqlite.pragma('journal_mode = WAL');
  sqlite.pragma('synchronous = FULL');
  return { engine: 'sqlite', sqlite };
}

async function main(): Promise<void> {
  const bare = openBare();
  const writer =
    bare === null ? null : bare.engine === 'sqlite' ? sqliteWriter(bare.sqlite) : postgresWriter(bare.pool);
  @Module({
    controllers: [BareController],
    providers: [
      { provide: BARE, useValue: bare },
      { provide: WRITER, useValue: writer },
    ],
  })
  class BareModule {}
  const app = await NestFactory.create<NestFastifyApplication>(BareModule, new FastifyAdapter(), { logger: false });
  await app.listen(0, '127.0.0.1');
  process.send?.(await app.getUrl());
  process.once('disconnect', () => process.exit(0));
}

void main();
