// Who works at the made-up company: sales teams of 3 to 40 people, the producers in marketing, and everybody else.
import { departments, makeName, regions, segments } from './names.js';

/**
 * @typedef {object} Person
 * @property {string} id
 * @property {string} name
 * @property {string} team id of their group
 * @property {number} utcOffsetHours of the place where they work
 * @property {readonly string[]} [producerIds] what they own
 */

/**
 * @typedef {object} Group
 * @property {string} id
 * @property {string} name
 * @property {number} size people in it
 * @property {string[]} [teams] those it is made of, where it is no team
 */

/**
 * What only the generator knows about a person.
 *
 * @typedef {object} Habits
 * @property {string} region id
 * @property {number} activity how much they do, to others
 * @property {number} severity points they give more than others
 * @property {number} clockSkewMs how far their clock is ahead
 */

/** @typedef {{ people: Person[], habits: Habits[], groups: Group[], producers: { id: string, name: string }[], regions: import('./names.js').Region[] }} Staff */

export const allSalesGroup = 'all-sales';

/**
 * @param {import('./sizes.js').Size} size
 * @param {import('./random.js').Random} random
 * @returns {Staff}
 */
export function makeStaff(size, random) {
  /** @type {Staff} */
  const staff = { people: [], habits: [], groups: [], producers: [], regions: [] };
  addProducers(staff, size, random);
  const names = teamNames(random);
  const sizeOfRegion = new Map(regions.map(({ id }) => [id, 0]));
  /** @type {{ id: string, region: string }[]} */
  const teams = [];
  let sales = 0;
  while (staff.people.length < size.users) {
    const { value } = names.next();
    if (!value) break;
    const { region, id, name } = value;
    const members = Math.min(40, Math.max(3, Math.round(random.logNormal(9, 0.75))));
    const users = Math.min(size.users - staff.people.length, Math.max(1, Math.round(members * size.teamUse)));
    staff.groups.push({ id, name, size: Math.max(3, members) });
    teams.push({ id, region: region.id });
    sizeOfRegion.set(region.id, (sizeOfRegion.get(region.id) ?? 0) + members);
    sales += members;
    for (let count = 0; count < users; count += 1) addPerson(staff, random, { team: id, region });
  }
  staff.regions = regions.filter(({ id }) => (sizeOfRegion.get(id) ?? 0) > 0);
  const audiences = staff.regions.map(({ id, name }) => ({
    id: `sales-${id}`,
    name: `Sales, ${name}`,
    size: sizeOfRegion.get(id) ?? 0,
    teams: teams.filter(({ region }) => region === id).map((team) => team.id),
  }));
  const everyTeam = teams.map(({ id }) => id);
  staff.groups.unshift({ id: allSalesGroup, name: 'All of sales', size: sales, teams: everyTeam }, ...audiences);
  addDepartments(staff.groups, size.staff - sales - size.producers);
  return staff;
}

/**
 * @param {Staff} staff
 * @param {import('./sizes.js').Size} size
 * @param {import('./random.js').Random} random
 */
function addProducers(staff, size, random) {
  const teams = ['Product marketing', 'Sales enablement', 'Field marketing', 'Brand'];
  const count = Math.max(1, Math.min(teams.length, Math.floor(size.producers / 4)));
  const perTeam = Math.ceil(size.producers / count);
  for (const name of teams.slice(0, count)) staff.groups.push({ id: slug(name), name, size: perTeam });
  for (let index = 0; index < size.producers; index += 1) {
    const id = `producer-${pad(index + 1)}`;
    const team = slug(teams[Math.floor(index / perTeam)] ?? 'Brand');
    addPerson(staff, random, { team, region: random.pick(regions), producerIds: [id] });
    staff.producers.push({ id, name: staff.people.at(-1)?.name ?? '' });
  }
}

/**
 * @param {Staff} staff
 * @param {import('./random.js').Random} random
 * @param {{ team: string, region: import('./names.js').Region, producerIds?: string[] }} place
 */
function addPerson({ people, habits }, random, { team, region, producerIds }) {
  const id = `person-${pad(people.length + 1)}`;
  const { utcOffsetHours } = region;
  people.push({ id, name: makeName(random), team, utcOffsetHours, ...(producerIds && { producerIds }) });
  habits.push({
    region: region.id,
    activity: random.logNormal(1, 0.8),
    severity: random.normal(0, 0.4),
    // One clock in two hundred is wrong by hours: a wrong time zone, an empty battery.
    clockSkewMs: Math.round(
      random.chance(0.005)
        ? random.between(3_700_000, 43_200_000) * (random.chance(0.5) ? 1 : -1)
        : random.normal(0, 20_000),
    ),
  });
}

/** @param {Group[]} groups @param {number} rest */
function addDepartments(groups, rest) {
  const each = Math.floor(rest / departments.length);
  if (each < 1) return;
  for (const name of departments) groups.push({ id: slug(name), name, size: each });
}

/**
 * Names of sales teams without end: every segment of every place once, then their second teams.
 *
 * @param {import('./random.js').Random} random
 */
function* teamNames(random) {
  const all = regions.flatMap((region) =>
    region.places.flatMap((place) => segments.map((segment) => ({ region, place, segment }))),
  );
  for (let round = 1; ; round += 1)
    for (const { region, place, segment } of random.shuffled(all)) {
      const name = `${segment}, ${place}${round > 1 ? ` ${round}` : ''}`;
      yield { region, name, id: slug(name) };
    }
}

/** @param {string} name */
function slug(name) {
  return name.toLowerCase().replaceAll(/[^a-z0-9]+/g, '-');
}

/** @param {number} number */
function pad(number) {
  return String(number).padStart(4, '0');
}
