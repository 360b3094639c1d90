// The made-up staff of the demo. Ids are stable so that scripts can sign in as them.

/**
 * @typedef {object} Person
 * @property {string} id
 * @property {string} name
 * @property {string} team
 * @property {import('@collateral/server-adapter').Principal['roles']} roles
 * @property {string[]} [producerIds]
 */

/** The sign-ins the page offers. @type {readonly Person[]} */
export const signIns = [
  { id: 'rep-1', name: 'Amara Osei, sales rep', team: 'sales-emea', roles: ['viewer'] },
  { id: 'rep-2', name: 'Jonas Lindqvist, sales rep', team: 'sales-americas', roles: ['viewer'] },
  { id: 'rep-3', name: 'Mei Tanaka, sales rep', team: 'sales-apac', roles: ['viewer'] },
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
  { id: 'manager-1', name: 'Ingrid Solberg, head of sales', team: 'sales-emea', roles: ['viewer', 'manager'] },
  { id: 'admin-1', name: 'Samir Haddad, intranet admin', team: 'it', roles: ['viewer', 'admin'] },
];

const salesTeams = ['sales-emea', 'sales-americas', 'sales-apac', 'partner-sales', 'inside-sales'];

/** Forty-five colleagues who gave the ratings the demo starts with. @type {readonly Person[]} */
export const colleagues = Array.from({ length: 45 }, (_, index) => ({
  id: `colleague-${String(index + 1).padStart(2, '0')}`,
  name: `Colleague ${index + 1}`,
  team: salesTeams[index % salesTeams.length] ?? 'sales-emea',
  roles: ['viewer'],
}));

const everyone = new Map([...signIns, ...colleagues].map((person) => [person.id, person]));

/**
 * Finds a person of the demo.
 *
 * @param {string | null | undefined} id
 */
export function findPerson(id) {
  return everyone.get(id ?? '');
}
