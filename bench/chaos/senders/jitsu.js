import { jitsuAnalytics } from '@jitsu/js';

const analytics = jitsuAnalytics({ host: `${location.origin}/collect/jitsu`, writeKey: 'key:secret' });
window.track = (marker, payload) => analytics.track(marker, { payload });
