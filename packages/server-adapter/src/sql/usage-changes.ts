import type { ViewCount, CountableView } from '../store/folded-view.js';
import type { SqliteConnection } from './sqlite-connection.js';

interface UsageChange {
  readonly key: readonly [item: number, day: number | string, version: number, team: number, excluded: number];
  views: number;
  viewers: number;
  activeMs: number;
}

interface NumberedPlace extends CountableView {
  readonly day: number | string;
  readonly version: number;
  readonly team: number;
  readonly excluded: number;
}

/** What a batch changes in the rows of days, collected so that each row is written once. */
export class UsageChanges {
  readonly #changes = new Map<string, UsageChange>();

  /** Adds (1) or takes away (-1) what one person's views of one item come to. */
  count(item: number, counts: ReadonlyMap<string, ViewCount<NumberedPlace>>, sign: 1 | -1): void {
    for (const { at, views, activeMs } of counts.values()) {
      const key = [item, at.day, at.version, at.team, at.excluded] as const;
      const text = key.join(' ');
      const change = this.#changes.get(text) ?? { key, views: 0, viewers: 0, activeMs: 0 };
      change.views += sign * views;
      change.viewers += views > 0 ? sign : 0;
      change.activeMs += sign * activeMs;
      this.#changes.set(text, change);
    }
  }

  /** Writes the sums, in the order of the key. */
  write(connection: SqliteConnection, tenant: number): void {
    const changes = [...this.#changes.values()].filter(
      ({ views, viewers, activeMs }) => views !== 0 || viewers !== 0 || activeMs !== 0,
    );
    changes.sort(({ key: [item, day] }, { key: [otherItem, otherDay] }) =>
      item === otherItem ? Number(day) - Number(otherDay) : item - otherItem,
    );
    for (const { key, views, viewers, activeMs } of changes) {
      connection
        .prepare(
          `INSERT INTO usage_day (tenant, item, day, version, team, excluded, views, viewers, active_ms)
           VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)
           ON CONFLICT DO UPDATE SET views = views + excluded.views, viewers = viewers + excluded.viewers,
             active_ms = active_ms + excluded.active_ms`,
        )
        .run(tenant, ...key, views, viewers, activeMs);
    }
  }
}
