import type { InsightsReplies, InsightsScreen } from '@collateral/sdk';
import type { TemplateResult } from 'lit';
import { chartStyles } from '../charts/chart-styles.js';
import { tableStyles } from '../charts/table-styles.js';
import type { CommentDisputes } from '../disputes/comment-disputes.js';
import { figuresCsv } from './figures-csv.js';
import { itemScreenStyles } from './item-styles.js';
import { itemsStyles } from './items-styles.js';
import { boxStyles } from '../figures/box-styles.js';
import { saveCsv } from '../figures/save-csv.js';
import { pageOfItems } from './page-of-items.js';
import { figureStyles } from '../figures/figure-styles.js';
import { insightsWords } from './insights-words.js';
import type { InsightsView, ScreenInput, ScreenMemory } from './insights-view.js';
import { paintedStyles } from './painted-styles.js';
import { renderAround } from './render-around.js';
import { writerFor } from '../figures/writer.js';

/** The screens, loaded when an element is first shown. */
export interface Screens {
  readonly render: (input: ScreenInput) => TemplateResult;
  readonly toCsv: (input: ScreenInput) => string;
  /** Gives the person the figures on the screen as a file. */
  readonly download: (input: ScreenInput) => void;
  /** Says how far loading has come. */
  readonly describe: (state: string, code: string | undefined, input: ScreenInput) => string;
  /** After each drawing. */
  readonly drawn: () => void;
  /** Somebody else is here: what was typed goes. */
  readonly forget: () => void;
}

/** Creates the screens of one element and brings their look into it. */
export function createScreens(root: HTMLElement | DocumentFragment, redraw: () => void): Screens {
  const painted = new CSSStyleSheet();
  const disputes = createDisputes(root, redraw);
  const memory: ScreenMemory = {
    hasNearedFilters: false,
    commentsOf: null,
    commentsItem: '',
    disputes: disputes.get,
    paint: createPaint(painted),
  };
  if (root instanceof ShadowRoot) {
    const sheets = [figureStyles, boxStyles, itemsStyles, paintedStyles, itemScreenStyles, chartStyles, tableStyles];
    root.adoptedStyleSheets.push(...sheets.flatMap(({ styleSheet }) => styleSheet ?? []), painted);
  }
  return {
    render: (input) => renderAround(viewOf(input, memory)),
    toCsv: (input) => figuresCsv(viewOf(input, memory)),
    download(input) {
      const view = viewOf(input, memory);
      saveCsv(`${view.position.screen}-${view.frame?.window.lastDay ?? view.position.period}`, figuresCsv(view));
    },
    describe(state, code, { language, given }) {
      const { failures, failed, loading } = insightsWords(language, given);
      if (state === 'failed') return failures[code ?? ''] ?? failed;
      return state === 'loading' ? loading : '';
    },
    drawn: disputes.drawn,
    forget: disputes.forget,
  };
}

/** What draws disputes, which few who look at figures ever see. */
function createDisputes(
  root: HTMLElement | DocumentFragment,
  redraw: () => void,
): { readonly get: () => CommentDisputes | undefined; readonly drawn: () => void; readonly forget: () => void } {
  let made: CommentDisputes | undefined;
  let make: (() => CommentDisputes) | undefined;
  let isAsked = false;
  const load = async (): Promise<void> => {
    isAsked = true;
    try {
      const part = await import('../disputes/comment-disputes.js');
      make = () => new part.CommentDisputes(root, redraw);
      redraw();
    } catch {
      // A file that could not be had: the comments are there without it, and the next drawing asks again.
      isAsked = false;
    }
  };
  return {
    get() {
      if (!isAsked) void load();
      return (made ??= make?.());
    },
    drawn: () => made?.drawn(),
    forget() {
      made = undefined;
    },
  };
}

/** Rules made of numbers only; a sheet takes them where a policy forbids style attributes. */
function createPaint(sheet: CSSStyleSheet): (rules: string) => void {
  let painted = '';
  return (rules) => {
    if (rules === painted) return;
    painted = rules;
    sheet.replaceSync(rules);
  };
}

function viewOf({ data, given, ...input }: ScreenInput, memory: ScreenMemory): InsightsView {
  const replies: Partial<InsightsReplies> = data ? repliesOf(data, input) : input.replies;
  const all: readonly InsightsScreen[] = ['overview', 'items', 'quadrant'];
  return {
    ...input,
    replies,
    frame: replies[input.position.screen],
    choices: data ? data.overview?.choices : input.choices,
    screens: data ? all.filter((screen) => data[screen]) : all,
    isLive: !data,
    strings: insightsWords(input.language, given, input.actions.redraw),
    write: writerFor(input.language),
    memory,
  };
}

/** A page gives whole lists and one item; sorting, searching and turning the page are ours to do. */
function repliesOf(
  data: Partial<InsightsReplies>,
  { position }: Pick<ScreenInput, 'position'>,
): Partial<InsightsReplies> {
  const { items, item, ...others } = data;
  return {
    ...others,
    ...(items && { items: pageOfItems(items, position) }),
    ...(item?.item.collateralId === position.collateralId && { item }),
  };
}
