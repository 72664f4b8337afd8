import { describe, expect, it } from 'vitest';

import { findBrowser, type Machine } from './browser.ts';

type Programs = Record<string, number | undefined>;

/** A machine with these programs (path → version it tells); installing adds to them. */
function machineWith(programs: Programs, rest: Partial<Machine> = {}): Machine & { said: string[]; ran: string[] } {
  const said: string[] = [];
  const ran: string[] = [];
  return {
    platform: 'linux',
    isRoot: false,
    env: { PATH: '/usr/local/bin:/usr/bin' },
    home: '/home/her',
    isExecutable: (path) => path in programs,
    list: () => [],
    version: (path) => Promise.resolve(programs[path]),
    run: (command, args) => Promise.resolve(ran.push([command, ...args].join(' ')) > 0),
    installWithPlaywright: () => Promise.resolve(ran.push('playwright') < 0),
    say: (line) => said.push(line),
    said,
    ran,
    ...rest,
  };
}

const cached = '/home/her/.cache/ms-playwright/chromium-1300/chrome-linux/chrome';

describe('findBrowser', () => {
  it('takes the one CHROMIUM_PATH names, before all others', async () => {
    const machine = machineWith(
      { '/opt/mine': 1, '/usr/bin/chromium': 156 },
      { env: { CHROMIUM_PATH: '/opt/mine', PATH: '/usr/bin' } },
    );
    expect(await findBrowser(machine)).toBe('/opt/mine');
  });

  it('says so when CHROMIUM_PATH names nothing', async () => {
    const machine = machineWith(
      { '/usr/bin/chromium': 156 },
      { env: { CHROMIUM_PATH: '/opt/gone', PATH: '/usr/bin' } },
    );
    await expect(findBrowser(machine)).rejects.toThrow('CHROMIUM_PATH names /opt/gone');
  });

  it('takes an installed Chromium and installs nothing', async () => {
    const machine = machineWith({ '/usr/bin/chromium': 156 });
    expect(await findBrowser(machine)).toBe('/usr/bin/chromium');
    expect(machine.ran).toEqual([]);
  });

  it('passes over one that is too old or does not start', async () => {
    const machine = machineWith(
      { '/usr/local/bin/chromium': 147, '/usr/bin/chromium-browser': undefined, [cached]: 150 },
      { list: () => ['chromium-1300', 'chromium_headless_shell-1300'] },
    );
    expect(await findBrowser(machine)).toBe(cached);
  });

  it('does not take Google Chrome, which loads no unpacked extension', async () => {
    const machine = machineWith({ '/usr/bin/google-chrome': 156 });
    await expect(findBrowser(machine)).rejects.toThrow('Google Chrome itself no longer loads');
  });

  it("takes the newest of Playwright's cache", async () => {
    const newer = cached.replace('1300', '1301');
    const machine = machineWith(
      { [cached]: 150, [newer]: 151 },
      { list: () => ['chromium-1300', 'chromium-1301', 'chromium-999'] },
    );
    expect(await findBrowser(machine)).toBe(newer);
  });

  it.each([
    ['darwin', '/Applications/Chromium.app/Contents/MacOS/Chromium', 150],
    [
      'darwin',
      '/home/her/Library/Caches/ms-playwright/chromium-1300/chrome-mac/Chromium.app/Contents/MacOS/Chromium',
      150,
    ],
    ['win32', 'C:/Local/Chromium/Application/chrome.exe', undefined],
  ])('knows the places of %s', async (platform, path, version) => {
    const env = { LOCALAPPDATA: 'C:/Local', PATH: '' };
    const machine = machineWith({ [path]: version }, { platform, env, list: () => ['chromium-1300'] });
    expect(await findBrowser(machine)).toBe(path);
  });

  it('installs with apt as root on Debian', async () => {
    const programs: Programs = { '/usr/bin/apt-get': undefined };
    const machine = machineWith(programs, {
      isRoot: true,
      run: (_, args) => {
        if (args.includes('install')) programs['/usr/bin/chromium'] = 156;
        return Promise.resolve(true);
      },
    });
    expect(await findBrowser(machine)).toBe('/usr/bin/chromium');
    expect(machine.said[0]).toContain('apt-get install chromium');
  });

  it("fetches Playwright's where apt may not be used", async () => {
    const programs: Programs = { '/usr/bin/apt-get': undefined };
    const machine = machineWith(programs, {
      list: () => ['chromium-1300'],
      installWithPlaywright: () => {
        programs[cached] = 150;
        return Promise.resolve(true);
      },
    });
    expect(await findBrowser(machine)).toBe(cached);
    expect(machine.ran).toEqual([]);
  });

  it("fetches Playwright's when apt has only a stand-in", async () => {
    const programs: Programs = { '/usr/bin/apt-get': undefined };
    const machine = machineWith(programs, {
      isRoot: true,
      list: () => ['chromium-1300'],
      run: () => {
        programs['/usr/bin/chromium-browser'] = undefined;
        return Promise.resolve(true);
      },
      installWithPlaywright: () => {
        programs[cached] = 150;
        return Promise.resolve(true);
      },
    });
    expect(await findBrowser(machine)).toBe(cached);
  });

  it('says what to do when none can be had', async () => {
    const machine = machineWith({ '/usr/bin/apt-get': undefined }, { isRoot: true, run: () => Promise.resolve(false) });
    await expect(findBrowser(machine)).rejects.toThrow(/CHROMIUM_PATH/);
    expect(machine.ran).toEqual(['playwright']);
  });
});
