// The made-up collateral of the demo. `appeal` is how good the seeded ratings find it, `raters` how many people rated it.

const months = (/** @type {number} */ count) => new Date(Date.now() - count * 30 * 86_400_000).toISOString();
const productMarketing = { id: 'product-marketing', name: 'Product marketing' };
const enablement = { id: 'sales-enablement', name: 'Sales enablement' };

/** @type {readonly {item: import('@collateral/sdk/contract').Item, appeal: number, raters: number}[]} */
export const catalogue = [
  {
    item: {
      id: 'deck-42',
      title: 'First-meeting deck',
      kind: 'deck',
      producer: productMarketing,
      versions: [
        { version: 'v2', publishedAt: months(9) },
        { version: 'v3', publishedAt: months(2) },
      ],
    },
    appeal: 4.3,
    raters: 44,
  },
  {
    item: {
      id: 'datasheet-7',
      title: 'Sensor platform datasheet',
      kind: 'datasheet',
      producer: productMarketing,
      versions: [{ version: 'v5', publishedAt: months(4) }],
    },
    appeal: 3.6,
    raters: 45,
  },
  {
    item: {
      id: 'battlecard-3',
      title: 'Battlecard: against Halden Systems',
      kind: 'battlecard',
      producer: productMarketing,
      versions: [{ version: 'v1', publishedAt: months(14) }],
      reviewBy: months(2).slice(0, 10),
    },
    appeal: 2.1,
    raters: 45,
  },
  {
    item: {
      id: 'case-study-11',
      title: 'Case study: a port that cut its downtime by a third',
      kind: 'case-study',
      producer: productMarketing,
      versions: [{ version: 'v1', publishedAt: months(5) }],
    },
    appeal: 4.6,
    raters: 43,
  },
  {
    item: {
      id: 'video-5',
      title: 'Two-minute product tour',
      kind: 'video',
      producer: productMarketing,
      versions: [{ version: 'v2', publishedAt: months(3) }],
    },
    appeal: 3.3,
    raters: 44,
  },
  {
    item: {
      id: 'playbook-2',
      title: 'Discovery-call playbook',
      kind: 'playbook',
      producer: enablement,
      versions: [{ version: 'v4', publishedAt: months(6) }],
    },
    appeal: 3.9,
    raters: 42,
  },
  {
    item: {
      id: 'module-7',
      title: 'Training: handling the price objection',
      kind: 'training-module',
      producer: enablement,
      versions: [{ version: 'v1', publishedAt: months(7) }],
    },
    appeal: 4.0,
    raters: 45,
  },
  {
    item: {
      id: 'email-18',
      title: 'Follow-up e-mail after a demo',
      kind: 'email-template',
      producer: enablement,
      versions: [{ version: 'v1', publishedAt: months(1) }],
    },
    appeal: 3.8,
    raters: 3,
  },
  {
    item: {
      id: 'calculator-1',
      title: 'Return-on-investment calculator',
      kind: 'calculator',
      producer: productMarketing,
      versions: [{ version: 'v1', publishedAt: months(0.5) }],
    },
    appeal: 4.2,
    raters: 2,
  },
  {
    item: {
      id: 'one-pager-9',
      title: 'Security and compliance one-pager',
      kind: 'one-pager',
      producer: productMarketing,
      versions: [{ version: 'v1', publishedAt: months(0.1) }],
    },
    appeal: 3.7,
    raters: 0,
  },
];
