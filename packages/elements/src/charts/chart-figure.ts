import type { ElementPart, TemplateResult } from 'lit';
import { AsyncDirective } from 'lit/async-directive.js';
import { directive, type ChildPart, type DirectiveResult } from 'lit/directive.js';
import { startPageTimer, type StartTimer } from '../shared/start-timer.js';
import type { ChartView, Drawing } from './chart.js';
import { rowForKey } from './chart-cursor.js';
import { nearestSpot } from './nearest-spot.js';
import { renderChart, sayRow } from './render-chart.js';

/** A screen reader speaks of the row where the cursor rests, not of those it passed. */
const speakAfterMs = 300;

/** Any width does to find out whether there is anything to draw. */
const widthUntilKnown = 320;

let charts = 0;

/**
 * A chart as everybody can read it: caption, a sentence, the drawing with a cursor, the numbers as a table and how they
 * were counted.
 *
 * Must:
 * 1. be one tab stop; arrow keys move the cursor, Escape takes it away, and no key is held back that does nothing;
 * 2. say what the cursor is on politely, and only where it comes to rest;
 * 3. draw again when its room changes, and nothing while it has none;
 * 4. read the pointer's place at once and from the drawing itself: events lose their target at a shadow root.
 */
class ChartFigure extends AsyncDirective {
  readonly #id = `chart-${(charts += 1)}`;
  #view: ChartView | undefined;
  #startTimer: StartTimer = startPageTimer;
  #plot: Element | undefined;
  #observer: ResizeObserver | undefined;
  #width = 0;
  #isRtl = false;
  #drawing: Drawing | undefined;
  #row: number | undefined;
  #spoken = '';
  #stopSpeaking: (() => void) | undefined;
  #isOpen = false;
  #page = 0;

  override render(view: ChartView, startTimer: StartTimer): TemplateResult {
    this.#view = view;
    this.#startTimer = startTimer;
    return this.#renderNow(view);
  }

  override update(_part: ChildPart | ElementPart, [view, startTimer]: Parameters<this['render']>): TemplateResult {
    const isAnother = this.#view !== undefined && this.#view.name !== view.name;
    if (isAnother) this.#page = 0;
    if (isAnother || (this.#row ?? 0) >= view.rows.length) this.#forget();
    return this.render(view, startTimer);
  }

  protected override disconnected(): void {
    this.#observer?.disconnect();
    this.#stopSpeaking?.();
  }

  protected override reconnected(): void {
    if (this.#plot) this.#observer?.observe(this.#plot);
  }

  #renderNow(view: ChartView): TemplateResult {
    const hasRoom = this.#width > 0;
    if (this.#plot) this.#isRtl = this.#plot.matches(':dir(rtl)');
    const width = hasRoom ? this.#width : widthUntilKnown;
    const height = typeof view.height === 'number' ? view.height : view.height(width);
    const drawing = (this.#drawing = view.draw({ width, height, isRtl: this.#isRtl }));
    return renderChart({
      id: this.#id,
      view,
      drawing,
      height,
      hasRoom,
      row: this.#row,
      spoken: this.#spoken,
      isOpen: this.#isOpen,
      page: this.#page,
      watch: this.#watch,
      onKey: this.#onKey,
      onPointer: this.#onPointer,
      onLeave: () => this.#moveTo(undefined),
      onClick: () => void this.#choose(),
      onToggle: this.#onToggle,
      onPage: (page) => {
        this.#page = page;
        this.#redraw();
      },
    });
  }

  #redraw(): void {
    if (this.#view && this.isConnected) this.setValue(this.#renderNow(this.#view));
  }

  /** Follows the room of the drawing, from the first time it has one. */
  readonly #watch = (plot: Element | undefined): void => {
    if (plot === this.#plot) return;
    this.#observer?.disconnect();
    this.#plot = plot;
    if (!plot) return;
    this.#observer = new ResizeObserver(() => this.#measure());
    this.#observer.observe(plot);
    // The observer waits for a frame, which a page in the background does not have. Now the plot is not in the page yet.
    queueMicrotask(() => this.#measure());
  };

  #measure(): void {
    const width = Math.floor(this.#plot?.clientWidth ?? 0);
    if (width === 0 || width === this.#width) return;
    this.#width = width;
    this.#redraw();
  }

  readonly #onToggle = ({ currentTarget }: Event): void => {
    this.#isOpen = currentTarget instanceof HTMLDetailsElement && currentTarget.open;
    this.#redraw();
  };

  readonly #onKey = (event: KeyboardEvent): void => {
    if (event.ctrlKey || event.metaKey || event.altKey || !this.#obey(event.key)) return;
    event.preventDefault();
    event.stopPropagation();
  };

  /** Returns whether the key meant something. */
  #obey(key: string): boolean {
    if (key === 'Enter' || key === ' ') return this.#choose();
    if (key === 'Escape') {
      const hadCursor = this.#row !== undefined;
      this.#moveTo(undefined);
      return hadCursor;
    }
    const row = rowForKey(key, this.#row, this.#view?.rows.length ?? 0, this.#isRtl);
    if (row === undefined) return false;
    this.#moveTo(row);
    this.#speak(row);
    return true;
  }

  readonly #onPointer = ({ clientX, clientY }: PointerEvent): void => {
    if (!this.#drawing || !this.#plot) return;
    const { left, top } = this.#plot.getBoundingClientRect();
    this.#moveTo(nearestSpot(this.#drawing, clientX - left, clientY - top));
  };

  #moveTo(row: number | undefined): void {
    if (row === this.#row) return;
    if (row === undefined) this.#forget();
    this.#row = row;
    this.#redraw();
  }

  #forget(): void {
    this.#row = undefined;
    this.#spoken = '';
    this.#stopSpeaking?.();
  }

  #speak(row: number): void {
    this.#stopSpeaking?.();
    this.#stopSpeaking = this.#startTimer(() => {
      this.#spoken = this.#view ? sayRow(this.#view, row) : '';
      this.#redraw();
    }, speakAfterMs);
  }

  #choose(): boolean {
    const { onChoose } = this.#view ?? {};
    if (!onChoose || this.#row === undefined) return false;
    onChoose(this.#row);
    return true;
  }
}

/** Draws a chart; it keeps its own cursor and table page while the screen around it is drawn again. */
export const chartFigure: (view: ChartView, startTimer: StartTimer) => DirectiveResult = directive(ChartFigure);
