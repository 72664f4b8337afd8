/** Finds a Chromium that can load an unpacked extension, and fetches one when the machine has none. */
import { accessSync, constants, readdirSync } from 'node:fs';
import { homedir } from 'node:os';
import { delimiter, join } from 'node:path';

import { runCommand, runNode } from './run-command.ts';

/** The manifest's `minimum_chrome_version`. */
export const minimumVersion = 148;

/** What looking for a browser asks of the machine. */
export interface Machine {
  platform: string;
  isRoot: boolean;
  env: Record<string, string | undefined>;
  home: string;
  isExecutable(path: string): boolean;
  list(folder: string): string[];
  /** Major version the program tells; `undefined` = it does not start, or does not tell. */
  version(path: string): Promise<number | undefined>;
  run(command: string, args: readonly string[]): Promise<boolean>;
  installWithPlaywright(): Promise<boolean>;
  say(line: string): void;
}

/** Path of the browser's program. Throws with what to do when there is none and none can be had. */
export async function findBrowser(machine: Machine = thisMachine): Promise<string> {
  const named = machine.env['CHROMIUM_PATH'];
  if (named) return namedBrowser(named, machine);
  const found = (await findInstalled(machine)) ?? (await install(machine));
  if (found) return found;
  throw new Error(
    `No Chromium ${minimumVersion} or newer was found and none could be installed. ` +
      'Install Chromium (Debian and Ubuntu: apt-get install chromium; elsewhere: npx playwright-core install chromium) ' +
      'or name one with CHROMIUM_PATH. Google Chrome itself no longer loads unpacked extensions from the command line.',
  );
}

function namedBrowser(path: string, machine: Machine): string {
  if (machine.isExecutable(path)) return path;
  throw new Error(`CHROMIUM_PATH names ${path}, which is not a program that can be run.`);
}

export async function findInstalled(machine: Machine): Promise<string | undefined> {
  for (const path of candidates(machine)) {
    if (machine.isExecutable(path) && (await isNewEnough(path, machine))) return path;
  }
  return undefined;
}

/** A snap's stand-in on Ubuntu is a program too, but tells no version. Windows browsers never tell one. */
async function isNewEnough(path: string, machine: Machine): Promise<boolean> {
  if (machine.platform === 'win32') return true;
  return ((await machine.version(path)) ?? 0) >= minimumVersion;
}

/** Chromium first: Google Chrome since 137 ignores `--load-extension`, so it is not among them. */
function candidates(machine: Machine): string[] {
  const folders = (machine.env['PATH'] ?? '').split(delimiter).filter(Boolean);
  const onPath = ['chromium', 'chromium-browser', 'ungoogled-chromium', 'chrome-for-testing'];
  return [
    ...onPath.flatMap((name) => folders.map((folder) => join(folder, name))),
    ...inPlaywrightCache(machine),
    ...(wellKnown[machine.platform]?.(machine) ?? []),
  ];
}

const wellKnown: Record<string, ((machine: Machine) => string[]) | undefined> = {
  linux: () => ['/usr/lib/chromium/chromium', '/usr/lib64/chromium-browser/chromium-browser'],
  darwin: ({ home }) =>
    ['/Applications', join(home, 'Applications')].flatMap((folder) =>
      ['Chromium', 'Google Chrome for Testing'].map((name) => join(folder, `${name}.app/Contents/MacOS/${name}`)),
    ),
  win32: ({ env }) =>
    [env['LOCALAPPDATA'], env['PROGRAMFILES'], env['PROGRAMFILES(X86)']]
      .filter((folder) => folder !== undefined)
      .map((folder) => join(folder, 'Chromium', 'Application', 'chrome.exe')),
};

const cacheFolder = (machine: Machine): string => {
  const { env, home, platform } = machine;
  if (env['PLAYWRIGHT_BROWSERS_PATH']) return env['PLAYWRIGHT_BROWSERS_PATH'];
  if (platform === 'darwin') return join(home, 'Library/Caches/ms-playwright');
  if (platform === 'win32') return join(env['LOCALAPPDATA'] ?? home, 'ms-playwright');
  return join(env['XDG_CACHE_HOME'] ?? join(home, '.cache'), 'ms-playwright');
};

const programsInside: Record<string, readonly string[] | undefined> = {
  linux: ['chrome-linux/chrome', 'chrome-linux64/chrome', 'chrome-linux-arm64/chrome'],
  darwin: ['chrome-mac-arm64', 'chrome-mac-x64', 'chrome-mac'].flatMap((folder) => [
    `${folder}/Google Chrome for Testing.app/Contents/MacOS/Google Chrome for Testing`,
    `${folder}/Chromium.app/Contents/MacOS/Chromium`,
  ]),
  win32: ['chrome-win64/chrome.exe', 'chrome-win/chrome.exe'],
};

/** Newest first. The headless shell of the same cache loads no extensions. */
function inPlaywrightCache(machine: Machine): string[] {
  const cache = cacheFolder(machine);
  const revisions = machine.list(cache).filter((name) => /^chromium-\d+$/.test(name));
  const newestFirst = revisions.toSorted((a, b) => Number(b.slice(9)) - Number(a.slice(9)));
  const programs = programsInside[machine.platform] ?? [];
  return newestFirst.flatMap((revision) => programs.map((program) => join(cache, revision, program)));
}

async function install(machine: Machine): Promise<string | undefined> {
  return (await installWithApt(machine)) ?? (await installThroughPlaywright(machine));
}

async function installWithApt(machine: Machine): Promise<string | undefined> {
  const apt = '/usr/bin/apt-get';
  if (machine.platform !== 'linux' || !machine.isRoot || !machine.isExecutable(apt)) return undefined;
  machine.say('No Chromium here yet: installing the one of this system (apt-get install chromium) …');
  await machine.run(apt, ['update', '-qq']);
  const packages = ['chromium', 'fonts-liberation', 'fonts-noto-color-emoji'];
  const installed = await machine.run(apt, ['install', '-y', '-qq', '--no-install-recommends', ...packages]);
  return installed ? findInstalled(machine) : undefined;
}

async function installThroughPlaywright(machine: Machine): Promise<string | undefined> {
  machine.say('No Chromium here yet: fetching one (playwright-core install chromium) …');
  return (await machine.installWithPlaywright()) ? findInstalled(machine) : undefined;
}

const thisMachine: Machine = {
  platform: process.platform,
  isRoot: process.getuid?.() === 0,
  env: process.env,
  home: homedir(),
  isExecutable(path) {
    try {
      accessSync(path, constants.X_OK);
      return true;
    } catch {
      return false; // not there and not to be run are the same answer here
    }
  },
  list(folder) {
    try {
      return readdirSync(folder);
    } catch {
      return []; // no cache yet
    }
  },
  async version(path) {
    const { code, output } = await runCommand(path, ['--version']);
    const major = /\b(\d+)\.\d+\.\d+/.exec(output)?.[1];
    return code === 0 && major ? Number(major) : undefined;
  },
  run: async (command, args) =>
    (await runCommand(command, args, { show: true, env: { DEBIAN_FRONTEND: 'noninteractive' } })).code === 0,
  installWithPlaywright: async () =>
    (await runNode(['node_modules/playwright-core/cli.js', 'install', '--no-shell', 'chromium'], { show: true }))
      .code === 0,
  say: (line) => console.error(line),
};

if (import.meta.main) console.log(await findBrowser());
