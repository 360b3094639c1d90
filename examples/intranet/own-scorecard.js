// Producers see how they are doing; others have no scorecard of their own.
import { producerId } from './people.js';

const section = document.querySelector('.own');
if (producerId) {
  section.querySelector('collateral-scorecard').subjectId = producerId;
  section.hidden = false;
} else {
  section.remove();
}
