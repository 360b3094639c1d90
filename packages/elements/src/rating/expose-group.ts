import { setStates } from '../shared/set-states.js';

/** What of a rating can be told without words. */
interface Condition {
  readonly isRated: boolean;
  readonly isPrompted: boolean;
  readonly isReadOnly: boolean;
  readonly isDisabled: boolean;
}

/** Tells assistive technology and the page's CSS what an element is: a group of radios, or nothing of its own when read-only. */
export function exposeGroup(
  internals: ElementInternals,
  { label, required }: { readonly label: string; readonly required: boolean },
  { isRated, isPrompted, isReadOnly, isDisabled }: Condition,
): void {
  internals.role = isReadOnly ? null : 'radiogroup';
  internals.ariaLabel = isReadOnly ? null : label || null;
  internals.ariaRequired = String(required);
  internals.ariaDisabled = String(isDisabled);
  setStates(internals.states, { rated: isRated, prompted: isPrompted, readonly: isReadOnly, disabled: isDisabled });
}
