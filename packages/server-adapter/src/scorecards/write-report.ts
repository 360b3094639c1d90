import type { Scorecard } from '@collateral/sdk/contract';
import { calendarDay } from '../insights/calendar-day.js';
import { describeMeasure, type MeasureText } from './describe-measure.js';

/** A scorecard to send by mail. */
export interface Report {
  /** For the subject line. */
  readonly title: string;
  /** A whole page that needs nothing else: no script, no picture, no address. */
  readonly html: string;
  /** The same numbers without markup. */
  readonly text: string;
}

/** Writes a scorecard as HTML and as plain text, with the same numbers. */
export function writeReport(scorecard: Omit<Scorecard, 'maySetTargets'>): Report {
  const { subject, window, previousWindow, countedSince, measures } = scorecard;
  const title = `Scorecard: ${oneLine(subject.name)}, ${window.firstDay} to ${window.lastDay}`;
  const began =
    countedSince !== undefined && countedSince > previousWindow.firstDay
      ? ` Counting began on ${countedSince}: use before it is not known.`
      : '';
  const intro = `Compared with ${previousWindow.firstDay} to ${previousWindow.lastDay}.${began} "Likely" gives the range in which the true figure lies 95 times in a hundred; words about a change are said only when chance is an unlikely reason.`;
  const rows = measures.map(describeMeasure);
  const notes = notesOf(scorecard);
  return { title, html: asHtml({ title, intro, rows, notes }), text: asText({ title, intro, rows, notes }) };
}

interface Content {
  readonly title: string;
  readonly intro: string;
  readonly rows: readonly MeasureText[];
  /** Sentences that are not about one measure. */
  readonly notes: readonly string[];
}

function notesOf({ commitments, handOvers, versions, window }: Omit<Scorecard, 'maySetTargets'>): readonly string[] {
  const dayOf = calendarDay(window.timeZone);
  const notes: string[] = [];
  if (commitments !== null && commitments.promised > 0) {
    const { promised, kept, late, open } = commitments;
    notes.push(`Promised ${promised}, kept ${kept}, late ${late}, open ${open}.`);
  }
  for (const { title, from, to, at } of handOvers)
    notes.push(`${title} went from ${from?.name ?? 'nobody'} to ${to?.name ?? 'nobody'} on ${dayOf(Date.parse(at))}.`);
  for (const { title, version, publishedAt, lift, mayRegress } of versions) {
    const name = `${title}, ${version} of ${dayOf(Date.parse(publishedAt))}`;
    if (lift.state === 'hidden') notes.push(`${name}: new; what it changed is not shown here.`);
    if (lift.value === null || lift.interval === null) continue;
    const [low, high] = lift.interval.map((end) => end.toFixed(2));
    const regress = mayRegress ? ' Part of this may be regression to the mean: the version before was rated low.' : '';
    notes.push(
      `${name}: rated ${lift.value > 0 ? '+' : ''}${lift.value.toFixed(2)} points (${low} to ${high}).${regress}`,
    );
  }
  return notes.map(oneLine);
}

// Names are the host's, and a line of their own would read as another sentence, or as a header of the mail.
function oneLine(text: string): string {
  return text.replaceAll(/[\s\p{Cc}]+/gu, ' ');
}

function asText({ title, intro, rows, notes }: Content): string {
  const blocks = rows.map(({ name, value, target, change, note }) =>
    [name, `  Now: ${value}`, `  Target: ${target}`, `  Change: ${change}`, `  ${note}`].join('\n'),
  );
  return `${[title, intro, ...blocks, ...(notes.length === 0 ? [] : [notes.map((note) => `- ${note}`).join('\n')])].join('\n\n')}\n`;
}

const style =
  'body{font:16px/1.5 system-ui,sans-serif;color:#1a1a1a;background:#fff;margin:2rem auto;max-width:60rem;padding:0 1rem}' +
  'table{border-collapse:collapse;width:100%}th,td{text-align:start;vertical-align:top;padding:.5rem;border-bottom:1px solid #bbb}' +
  'td p{margin:0;color:#4a4a4a;font-size:.875rem}';

function asHtml({ title, intro, rows, notes }: Content): string {
  const body = rows
    .map(
      ({ name, value, target, change, note }) =>
        `<tr><th scope="row">${escape(name)}</th><td>${escape(value)}<p>${escape(note)}</p></td><td>${escape(target)}</td><td>${escape(change)}</td></tr>`,
    )
    .join('\n');
  const list =
    notes.length === 0
      ? ''
      : `<h2>Also</h2>\n<ul>\n${notes.map((note) => `<li>${escape(note)}</li>`).join('\n')}\n</ul>\n`;
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<title>${escape(title)}</title>
<style>${style}</style>
</head>
<body>
<main>
<h1>${escape(title)}</h1>
<p>${escape(intro)}</p>
<table>
<caption>Measures</caption>
<thead><tr><th scope="col">Measure</th><th scope="col">Now</th><th scope="col">Target</th><th scope="col">Change</th></tr></thead>
<tbody>
${body}
</tbody>
</table>
${list}</main>
</body>
</html>
`;
}

const signs: Readonly<Record<string, string>> = Object.freeze({
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
});

function escape(text: string): string {
  return text.replaceAll(/[&<>"']/g, (sign) => signs[sign] ?? sign);
}
