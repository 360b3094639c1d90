import '@collateral/elements/define/all';
import { createApp } from 'vue';
import Page from './Page.vue';

createApp(Page).mount('main');
