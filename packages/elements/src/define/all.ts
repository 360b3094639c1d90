import './provider.js';
import './rating.js';
