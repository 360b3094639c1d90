// Angular takes [readonly] for the property readOnly of native controls, so the attribute is bound.
//
// Compiled in the browser, so that the example needs no Angular compiler to install. An application compiles ahead of time.
import '@angular/compiler';
import '@collateral/elements/define/all';
import { Component, CUSTOM_ELEMENTS_SCHEMA, signal } from '@angular/core';
import { bootstrapApplication } from '@angular/platform-browser';
import { token } from '../token.js';

@Component({
  selector: 'main',
  schemas: [CUSTOM_ELEMENTS_SCHEMA],
  template: `
      <form (submit)="send($event)">
        <collateral-rating
          name="deck"
          label="Rate this deck"
          [value]="value()"
          [attr.readonly]="isLocked() ? '' : null"
          (input)="value.set($any($event.target).value)"
          (collateral-rate)="recorded.set('' + $event.value)"
        ></collateral-rating>
        <button id="send">Send</button>
        <button id="two" type="button" (click)="value.set(2)">Set 2</button>
        <button id="none" type="button" (click)="value.set(null)">Set none</button>
        <button id="lock" type="button" (click)="isLocked.set(!isLocked())">Lock</button>
      </form>
    <collateral-provider endpoint="/collateral" [token]="token">
      <collateral-rating
        collateral-id="deck-angular"
        label="Rate and save"
        (collateral-status)="saved.set($event.state)"
      ></collateral-rating>
    </collateral-provider>
    <p>
      Chosen:
      <output id="chosen">{{ '' + value() }}</output>
    </p>
    <p>
      Recorded:
      <output id="recorded">{{ recorded() }}</output>
    </p>
    <p>
      Saved:
      <output id="saved">{{ saved() }}</output>
    </p>
    <p>
      Sent:
      <output id="sent">{{ sent() }}</output>
    </p>
  `,
})
class Page {
  readonly token = token;
  readonly value = signal<number | null>(3);
  readonly isLocked = signal(false);
  readonly recorded = signal('');
  readonly saved = signal('');
  readonly sent = signal('');

  send(event: Event): void {
    event.preventDefault();
    this.sent.set(String(new FormData(event.target as HTMLFormElement).get('deck') ?? 'nothing'));
  }
}

await bootstrapApplication(Page);
