import { newTracker, trackSelfDescribingEvent } from '@snowplow/browser-tracker';

newTracker('rig', `${location.origin}/collect/snowplow`, { appId: 'rig' });
window.track = (marker, payload) =>
  trackSelfDescribingEvent({ event: { schema: 'iglu:rig/event/jsonschema/1-0-0', data: { marker, payload } } });
