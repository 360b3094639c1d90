import type { SVGTemplateResult } from 'lit';

/** The room a drawing has, in CSS pixels. */
export interface ChartSize {
  readonly width: number;
  readonly height: number;
  /** The drawing runs from right to left. */
  readonly isRtl: boolean;
}

/** Where a row of the table stands in the drawing. */
export interface Spot {
  readonly x: number;
  readonly y: number;
}

/** A finished drawing. */
export interface Drawing {
  readonly picture: SVGTemplateResult;
  /** One for each row of the table; null where there is nothing to draw. */
  readonly spots: readonly (Spot | null)[];
  /** What a pointer is near to: the same place along the x axis, or the same place. */
  readonly nearness: 'x' | 'y' | 'both';
}

/** The words around a chart; the sentences of the element that shows it. */
export interface ChartWords {
  /** What a chart is called, said after its name. */
  readonly chart: string;
  /** Tells how the keys move through it. */
  readonly keys: string;
  /** Said in place of a drawing when there is nothing to draw. */
  readonly nothingToDraw: string;
  /** Opens the table with the numbers. */
  readonly numbers: string;
  /** Heading of the note that says how the numbers came about. */
  readonly howCounted: string;
  /** Button to the next page of a long table. */
  readonly nextRows: string;
  /** Button to the page before. */
  readonly previousRows: string;
  /** Which rows of how many are shown. */
  readonly rowsShown: (first: number, last: number, total: number) => string;
}

/** What a chart shows. */
export interface ChartView {
  /** Caption and accessible name. */
  readonly name: string;
  /** One sentence with what the drawing says. */
  readonly summary: string;
  /** Headings of the table; the first is that of the rows. */
  readonly columns: readonly string[];
  /** The numbers as they are read, rounded as in the drawing; the first cell names the row. */
  readonly rows: readonly (readonly string[])[];
  /** Height of the drawing in CSS pixels, which may depend on its width. */
  readonly height: number | ((width: number) => number);
  readonly draw: (size: ChartSize) => Drawing;
  /** How the numbers were counted, a sentence each. */
  readonly note: readonly string[];
  readonly words: ChartWords;
  /** The drawing stands beside a name and a figure that say the same: neither caption nor summary is shown, both are read. */
  readonly isSmall?: boolean;
  /** A row was clicked or Enter pressed on it. */
  readonly onChoose?: (row: number) => void;
}
