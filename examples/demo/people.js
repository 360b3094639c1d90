// The made-up staff of the demo. Ids are stable so that scripts can sign in as them.
import { colleagues } from './company.js';

/**
 * @typedef {object} Person
 * @property {string} id
 * @property {string} name
 * @property {string} team
 * @property {import('@collateral/server-adapter').Principal['roles']} roles
 * @property {readonly string[]} [producerIds]
 */

/** The sign-ins the page offers; their teams are those of colleagues. @type {readonly Person[]} */
export const signIns = [
  { id: 'rep-1', name: 'Amara Osei, sales rep', team: 'commercial-sales-uk-and-ireland', roles: ['viewer'] },
  { id: 'rep-2', name: 'Jonas Lindqvist, sales rep', team: 'partner-sales-us-east', roles: ['viewer'] },
  { id: 'rep-3', name: 'Mei Tanaka, sales rep', team: 'public-sector-japan', roles: ['viewer'] },
  {
    id: 'producer-1',
    name: 'Clara Weiss, product marketing',
    team: 'product-marketing',
    roles: ['viewer', 'producer'],
    producerIds: ['product-marketing'],
  },
  {
    id: 'producer-2',
    name: 'Tomás Rivera, sales enablement',
    team: 'sales-enablement',
    roles: ['viewer', 'producer'],
    producerIds: ['sales-enablement'],
  },
  {
    id: 'manager-1',
    name: 'Ingrid Solberg, head of sales',
    team: 'commercial-sales-uk-and-ireland',
    roles: ['viewer', 'manager'],
  },
  { id: 'admin-1', name: 'Samir Haddad, intranet admin', team: 'operations', roles: ['viewer', 'admin'] },
];

/** @type {readonly Person[]} */
const users = colleagues
  .filter(({ producerIds }) => producerIds === undefined)
  .map(({ id, name, team }) => ({ id, name, team, roles: ['viewer'] }));

/** Forty-five sales people who gave the ratings of the items on the demo's page. */
export const raters = users.slice(0, 45);

/** Ten more, who wrote something beside their ratings of one of these items. */
export const commenters = users.slice(45, 55);

const everyone = new Map([...signIns, ...raters, ...commenters].map((person) => [person.id, person]));

/**
 * Finds a person of the demo.
 *
 * @param {string | null | undefined} id
 */
export function findPerson(id) {
  return everyone.get(id ?? '');
}
