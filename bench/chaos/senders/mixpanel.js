import mixpanel from 'mixpanel-browser';

mixpanel.init('key', { api_host: `${location.origin}/collect/mixpanel` });
window.track = (marker, payload) => mixpanel.track(marker, { payload });
