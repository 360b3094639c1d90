import { expect } from 'chai';
import type { GoverningStrings } from '../../shared/governing-strings.js';
import { InMemoryClient } from '../../testing/in-memory-client.fixture.js';
import { expectWhole, languageCodes } from '../../testing/languages.fixture.js';
import { mountTalk } from '../../testing/mount-conversation.fixture.js';
import { read } from '../../testing/mount-insights.fixture.js';
import { until } from '../../testing/until.fixture.js';
import { englishGoverning } from './english-governing.js';

describe('targets and the audit trail follow the language', () => {
  for (const code of languageCodes)
    it(`are whole in ${code}: every sentence, and none left in English`, async () => {
      const { strings } = (await import(`./languages/${code}.js`)) as { strings: GoverningStrings };
      expectWhole(strings, englishGoverning);
      const { root } = await mountTalk('collateral-scorecard', 'screen="audit"', new InMemoryClient(), code);
      await until(() => read(root, 'h2') === strings.audit);
      await until(() => read(root, '[role=status]') === strings.auditEmpty);
      expect(read(root, '.covers')).to.equal(strings.auditIntro);
    });
});
