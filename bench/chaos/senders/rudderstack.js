// The bundled build: the other one loads its plugins from a CDN, and this rig has none.
import { RudderAnalytics } from '@rudderstack/analytics-js/bundled';

const analytics = new RudderAnalytics();
await new Promise((resolve) => {
  analytics.load('key', `${location.origin}/collect/rudderstack`, {
    configUrl: `${location.origin}/config/rudderstack`,
    onLoaded: resolve,
  });
});
window.track = (marker, payload) => analytics.track(marker, { payload });
