// Presses a chord in every engine. It holds no tests of its own.
import { sendKeys } from '@web/test-runner-commands';

/** Goes back one tab stop. */
export async function pressShiftTab(): Promise<void> {
  if (navigator.userAgent.includes('AppleWebKit') && !navigator.userAgent.includes('Chrome')) {
    // WebDriver takes a text of its own key codes as one chord; the runner has no other way to hold a key there.
    return sendKeys({ type: '\uE008\uE004' });
  }
  await sendKeys({ down: 'Shift' });
  await sendKeys({ press: 'Tab' });
  await sendKeys({ up: 'Shift' });
}
