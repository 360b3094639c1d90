import type { AuditEntry } from '@collateral/sdk/contract';
import { writeCsv } from '../../figures/csv.js';
import { describeEntry } from './describe-entry.js';
import type { GoverningView } from './governing-view.js';

/** Writes the changes that were read as CSV, newest first; empty while there are none. What happened is said as on the screen. */
export function auditCsv(entries: readonly AuditEntry[], view: GoverningView): string {
  if (entries.length === 0) return '';
  const head = ['at', 'type', 'by', 'role', 'about', 'id', 'name', 'what', 'changes', 'reason'];
  const lines = entries.map((entry) => {
    const { at, type, by, about, reason } = entry;
    const { sentence, changes } = describeEntry(entry, view);
    const what = [about?.type ?? null, about?.id ?? null, about?.name ?? null];
    return [at, type, by.name, by.role, ...what, sentence, changes.join('; '), reason];
  });
  return writeCsv([head, ...lines]);
}
