// Leads an element from place to place while it loads, and looks after each step whose answer it shows. It holds no tests of its own.
import { InMemoryClient } from './in-memory-client.fixture.js';
import { LateClient, markOf, passAWhile, randomOf, type Question } from './late-client.fixture.js';
import { ManualTimers, mount } from './mount.fixture.js';
import { until } from './until.fixture.js';

type Tag =
  | 'collateral-insights'
  | 'collateral-scorecard'
  | 'collateral-suggestions'
  | 'collateral-inbox'
  | 'collateral-notices'
  | 'collateral-rating';

type Place = Readonly<Record<string, string | number>>;

/** Where an element can be led, and what it has to show there. */
export interface Walk {
  readonly tag: Tag;
  readonly attributes?: string;
  /** The values each property may have; the first is where it begins. */
  readonly properties: Readonly<Record<string, readonly (string | number)[]>>;
  /** What the place asks. */
  readonly question: (place: Place) => Question;
  /** Fields of the question of which no other answer may stay in sight, even while the new one is on its way. */
  readonly keepsNothingOf: (place: Place) => readonly string[];
  /** The marks that are shown. */
  readonly marksIn?: (root: ShadowRoot) => readonly string[];
  /** What is shown for a mark. @defaultValue the mark */
  readonly shownAs?: (mark: string) => string;
}

/** Of so many steps, each at a random moment of what the steps before began. */
const stepsPerRun = 14;

/** Has the file of an element loaded, so that all runs take the same time. */
export async function warmUp({ tag }: Walk): Promise<void> {
  const stage = mount(`<collateral-provider lang="en"><${tag}></${tag}></collateral-provider>`);
  const element = stage.querySelector(tag)!;
  element.startTimer = new ManualTimers().start;
  stage.querySelector('collateral-provider')!.client = new InMemoryClient();
  await until(() => Boolean(element.shadowRoot?.querySelector('.base')));
  stage.remove();
}

/** Runs one walk. Throws what went wrong, with the seed that repeats it. */
export async function wander(walk: Walk, seed: number, failing: number): Promise<void> {
  const random = randomOf(seed);
  const pick = <Value>(values: readonly Value[]): Value => values[Math.floor(random() * values.length)]!;
  const clients = ['first', 'second'].map((name) => new LateClient(name, random));
  for (const client of clients) client.failing = failing;
  const log: string[] = [];
  const stage = mount(`<collateral-provider lang="en"></collateral-provider>`);
  const provider = stage.querySelector('collateral-provider')!;
  const element = document.createElement(walk.tag);
  for (const each of walk.attributes?.split(' ') ?? []) element.setAttribute(each, '');
  element.startTimer = new ManualTimers().start;
  let client = clients[0]!;
  provider.client = client;
  let place: Place = Object.fromEntries(Object.entries(walk.properties).map(([name, [first]]) => [name, first!]));
  Object.assign(element, place);
  provider.append(element);

  const root = element.shadowRoot!;
  const isBusy = (): boolean => root.querySelector('.base')?.getAttribute('aria-busy') === 'true';
  const marks = (): readonly string[] => walk.marksIn?.(root) ?? root.textContent.match(/Q\d+Q/g) ?? [];
  const asShown = (question: Question, of = client): string => {
    const mark = markOf(of.name, question);
    return walk.shownAs?.(mark) ?? mark;
  };
  const fail = (what: string): never => {
    throw new Error(
      `${what}\nseed ${seed}, ${JSON.stringify(place)}\n${log.join('\n')}\n${root.textContent.replace(/\s+/g, ' ')}`,
    );
  };
  /** Questions of other places this one may still show the answer of while it waits for its own. */
  const related = (): ReadonlySet<string> => {
    const kept = walk.keepsNothingOf(place);
    const [here, allowed] = [walk.question(place), new Set<string>()];
    for (const other of placesOf(walk.properties)) {
      const question = walk.question(other);
      if (kept.every((field) => question[field] === here[field])) allowed.add(asShown(question));
    }
    return allowed;
  };
  const check = (): void => {
    const [own, shown] = [asShown(walk.question(place)), marks()];
    const allowed = isBusy() ? related() : new Set([own]);
    const strange = shown.find((mark) => !allowed.has(mark));
    if (strange !== undefined)
      fail(`It shows ${strange}, and here belongs ${own}${isBusy() ? ', which it waits for' : ''}.`);
  };

  for (let step = 0; step < stepsPerRun; step += 1) {
    const what = random();
    if (what < 0.1) {
      client = pick(clients);
      log.push(`client ${client.name}`);
      provider.client = client;
    } else if (what < 0.16) {
      log.push('moved');
      element.remove();
      await passAWhile(random);
      provider.append(element);
    } else {
      const [name, values] = pick(Object.entries(walk.properties));
      const value = pick(values);
      log.push(`${name} = ${value}`);
      place = { ...place, [name]: value };
      Object.assign(element, { [name]: value });
    }
    await passAWhile(random);
    if (random() < 0.5) continue;
    await element.updateComplete;
    check();
  }

  for (const each of clients) each.failing = 0;
  const settle = async (): Promise<void> => {
    for (const each of clients) await each.settled();
    // What answers are shown after some promises; a file that is loaded for the first time takes longer.
    await new Promise((resolve) => setTimeout(resolve, 8));
    await element.updateComplete;
  };
  // Nothing at all is drawn before the file is there, and where a quiet element has nothing to say.
  for (let wait = 0; wait < 100 && (isBusy() || (wait < 5 && !root.querySelector('.base'))); wait += 1) await settle();
  await settle();
  check();
  if (failing > 0) {
    const again = [...root.querySelectorAll('button')].find(({ textContent }) => textContent.trim() === 'Try again');
    // Notices about one item are quiet: nothing says that they could not be had.
    if (again) again.click();
    else if ('refresh' in element) element.refresh();
    await settle();
    await settle();
    check();
  }
  const own = asShown(walk.question(place));
  if (!marks().includes(own)) fail(`It does not show ${own} in the end.`);
  stage.remove();
}

function placesOf(properties: Walk['properties']): readonly Place[] {
  return Object.entries(properties).reduce<readonly Place[]>(
    (places, [name, values]) => places.flatMap((place) => values.map((value) => ({ ...place, [name]: value }))),
    [{}],
  );
}
