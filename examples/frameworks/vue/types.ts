// The compiler reads this file; nothing runs it. A mistake it misses makes its comment an error.
import type {} from '@collateral/elements/vue';
import type { GlobalComponents } from 'vue';

type Rating = InstanceType<GlobalComponents['collateral-rating']>['$props'];
type Provider = InstanceType<GlobalComponents['collateral-provider']>['$props'];
type Insights = InstanceType<GlobalComponents['collateral-insights']>['$props'];

export const rating: Rating = {
  'collateral-id': 'deck-42',
  value: '4',
  comment: 'when-low',
  class: 'wide',
  onCollateralRate: (event) => event.collateralId.length,
};
export const provider: Provider = { endpoint: '/collateral', token: () => 'token' };
export const insights: Insights = { screen: 'items', page: 2 };

// @ts-expect-error -- there is no such moment
export const comment: Rating = { comment: 'always' };
// @ts-expect-error -- there is no such attribute
export const misspelt: Rating = { sumary: true };
// @ts-expect-error -- there is no such screen
export const screen: Insights = { screen: 'charts' };
