import './inbox.js';
import './insights.js';
import './notices.js';
import './provider.js';
import './rating.js';
import './scorecard.js';
import './suggestions.js';
