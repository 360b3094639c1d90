import { measureIds, type AuditEntry, type MeasureId } from '@collateral/sdk/contract';
import { limitOf } from './describe-target.js';
import type { GoverningView } from './governing-view.js';

type Values = Readonly<Record<string, unknown>>;

/** A change as it is read. */
export interface EntryText {
  /** Who did what. */
  readonly sentence: string;
  /** What else changed, from what to what. */
  readonly changes: readonly string[];
}

/** Says an entry of the audit trail in sentences. */
export function describeEntry(entry: AuditEntry, view: GoverningView): EntryText {
  const { type, before, after } = entry;
  const { words } = view;
  const who = whoOf(entry, view);
  const about = aboutOf(entry, view);
  if (type === 'ownership') {
    const sentence = words.handedOver(who, about, ownerOf(before, entry, view), ownerOf(after, entry, view));
    return { sentence, changes: [] };
  }
  if (type === 'target') return describeTarget(who, about, { before, after: after ?? {} }, view);
  if (type === 'policy') {
    const sentence = before ? words.rulesChanged(who) : words.rulesSet(who);
    return { sentence, changes: Object.keys(after ?? {}).map((name) => ruleText(name, entry, view)) };
  }
  const status = textOf(after?.['status']);
  const say = status === 'upheld' ? words.upheld : status === 'rejected' ? words.rejected : words.opened;
  return { sentence: say(who, about), changes: [] };
}

function whoOf({ by: { name, role, mine } }: AuditEntry, { words }: GoverningView): string {
  return mine ? words.you : (name ?? words.roles[role]);
}

/** What is called nothing is at least said to be an item, a producer or a team. */
function aboutOf({ about }: AuditEntry, { strings, words }: GoverningView): string {
  if (about === null || about.type === 'organisation') return strings.organisation;
  return about.name ?? words.somethings[about.type];
}

function ownerOf(owner: Values | null, { teams }: AuditEntry, { strings, words }: GoverningView): string {
  const producer = Object(owner?.['producer']) as Values;
  const team = owner?.['team'];
  const teamName = teams.find(({ id }) => id === team)?.name;
  const parts = [
    ...(typeof producer['name'] === 'string' ? [producer['name']] : []),
    ...(typeof team === 'string' ? [teamName ?? words.somethings.team] : []),
  ];
  return parts.length > 0 ? parts.join(', ') : strings.nobody;
}

function describeTarget(
  who: string,
  whom: string,
  { before, after }: { readonly before: Values | null; readonly after: Values },
  view: GoverningView,
): EntryText {
  const { strings, words, write } = view;
  const measure = measureIds.find((each) => each === after['measure']);
  const name = measure ? strings.measures[measure].name : textOf(after['measure']);
  const limit = (values: Values): string => limitText(measure, values['value'], view);
  const day = (value: unknown): string => (typeof value === 'string' ? write.day(value) : words.noEnd);
  const written = (values: Values): readonly (readonly [name: string, value: string])[] => [
    [strings.targetHeading, limit(values)],
    [words.fields.owner, textOf(values['owner'])],
    [words.fields.from, day(values['from'])],
    [words.fields.until, day(values['until'])],
  ];
  const now = written(after);
  if (before === null) {
    const rest = now.slice(1).map(([field, value]) => words.isNow(field, value));
    return { sentence: words.targetSet(who, whom, name, limit(after)), changes: rest };
  }
  const then = written(before).map(([, value]) => value);
  return {
    sentence: words.targetChanged(who, whom, name, limit(after)),
    changes: now.flatMap(([field, value], index) =>
      value === then[index] ? [] : [words.changed(field, then[index] ?? '', value)],
    ),
  };
}

function limitText(measure: MeasureId | undefined, value: unknown, view: GoverningView): string {
  if (typeof value !== 'number') return '';
  return measure ? limitOf({ measure, value }, view) : String(value);
}

function ruleText(name: string, { before, after }: AuditEntry, { words }: GoverningView): string {
  const rule = words.rules[name] ?? name;
  const value = valueText(after?.[name]);
  return before ? words.changed(rule, valueText(before[name]), value) : words.isNow(rule, value);
}

/** Rules are set by people who know what they are called in the set-up. */
function valueText(value: unknown): string {
  if (typeof value !== 'object' || value === null) return textOf(value);
  return Object.entries(value)
    .map(([name, part]) => `${name} ${textOf(part)}`)
    .join(', ');
}

function textOf(value: unknown): string {
  return typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean' ? String(value) : '–';
}
