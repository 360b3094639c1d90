import './insights.js';
import './provider.js';
import './rating.js';
