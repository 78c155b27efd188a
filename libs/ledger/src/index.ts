import { Module } from '@nestjs/common';
import { HistoryController } from './http/history.controller.js';
import { HistoryEntryEntity } from './store/history-entry.entity.js';

export { historyJournal } from './journal.js';
export const LEDGER_ENTITIES = [HistoryEntryEntity];

@Module({ controllers: [HistoryController] })
export class LedgerModule {}
