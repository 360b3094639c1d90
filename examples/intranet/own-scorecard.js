// Producers see how they are doing and which ratings they disputed; others have no scorecard of their own.
import { signedIn } from './people.js';

const { producerId } = await signedIn;

for (const section of document.querySelectorAll('.own')) {
  if (producerId) {
    section.querySelector('collateral-scorecard').subjectId = producerId;
    section.hidden = false;
  } else {
    section.remove();
  }
}
