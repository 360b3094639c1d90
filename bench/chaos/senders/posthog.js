import posthog from 'posthog-js';

posthog.init('key', { api_host: `${location.origin}/collect/posthog` });
window.track = (marker, payload) => posthog.capture(marker, { payload });
