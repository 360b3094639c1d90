import { AnalyticsBrowser } from '@segment/analytics-next';

// Settings come from a CDN; this rig has none, so they are given as the CDN would.
const apiHost = `${location.host}/collect/segment`;
const analytics = AnalyticsBrowser.load(
  { writeKey: 'key', cdnSettings: { integrations: { 'Segment.io': { apiKey: 'key', apiHost, protocol: 'http' } } } },
  { integrations: { 'Segment.io': { apiHost, protocol: 'http' } } },
);
await analytics.ready();
window.track = (marker, payload) => analytics.track(marker, { payload });
