import { onEveryStore } from '../handler.fixture.js';
import { scorecardTests } from './scorecard-story.fixture.js';

onEveryStore('scorecards', scorecardTests);
