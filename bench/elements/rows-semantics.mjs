// What it is to assistive technology and to a form.

/** @type {readonly import('./rows.mjs').Row[]} */
export const semanticsRows = [
  {
    name: 'radios, not a slider',
    async ask(open) {
      const tree = await (await open()).tree();
      const radios = tree.filter(({ role }) => role === 'radio').length;
      return {
        isRight: radios >= 5,
        seen: radios > 0 ? `${radios} radios` : (tree.find(isControl)?.role ?? 'nothing'),
      };
    },
  },
  {
    name: 'points are spoken in words',
    async ask(open) {
      const rating = await open();
      const radios = (await rating.tree()).filter(({ role }) => role === 'radio').map(({ name }) => name);
      // The tree has a slider's number only; what is spoken in its place stands in the markup.
      const spoken =
        radios.length > 0
          ? radios
          : await rating.page.evaluate(() => {
              const host = document.querySelector('#rating');
              const slider = host?.shadowRoot?.querySelector('[role=slider]') ?? host;
              return [slider?.getAttribute('aria-valuetext') ?? slider?.getAttribute('aria-valuenow') ?? ''];
            });
      const isRight = spoken.length > 0 && spoken.every((text) => /\p{L}/u.test(text));
      return { isRight, seen: spoken[2] ?? spoken[0] ?? 'nothing' };
    },
  },
  {
    name: 'five of five',
    async ask(open) {
      const rating = await open();
      const slider = (await rating.tree()).find(isControl);
      if (slider?.role === 'slider') {
        const most = String(slider.properties['valuemax']);
        return { isRight: most === '5', seen: `maximum ${most}` };
      }
      const sizes = await rating.page.evaluate(() => {
        const all = [
          ...(document.querySelector('#rating')?.shadowRoot?.querySelectorAll('[role=radio], [type=radio]') ?? []),
        ];
        return all.map((radio) => Number(radio.getAttribute('aria-setsize') ?? all.length));
      });
      return {
        isRight: sizes.length === 5 && sizes.every((size) => size === 5),
        seen: `${sizes.length} of ${sizes[0] ?? 0}`,
      };
    },
  },
  {
    name: '<label for> names and focuses',
    async ask(open) {
      const rating = await open({ before: '<label for="rating">Named outside</label>', isUnnamed: true });
      const isNamed = (await rating.tree()).some((node) => isControl(node) && node.name.includes('Named outside'));
      await rating.page.click('label');
      const [hasFocus, value] = [await rating.hasFocus(), await rating.value()];
      return {
        isRight: isNamed && hasFocus && Number(value) === 3,
        seen: `${isNamed ? 'named' : 'unnamed'}, ${hasFocus ? 'focused' : 'not focused'}, value ${value}`,
      };
    },
  },
  {
    name: 'is in the data of the form',
    async ask(open) {
      const sent = await (await open()).page.evaluate(() => new FormData(document.forms[0]).get('rating'));
      return { isRight: sent === '3', seen: String(sent) };
    },
  },
  {
    name: 'required makes the form invalid',
    async ask(open) {
      const isValid = await (
        await open({ attributes: 'required' })
      ).page.evaluate(() => document.forms[0].checkValidity());
      return { isRight: !isValid, seen: isValid ? 'valid' : 'invalid' };
    },
  },
  {
    name: 'reset goes back to the attribute',
    async ask(open) {
      const rating = await open();
      await rating.page.evaluate(() => {
        const element = /** @type {any} */ (document.querySelector('#rating'));
        element.value = 5;
        document.forms[0].reset();
      });
      await rating.rest();
      const value = await rating.value();
      return { isRight: Number(value) === 3, seen: String(value) };
    },
  },
  {
    name: 'a disabled fieldset disables it',
    async ask(open) {
      const rating = await open({ around: '<fieldset disabled>' });
      const isDisabled = await rating.page.evaluate(() => document.querySelector('#rating')?.matches(':disabled'));
      await rating.click(5);
      const value = await rating.value();
      return {
        isRight: isDisabled === true && Number(value) === 3,
        seen: `${isDisabled ? '' : 'not '}:disabled, ${value}`,
      };
    },
  },
  {
    name: 'read-only is a picture with a sentence',
    async ask(open) {
      const rating = await open({
        attributes: 'value="3" readonly',
        before: '<button id="before" type="button">Before</button>',
      });
      const tree = await rating.tree();
      const picture = tree.find(({ role, name }) => /^(img|image)$/.test(role) && /3/.test(name));
      const control = tree.find(isControl);
      await rating.tabTo();
      const isStop = await rating.hasFocus();
      return {
        isRight: Boolean(picture) && !control && !isStop,
        seen: picture && !control ? 'picture' : `${control?.role ?? 'nothing'}${isStop ? ', a tab stop' : ''}`,
      };
    },
  },
];

/** @param {{role: string}} node */
function isControl({ role }) {
  return ['radiogroup', 'slider', 'spinbutton', 'radio', 'group'].includes(role);
}
