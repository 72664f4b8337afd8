/** The board's keys: one table for the listener and for the help beside it. */
export type BoardCommand =
  | 'next'
  | 'back'
  | 'below'
  | 'above'
  | 'earlier'
  | 'later'
  | 'to-previous'
  | 'to-next'
  | 'split'
  | 'gather'
  | 'merge'
  | 'remove'
  | 'undo'
  | 'redo';

const commands: Record<string, BoardCommand> = {
  arrowright: 'next',
  arrowleft: 'back',
  arrowdown: 'below',
  arrowup: 'above',
  'alt+arrowleft': 'earlier',
  'alt+arrowright': 'later',
  'alt+arrowup': 'to-previous',
  'alt+arrowdown': 'to-next',
  s: 'split',
  g: 'gather',
  m: 'merge',
  delete: 'remove',
  backspace: 'remove',
  'mod+z': 'undo',
  'mod+shift+z': 'redo',
  'mod+y': 'redo',
};

export const commandOf = (key: string): BoardCommand | undefined =>
  Object.hasOwn(commands, key) ? commands[key] : undefined;
