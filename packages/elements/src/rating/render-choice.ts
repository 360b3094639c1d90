import { html, nothing, type TemplateResult } from 'lit';
import { renderAnchor, renderPoints, type PointsView } from './render-points.js';

/** What a choice shows. */
export interface ChoiceView extends PointsView {
  /** The point under the pointer. */
  readonly hovered: number | null;
  /** The point that has the focus. */
  readonly focused: number | null;
  /** One line in a list: what a point means shows only while it is looked at. */
  readonly isCompact: boolean;
}

/** What a person may do with the points. */
export interface ChoiceListeners {
  readonly click: (event: Event) => void;
  readonly keydown: (event: KeyboardEvent) => void;
  readonly pointerover: (event: PointerEvent) => void;
  readonly pointerleave: () => void;
  readonly focusin: (event: FocusEvent) => void;
  readonly focusout: (event: FocusEvent) => void;
}

/** Draws the five points and what the current one means. */
export function renderChoice(view: ChoiceView, listeners: ChoiceListeners): TemplateResult {
  const { chosen, hovered, focused, isCompact } = view;
  const looked = hovered ?? focused;
  return html`
    <div class="choice">
      <div
        class="points"
        part="symbols"
        data-filled=${hovered ?? chosen ?? 0}
        @click=${listeners.click}
        @keydown=${listeners.keydown}
        @pointerover=${listeners.pointerover}
        @pointerleave=${listeners.pointerleave}
        @focusin=${listeners.focusin}
        @focusout=${listeners.focusout}
      >
        ${renderPoints(view)}
      </div>
      ${isCompact && !looked ? nothing : renderAnchor(looked ?? chosen, view)}
    </div>
  `;
}
