// The compiler reads this file; nothing runs it. A mistake it misses makes its comment an error.
import type {} from '@collateral/elements/react';

export const right = (
  <collateral-provider endpoint="/collateral" token={async () => 'token'} lang="de">
    <collateral-rating
      ref={(rating) => rating?.clear()}
      key="deck-42"
      className="wide"
      aria-label="Deck"
      collateralId="deck-42"
      comment="when-low"
      value="4"
      summary
    />
    <collateral-insights screen="items" page={2} oncollateral-select={(event) => event.collateralId.length} />
  </collateral-provider>
);

// @ts-expect-error -- there is no such moment
export const comment = <collateral-rating comment="always" />;
// @ts-expect-error -- it is a number of the scale
export const value = <collateral-rating value={true} />;
// @ts-expect-error -- there is no such attribute
export const misspelt = <collateral-rating sumary />;
// @ts-expect-error -- there is no such screen
export const screen = <collateral-insights screen="charts" />;
// @ts-expect-error -- there is no such tag
export const tag = <collateral-stars />;
// @ts-expect-error -- the event has no such field
export const event = <collateral-rating oncollateral-rate={(event) => event.stars} />;
