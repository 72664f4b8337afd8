/** Runs other programs for the scripts of this folder. */
import { spawn } from 'node:child_process';

export type Ran = { code: number; output: string };
export type RunOptions = {
  env?: Record<string, string | undefined>;
  /** Show the output as it comes. */ show?: boolean;
};

/** Runs a program to its end; one that cannot be started counts as failed, with the reason as its output. */
export function runCommand(command: string, args: readonly string[], options: RunOptions = {}): Promise<Ran> {
  const { promise, resolve } = Promise.withResolvers<Ran>();
  const child = spawn(command, args, {
    env: { ...process.env, ...options.env },
    stdio: ['ignore', options.show ? 'inherit' : 'pipe', options.show ? 'inherit' : 'pipe'],
  });
  const said: Buffer[] = [];
  child.stdout?.on('data', (chunk: Buffer) => said.push(chunk));
  child.stderr?.on('data', (chunk: Buffer) => said.push(chunk));
  child.on('error', (error) => resolve({ code: 1, output: `${command}: ${error.message}` }));
  child.on('close', (code) => resolve({ code: code ?? 1, output: Buffer.concat(said).toString('utf8') }));
  return promise;
}

/** Runs a JavaScript program with the Node that runs this one. */
export const runNode = (args: readonly string[], options?: RunOptions): Promise<Ran> =>
  runCommand(process.execPath, args, options);
