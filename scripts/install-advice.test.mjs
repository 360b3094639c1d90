import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { engineNames } from './engines.mjs';
import { aptPackages, distributionOf, installAdvice } from './install-advice.mjs';

/** @typedef {import('./install-advice.mjs').System} System */

/** @type {System} */
const debian = { platform: 'linux', distribution: 'debian', programs: ['apt-get'], isRoot: false };
/** @type {System} */
const ubuntu = { platform: 'linux', distribution: 'ubuntu', programs: ['apt-get', 'snap'], isRoot: false };
/** @type {System} */
const mac = { platform: 'darwin', distribution: 'other', programs: ['brew'], isRoot: false };
/** @type {System} */
const fedora = { platform: 'linux', distribution: 'other', programs: [], isRoot: false };

describe('what to install for the tests', () => {
  it('is one command on Debian, with sudo for those who need it', () => {
    const command =
      'apt-get update && apt-get install -y --no-install-recommends chromium firefox-esr webkit2gtk-driver xvfb';
    assert.ok(installAdvice(engineNames, debian).includes(`Run: sudo sh -c '${command}'\n`));
    assert.ok(installAdvice(engineNames, { ...debian, isRoot: true }).includes(`Run: ${command}\n`));
  });

  it('names no package that the archive of Ubuntu lacks', () => {
    const advice = installAdvice(engineNames, ubuntu);
    assert.doesNotMatch(advice, /firefox-esr|apt-get install[^']*chromium/);
    assert.match(advice, /^Chromium: sudo snap install chromium$/m);
    assert.match(advice, /^Firefox: .*Mozilla's package, https:/m);
    assert.match(advice, /^WebKitGTK's driver: sudo .*apt-get install .*webkit2gtk-driver xvfb'$/m);
    assert.deepEqual(aptPackages(['webkit'], ubuntu), ['webkit2gtk-driver', 'xvfb']);
    assert.equal(aptPackages(['firefox', 'webkit'], ubuntu), null);
  });

  it('names no snap where there is none', () => {
    assert.doesNotMatch(installAdvice(['chromium'], { ...ubuntu, programs: ['apt-get'] }), /snap/);
  });

  it('is one command of Homebrew on macOS, and the truth about WebKit', () => {
    const advice = installAdvice(engineNames, mac);
    assert.match(advice, /^Run: brew install --cask google-chrome firefox$/m);
    assert.match(advice, /WebKit tests need Linux\. Without them: BROWSERS=chromium,firefox npm test/);
    assert.doesNotMatch(installAdvice(['webkit'], mac), /brew|WEBKIT_DRIVER_PATH/);
    assert.match(installAdvice(['firefox'], { ...mac, programs: [] }), /^Install Firefox \(https:/m);
  });

  it('never names apt-get where there is none', () => {
    for (const system of [mac, fedora, { ...debian, programs: [] }, { ...ubuntu, programs: [] }])
      assert.doesNotMatch(installAdvice(engineNames, system), /apt-get/);
    assert.match(installAdvice(['firefox'], fedora), /need Firefox, .*\nInstall them .*\n.*FIREFOX_PATH\.$/);
  });

  it('knows a distribution by its os-release', () => {
    assert.equal(distributionOf('NAME="Debian GNU/Linux"\nID=debian\n'), 'debian');
    assert.equal(distributionOf('ID=raspbian\nID_LIKE=debian\n'), 'debian');
    assert.equal(distributionOf('ID=ubuntu\nID_LIKE=debian\n'), 'ubuntu');
    assert.equal(distributionOf('ID=linuxmint\nID_LIKE="ubuntu debian"\n'), 'ubuntu');
    assert.equal(distributionOf('ID=fedora\n'), 'other');
    assert.equal(distributionOf(''), 'other');
  });
});
