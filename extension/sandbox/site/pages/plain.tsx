/** @jsxImportSource react */
import type { ReactNode } from 'react';

import { boot, say } from '../page-data.ts';

/** Pages of a few words. */
export function Wrong(): ReactNode {
  return (
    <main className="plain">
      <h1>{say('wrong')}</h1>
      <p>{say('wrongText')}</p>
    </main>
  );
}

export function Missing(): ReactNode {
  return (
    <main className="plain">
      <h1>{say('missing')}</h1>
    </main>
  );
}

export function Banned(): ReactNode {
  return (
    <main className="plain">
      <h1>{say('banned')}</h1>
    </main>
  );
}

const members = { 101: 'camille_d', 102: 'jonas.k', 103: 'amelia_w' };

export function Login(): ReactNode {
  const back = new URLSearchParams(location.search).get('ref_url') ?? '/';
  const signIn = (id: number): void =>
    void fetch('/__sandbox/switches', {
      method: 'POST',
      body: JSON.stringify({ signedInAs: id }),
    }).then(() => location.assign(back));
  return (
    <main className="plain">
      <h1>{say('loginTitle')}</h1>
      <p>{say('login')}</p>
      {Object.entries(members).map(([id, login]) => (
        <button key={id} type="button" className="secondary" onClick={() => signIn(Number(id))}>
          {login}
        </button>
      ))}
    </main>
  );
}

export function Inbox(): ReactNode {
  return (
    <main className="plain">
      <h1>{say('messages')}</h1>
      <p>{say('noMessages')}</p>
    </main>
  );
}

export function Home(): ReactNode {
  return (
    <main className="plain">
      <h1>Vinted</h1>
      <p>{boot.user ? boot.user.login : say('login')}</p>
    </main>
  );
}
