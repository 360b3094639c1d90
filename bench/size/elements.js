// What the rating adds to a page that already has the SDK.
import '@collateral/elements/define/rating';
