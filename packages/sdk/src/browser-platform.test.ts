import { expect } from 'chai';
import { createBrowserPlatform } from './browser-platform.js';

describe('the browser platform', () => {
  it('says that a program drives the browser, and nothing where a person does', () => {
    Object.defineProperty(navigator, 'webdriver', { value: true, configurable: true });
    expect(createBrowserPlatform().context()).to.include({ automation: true });
    Object.defineProperty(navigator, 'webdriver', { value: false, configurable: true });
    expect(createBrowserPlatform().context()).not.to.have.property('automation');
    Reflect.deleteProperty(navigator, 'webdriver');
  });

  it('gives a lock to one page at a time and frees it when that page ends', async () => {
    const name = `collateral:${crypto.randomUUID()}`;
    const platform = createBrowserPlatform();
    const otherPage = document.createElement('iframe');
    document.body.append(otherPage);
    await new Promise<void>((held) => {
      void otherPage.contentWindow!.navigator.locks.request(name, () => {
        held();
        return new Promise(() => undefined);
      });
    });
    expect(await platform.takeLock(name)).to.equal(null);
    otherPage.remove();
    let release = await platform.takeLock(name);
    // A browser may take a moment to notice that the frame is gone.
    while (!release) release = await platform.takeLock(name);
    expect(await createBrowserPlatform().takeLock(name)).to.equal(null);
    release();
    while ((await platform.takeLock(name)) === null);
  });
});
