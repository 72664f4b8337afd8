// @vitest-environment happy-dom
import { render } from 'preact';
import { act as actOnce } from 'preact/test-utils';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';

import { MessageError } from '../../messaging/failures.ts';
import { fakeBackground, job } from './fake-background.ts';
import type { PanelJob } from './panel-phase.ts';
import type { Place } from './panel-place.ts';
import { PanelView } from './panel-view.tsx';

/** Does something, then lets every answer it leads to arrive and be drawn. */
async function act(work: () => Promise<void>): Promise<void> {
  await actOnce(work);
  const answersArrive = async (): Promise<void> => {
    for (let turn = 0; turn < 10; turn += 1) await Promise.resolve();
  };
  for (let round = 0; round < 3; round += 1) await actOnce(answersArrive);
}

let box: HTMLElement;
let { fake, background } = fakeBackground();
beforeEach(() => {
  vi.stubGlobal('innerWidth', 1_440);
  ({ fake, background } = fakeBackground());
  box = document.body.appendChild(document.createElement('div'));
});
afterEach(() => {
  vi.unstubAllGlobals();
  render(null, box);
  box.remove();
});

const show = (place: Place | null = { x: 12, y: 12, folded: false }): Promise<void> =>
  act(async () => {
    render(<PanelView background={background} place={place} />, box);
  });
const changed = (): Promise<void> => act(async () => fake.changed());
const named = (name: string): HTMLElement => {
  const found = [...box.querySelectorAll<HTMLElement>('button')].find((one) =>
    (one.getAttribute('aria-label') ?? one.textContent ?? '').includes(name),
  );
  return found ?? expect.fail(`no button "${name}" in: ${box.textContent}`);
};
function event(isTrusted: boolean, type: string, init: object = {}): Event {
  const made = type.startsWith('key')
    ? new KeyboardEvent(type, { bubbles: true, ...init })
    : new MouseEvent(type, { bubbles: true, ...init });
  Object.defineProperty(made, 'isTrusted', { value: isTrusted });
  return made;
}
const press = (name: string, isTrusted = true): Promise<void> =>
  act(async () => void named(name).dispatchEvent(event(isTrusted, 'click')));
const key = (on: HTMLElement, pressed: string): Promise<void> =>
  act(async () => void on.dispatchEvent(event(true, 'keydown', { key: pressed })));

describe('the panel', () => {
  it('offers both ways to fill, as a named region', async () => {
    await show();
    expect(box.querySelector('section')?.getAttribute('aria-label')).toBe('VintedBot');
    expect(named('Fill with AI from photos')).toBeTruthy();
    expect(named('Choose a draft')).toBeTruthy();
  });

  it('lists drafts, narrows them by search and fills the chosen one', async () => {
    await show();
    await press('Choose a draft');
    const search = box.querySelector<HTMLInputElement>('input[type=search]')!;
    search.value = 'jeans';
    await act(async () => void search.dispatchEvent(new Event('input', { bubbles: true })));
    expect(box.querySelectorAll('.draft')).toHaveLength(1);
    expect(box.textContent).toContain('2 photos · 1 field open');
    await press('Blue jeans');
    expect(fake.asked).toEqual([['fill', 'd2']]);
  });

  it('does nothing for a click made by a script of the page', async () => {
    await show();
    await press('Stop everything', false);
    await press('Choose a draft', false);
    expect(fake.asked).toEqual([]);
    expect(named('Choose a draft')).toBeTruthy();
  });

  it('follows the filling field by field and stops it', async () => {
    fake.job = job({ doing: 'fill-photos', at: 1 });
    await show();
    fake.job = job({ doing: 'title', at: 2 });
    await changed();
    expect([...box.querySelectorAll('.steps li')].map((one) => one.textContent?.trim())).toEqual(['Photos', 'Title']);
    expect(box.textContent).toContain('2 of 10');
    expect(box.querySelector('output')?.textContent).toBe('Filling the form');
    await press('Stop');
    expect(fake.asked).toEqual([['stop', 'j1']]);
  });

  it('says what went wrong and keeps the choice open', async () => {
    fake.refuse = new MessageError({ code: 'no-member', message: 'x' });
    await show();
    await press('Choose a draft');
    await press('Red dress');
    expect(box.querySelector('[role=alert]')?.textContent).toBe(
      'Nobody is signed in on Vinted. Sign in there and try again.',
    );
    expect(box.querySelectorAll('.draft')).toHaveLength(2);
  });

  it('shows text from outside as text', async () => {
    fake.job = job({
      status: 'failed',
      title: '<img src=x onerror=alert(1)>',
      failure: { code: 'odd', message: '<b>bold</b>', field: '<i>' },
    });
    await show();
    expect(box.querySelector('img, b, i')).toBeNull();
    expect(box.textContent).toContain('<img src=x onerror=alert(1)>');
  });

  it('asks for the one missing click and takes the answer', async () => {
    fake.job = job({ status: 'needs-user', canUndo: true, failure: { code: 'needs-real-click', message: '' } });
    await show();
    expect(box.textContent).toContain('Your click is needed');
    await press('I have pressed it');
    await press('Undo the filling');
    expect(fake.asked).toEqual([['retry', 'j1'], ['undo']]);
    expect(box.textContent).toContain('The form is as it was before.');
  });

  it('begins anew with the same draft after a failure, and puts what is over away', async () => {
    fake.job = job({ status: 'failed', failure: { code: 'timed-out', message: '' } });
    await show();
    await press('Try again');
    expect(fake.asked).toEqual([['fill', 'd1']]);
    await press('Fill something else');
    expect(named('Choose a draft')).toBeTruthy();
  });

  it('says that the red button holds everything', async () => {
    await show();
    await press('Stop everything');
    fake.isStopped = true;
    await changed();
    expect(fake.asked).toEqual([['stopAll']]);
    expect(box.textContent).toContain('Everything is stopped.');
  });

  it('keeps the newest answer when answers overtake each other', async () => {
    const waiting: ((job: PanelJob | null) => void)[] = [];
    background.state = () => new Promise((resolve) => waiting.push(resolve));
    await show();
    await changed();
    await act(async () => waiting[1]?.(job({ title: 'New' })));
    await act(async () => waiting[0]?.(job({ title: 'Old' })));
    expect(box.textContent).toContain('New');
  });

  it('asks again while work is under way, and rests when it is over', async () => {
    vi.useFakeTimers();
    fake.job = job();
    await show();
    fake.job = job({ status: 'done' });
    await act(async () => void (await vi.advanceTimersByTimeAsync(3_000)));
    expect(box.textContent).toContain('Filled.');
    expect(vi.getTimerCount()).toBe(0);
    vi.useRealTimers();
  });
});

describe('its place', () => {
  it('folds on Escape, remembers that, and takes the keyboard along', async () => {
    await show();
    await key(named('Choose a draft'), 'Escape');
    expect(box.querySelector('section')?.className).toBe('panel folded');
    expect(document.activeElement).toBe(named('Open VintedBot'));
    expect(fake.asked).toEqual([['place', { x: 12, y: 12, folded: true }]]);
    await press('Open VintedBot');
    expect(document.activeElement).toBe(named('Fill with AI'));
  });

  it('moves by arrow keys', async () => {
    await show();
    await key(named('Move this panel'), 'ArrowLeft');
    await key(named('Move this panel'), 'ArrowUp');
    expect(fake.asked.at(-1)).toEqual(['place', { x: 36, y: 36, folded: false }]);
  });

  it('never takes the focus by itself', async () => {
    const field = document.body.appendChild(document.createElement('input'));
    field.focus();
    await show();
    fake.job = job();
    await changed();
    fake.job = job({ status: 'needs-user', failure: { code: 'needs-real-click', message: '' } });
    await changed();
    expect(document.activeElement).toBe(field);
    field.remove();
  });

  it('steps aside from a field it lies on, without remembering that', async () => {
    const field = document.body.appendChild(document.createElement('input'));
    await show();
    const at = (left: number): DOMRect => new DOMRect(left, 0, 100, 100);
    vi.spyOn(box.querySelector('section')!, 'getBoundingClientRect').mockReturnValue(at(0));
    const focusAt = (left: number): Promise<void> =>
      act(async () => {
        vi.spyOn(field, 'getBoundingClientRect').mockReturnValue(at(left));
        field.dispatchEvent(new FocusEvent('focusin', { bubbles: true }));
      });
    await focusAt(200);
    expect(box.querySelector('.open')).not.toBeNull();
    await focusAt(50);
    expect(box.querySelector('.open')).toBeNull();
    expect(fake.asked).toEqual([]);
    field.remove();
  });

  it('keeps a way to stop while folded', async () => {
    fake.job = job();
    await show({ x: 12, y: 12, folded: true });
    expect(named('Open VintedBot').textContent).toMatch(/^\d+%$/);
    await press('Stop');
    expect(fake.asked).toEqual([['stop', 'j1']]);
  });
});

describe('photos', () => {
  const pick = (files: File[]): Promise<void> =>
    act(async () => {
      const input = box.querySelector<HTMLInputElement>('input[type=file]')!;
      Object.defineProperty(input, 'files', { value: files, configurable: true });
      input.dispatchEvent(new Event('change', { bubbles: true }));
    });
  const photos = (count: number): File[] =>
    Array.from({ length: count }, (_, n) => new File(['x'], `${n}.jpg`, { type: 'image/jpeg' }));

  it('go to the background as they are', async () => {
    await show();
    await pick(photos(3));
    expect(fake.asked).toEqual([['suggest', 3]]);
  });

  it('are refused in words when there are too many, none, or an empty one', async () => {
    await show();
    await pick(photos(21));
    expect(box.textContent).toContain('A listing holds 20 photos.');
    await pick([new File(['x'], 'list.pdf', { type: 'application/pdf' })]);
    expect(box.textContent).toContain('None of these files is a photo.');
    await pick([new File([], 'a.jpg', { type: 'image/jpeg' })]);
    expect(box.textContent).toContain('This file is empty: a.jpg');
    expect(fake.asked).toEqual([]);
  });
});
