// What the elements add to a page that already has the SDK.
import '@collateral/elements/define/provider';
import '@collateral/elements/define/rating';
