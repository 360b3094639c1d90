/** Switches custom states on and off, so that a page can write `:state(rated)` in its CSS. */
export function setStates(states: CustomStateSet, wanted: Readonly<Record<string, boolean>>): void {
  for (const [state, isOn] of Object.entries(wanted)) {
    if (isOn) states.add(state);
    else states.delete(state);
  }
}
