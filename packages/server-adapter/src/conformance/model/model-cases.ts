import { numbersFrom } from '../sample-list.js';
import type { StoreCase } from '../store-case.js';
import { checkModel } from './check-model.js';

/** Random commands, compared with a model; the seed is part of the id. Take {@link checkModel} for other seeds and longer runs. */
export const modelCases: readonly StoreCase[] = numbersFrom(1, 12).map((seed) => ({
  id: `model.seed-${seed}`,
  level: 'must',
  name: `does what the model does over 80 random commands (seed ${seed})`,
  needs: [],
  async run(subject) {
    await checkModel(subject, { seed });
    return { state: 'passed' };
  },
}));
