// Finds the browser that the end-to-end tests drive, or installs it where that can be done without asking.
import { existsSync } from 'node:fs';
import { findOnPath, run } from './commands.mjs';

const DEBIAN_PACKAGES = ['chromium', 'fonts-dejavu-core'];
const NAMES = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'chrome'];
const MAC_APPLICATIONS = [
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
];

/**
 * The path of Chromium or Chrome: `CHROMIUM`, if set, else what is installed.
 *
 * @returns {string | undefined}
 */
function findChromium() {
  return process.env['CHROMIUM'] ?? findOnPath(...NAMES) ?? MAC_APPLICATIONS.find(existsSync);
}

/**
 * Like {@link findChromium}, but installs it from Debian's packages where this process may.
 *
 * @returns {string}
 * @throws {Error} one that says what to install
 */
export function ensureChromium() {
  const found = findChromium();
  if (found !== undefined) return found;
  if (process.getuid?.() === 0 && findOnPath('apt-get')) {
    console.log(`Installing ${DEBIAN_PACKAGES.join(' and ')} (apt-get) …`);
    const env = { DEBIAN_FRONTEND: 'noninteractive' };
    run('apt-get', ['update'], { env, quiet: true });
    run('apt-get', ['install', '-y', '--no-install-recommends', ...DEBIAN_PACKAGES], { env, quiet: true });
    const installed = findChromium();
    if (installed !== undefined) return installed;
  }
  throw new Error(
    'The tests in a real VS Code need Chromium or Google Chrome: install one ' +
      `(on Debian and Ubuntu: apt-get install ${DEBIAN_PACKAGES.join(' ')}), or name its executable in CHROMIUM.`,
  );
}
