import { init, track } from '@plausible-analytics/tracker';

// Without this it sends nothing from a loopback address.
init({ domain: 'rig.test', endpoint: `${location.origin}/collect/plausible/api/event`, captureOnLocalhost: true });
window.track = (marker, payload) => track(marker, { props: { payload } });
