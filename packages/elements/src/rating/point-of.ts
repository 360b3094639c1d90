/** Returns the point of the scale an event happened at, or null when it was none. */
export function pointOf(event: Event): number | null {
  return event.target instanceof Element ? pointIn(event.target) : null;
}

/** Returns the point of the scale an element belongs to, or null when it is none. */
export function pointIn(element: Element): number | null {
  const value = element.closest('[aria-posinset]')?.ariaPosInSet;
  return value ? Number(value) : null;
}
